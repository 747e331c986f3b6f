"""Moodle XML: the question bank's own format, for Moodle 4.4 and later.

Source: Moodle's importer, question/format/xml/format.php and the question types match and ordering. There is no schema.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import assert_never

from lxml import etree

from ...model.answers import figures
from ...model.items import Item
from ...model.shapes import Arrange, Choose, Pair, Reflect, Shape, Story, Type
from ..assessment import PARTS_OF_POINTS, REASONS_BELOW, SCALE, STORY, Assessment, Format, Losses, lost_order
from ..markup import advice, explanation, html_list, pair_reason, paragraphs, prompts, step_reasons
from ..typed_answers import TypedAnswers, can_be_typed, typed_answers

FEWEST_ROWS = 3
"""Moodle stops an import at a matching question with fewer rows. An answer given twice is shown once."""

SINCE_4_4 = ("an ordering question", 'it needs Moodle 4.4 or later. For an older one, export "--to moodle43"')

ANY_UNIT = ("a unit of one number among several", "it may follow all of them")

_GRADING = {"adjacent": "RELATIVE_NEXT_EXCLUDE_LAST", "exact": "ALL_OR_NOTHING"}


class _Sheet:
    """What every question needs while it is written."""

    def __init__(self, assessment: Assessment, losses: Losses, *, ordering: bool) -> None:
        self.texts, self.losses, self.ordering = assessment.texts, losses, ordering
        self.root = etree.Element("quiz")

    def question(self, kind: str, item: Item, stem: str, feedback: str) -> etree._Element:
        """A new question with all that questions have in common."""
        element = etree.SubElement(self.root, "question", type=kind)
        _put(_put(element, "name"), "text", item.id)
        _formatted(element, "questiontext", stem)
        _formatted(element, "generalfeedback", feedback)
        _put(element, "defaultgrade", figures(float(item.points if item.scored else 0)))
        _put(element, "penalty", "0.3333333")
        _put(element, "hidden", "0")
        _put(element, "idnumber", item.id)
        return element


def write(assessment: Assessment, losses: Losses, *, ordering: bool = True) -> bytes:
    """The questions under a category of the test's title; the bank's id is the name and the id number of each.

    Without `ordering`, steps to put in order are matched with their numbers: Moodle has ordering questions since 4.4,
    and an older one refuses the whole file for one of them.
    """
    sheet = _Sheet(assessment, losses, ordering=ordering)
    _category(sheet.root, assessment)
    for item in assessment.items:
        shape = item.shape()
        if not can_be_typed(item, shape, losses):
            continue
        element = _question(item, shape, sheet)
        for hint in item.hints:
            _formatted(element, "hint", f"<p>{assessment.texts.html(hint)}</p>")
        tags = _put(element, "tags")
        for tag in marks_of(item, named=reads_as_another(shape, ordering=ordering)):
            _put(_put(tags, "tag"), "text", tag)
    return bytes(etree.tostring(sheet.root, pretty_print=True, xml_declaration=True, encoding="UTF-8"))


FORMAT = Format("Moodle XML", ".xml", write, markup=True)
OLDER = Format("Moodle XML for Moodle 4.3 and earlier", ".xml", partial(write, ordering=False), markup=True)


def marks_of(item: Item, *, named: bool) -> list[str]:
    """The tags of a question, and those that say what it is in the bank: `handbook import` reads them back."""
    difficulty = [f"difficulty:{item.difficulty}"] if item.difficulty else []
    return [*item.tags, f"level:{item.level}", *difficulty, *([f"type:{item.kind}"] if named else [])]


def reads_as_another(shape: Shape, *, ordering: bool) -> bool:
    """Whether the file would be read back as a question of another type, which it then has to name."""
    return (isinstance(shape, Arrange) and not ordering) or (isinstance(shape, Pair) and shape.sorting)


def category(assessment: Assessment) -> str:
    """Where Moodle puts the questions: below the title, by edition and form code.

    So forms stay apart, and a newer edition does not come to lie among the questions of an older one, twice each.
    """
    levels = (assessment.texts.plain(assessment.title), assessment.origin)
    return "/".join(["$course$/top", *(level.replace("/", "//") for level in levels)])  # a slash alone divides levels


def _category(root: etree._Element, assessment: Assessment) -> None:
    """It has no id number: that is unique in a question bank, while Moodle finds a category by its name."""
    element = etree.SubElement(root, "question", type="category")
    _put(_put(element, "category"), "text", category(assessment))
    _put(_put(element, "info", format="plain_text"), "text", assessment.origin)


def _question(item: Item, shape: Shape, sheet: _Sheet) -> etree._Element:
    match shape:
        case Choose(truth=True):
            return _truth(item, shape, sheet)
        case Choose():
            return _choice(item, [item.stem], shape, sheet)
        case Story():
            sheet.losses.add(item, *STORY)
            return _choice(item, [item.stem, shape.points[0].text], shape.opening(), sheet)
        case Arrange():
            return _ordering(item, shape, sheet) if sheet.ordering else _numbering(item, shape, sheet)
        case Pair():
            return _matching(item, shape, sheet)
        case Type():
            return _typing(item, shape, sheet)
        case Reflect():
            return _essay(item, shape, sheet)
        case _:
            assert_never(shape)


def _choice(item: Item, stem: Sequence[str], shape: Choose, sheet: _Sheet) -> etree._Element:
    if shape.score == "all-or-nothing":
        sheet.losses.add(item, *PARTS_OF_POINTS)
    element = sheet.question("multichoice", item, paragraphs(sheet.texts, stem), explanation(item, sheet.texts))
    for tag, value in (("single", str(shape.single).lower()), ("shuffleanswers", "true"), ("answernumbering", "abc")):
        _put(element, tag, value)
    for answer in shape.answers:
        entry = _answer(element, answer.share, sheet.texts.html(answer.text), "html")
        _formatted(entry, "feedback", f"<p>{sheet.texts.html(answer.why)}</p>")
    return element


def _truth(item: Item, shape: Choose, sheet: _Sheet) -> etree._Element:
    element = sheet.question("truefalse", item, paragraphs(sheet.texts, [item.stem]), explanation(item, sheet.texts))
    for answer in shape.answers:
        entry = _answer(element, answer.share, answer.ident, "moodle_auto_format")
        _formatted(entry, "feedback", f"<p>{sheet.texts.html(answer.why)}</p>")
    return element


def _ordering(item: Item, shape: Arrange, sheet: _Sheet) -> etree._Element:
    sheet.losses.add(item, *REASONS_BELOW)
    sheet.losses.add(item, *SINCE_4_4)
    if shape.swaps:
        sheet.losses.add(item, "steps in any order", "only the listed order is right, and the explanation names them")
    feedback = explanation(item, sheet.texts, step_reasons(shape, sheet.texts))
    element = sheet.question("ordering", item, paragraphs(sheet.texts, [item.stem]), feedback)
    for tag, value in (
        ("layouttype", "VERTICAL"),
        ("selecttype", "ALL"),
        ("selectcount", str(len(shape.steps))),
        ("gradingtype", _GRADING[shape.score]),
        ("showgrading", "SHOW"),
        ("numberingstyle", "none"),
        ("shownumcorrect", "1"),
    ):
        _put(element, tag, value)
    for at, step in enumerate(shape.steps, start=1):
        entry = _put(element, "answer", fraction=f"{at}.0000000", format="html")
        _cdata(entry, sheet.texts.html(step.text))
    return element


def _numbering(item: Item, shape: Arrange, sheet: _Sheet) -> etree._Element:
    for loss in (*lost_order(shape), REASONS_BELOW):
        sheet.losses.add(item, *loss)
    return _pairs(item, shape.numbered(), step_reasons(shape, sheet.texts), sheet)


def _matching(item: Item, shape: Pair, sheet: _Sheet) -> etree._Element:
    sheet.losses.add(item, *REASONS_BELOW)
    return _pairs(item, shape, html_list(pair_reason(entry, sheet.texts) for entry in shape.entries), sheet)


def _pairs(item: Item, shape: Pair, reasons: str, sheet: _Sheet) -> etree._Element:
    feedback = explanation(item, sheet.texts, reasons)
    element = sheet.question("matching", item, paragraphs(sheet.texts, [item.stem]), feedback)
    _put(element, "shuffleanswers", "true")
    for left, right in pair_rows(shape):
        entry = _formatted(element, "subquestion", sheet.texts.html(left) if left else "")
        _put(_put(entry, "answer"), "text", sheet.texts.plain(right))
    return element


def pair_rows(shape: Pair) -> list[tuple[str, str]]:
    """Each entry with its target, then targets that stay unused, and so many rows as Moodle wants."""
    targets = {entry.target.ident for entry in shape.entries}
    rows = [(entry.text, entry.target.text) for entry in shape.entries]
    rows += [("", target.text) for target in shape.targets if target.ident not in targets]
    return rows + [("", shape.entries[0].target.text)] * (FEWEST_ROWS - len(rows))


def _typing(item: Item, shape: Type, sheet: _Sheet) -> etree._Element:
    typed = typed_answers(shape)
    for loss in typed.losses:
        sheet.losses.add(item, *loss)
    stem, feedback = paragraphs(sheet.texts, [item.stem]), explanation(item, sheet.texts)
    if typed.numbers:
        element = sheet.question("numerical", item, stem, feedback)
        for accepted in typed.numbers:
            _put(_typed(element, 1, figures(accepted.number or 0)), "tolerance", figures(accepted.tol))
        _units(element, typed)
        if len({accepted.unit for accepted in typed.numbers}) > 1:
            sheet.losses.add(item, *ANY_UNIT)
    else:
        element = sheet.question("shortanswer", item, stem, feedback)
        _put(element, "usecase", "0")
        for text in typed.texts:
            _typed(element, 1, _no_wildcard(sheet.texts.literal(text)))
    for near in typed.near:
        literal = sheet.texts.literal(near.text)
        entry = _typed(
            element, 0, literal if typed.numbers else _no_wildcard(literal), f"<p>{sheet.texts.html(near.why)}</p>"
        )
        if typed.numbers:
            _put(entry, "tolerance", "0")
    return element


def _essay(item: Item, shape: Reflect, sheet: _Sheet) -> etree._Element:
    if shape.answers:
        sheet.losses.add(item, *SCALE)
    questions = prompts(item.stem, shape, sheet.texts)
    element = sheet.question("essay", item, questions, explanation(item, sheet.texts, advice(shape, sheet.texts)))
    for tag, value in (
        ("responseformat", "plain"),
        ("responserequired", "0"),
        ("responsefieldlines", "10"),
        ("attachments", "0"),
        ("attachmentsrequired", "0"),
    ):
        _put(element, tag, value)
    return element


def _answer(element: etree._Element, share: float, text: str, kind: str) -> etree._Element:
    entry = _put(element, "answer", fraction=percent(share), format=kind)
    _cdata(entry, text)
    return entry


def _typed(element: etree._Element, share: float, text: str, why: str = "") -> etree._Element:
    entry = _answer(element, share, text, "moodle_auto_format")
    _formatted(entry, "feedback", why)
    return entry


def _units(element: etree._Element, typed: TypedAnswers) -> None:
    units = dict.fromkeys(accepted.unit for accepted in typed.numbers if accepted.unit)
    for tag, value in (("unitgradingtype", "0"), ("unitpenalty", "0"), ("showunits", "0" if units else "3")):
        _put(element, tag, value)
    _put(element, "unitsleft", "0")
    if units:
        listed_units = _put(element, "units")
        for name in units:
            unit = _put(listed_units, "unit")
            _put(unit, "multiplier", "1")
            _put(unit, "unit_name", name)


def percent(share: float) -> str:
    """A share in percent, with the five digits in which Moodle lists the grades that it knows."""
    return f"{share * 100:.5f}".rstrip("0").rstrip(".")


def _no_wildcard(text: str) -> str:
    return text.replace("*", r"\*")


def _put(parent: etree._Element, tag: str, text: str | None = None, **attributes: str) -> etree._Element:
    element = etree.SubElement(parent, tag, attributes)
    element.text = text
    return element


def _cdata(parent: etree._Element, text: str) -> None:
    _put(parent, "text").text = etree.CDATA(text) if text else None


def _formatted(parent: etree._Element, tag: str, text: str) -> etree._Element:
    element = _put(parent, tag, format="html")
    _cdata(element, text)
    return element
