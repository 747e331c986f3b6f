"""Moodle XML: the question bank's own format.

Source: Moodle's importer, question/format/xml/format.php and the question types match and ordering. There is no schema.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from lxml import etree

from ...model.answers import figures
from ...model.items import Item
from ...model.shapes import Arrange, Choose, Pair, Reflect, Shape, Story, Type
from ..assessment import PARTS_OF_POINTS, REASONS_BELOW, SCALE, STORY, Assessment, Format, Losses
from ..markup import advice, explanation, listed, pair_reason, paragraphs, prompts, step_reasons
from ..typed_answers import TypedAnswers, can_be_typed, typed_answers

FEWEST_ROWS = 3
"""Moodle stops an import at a matching question with fewer rows. An answer given twice is shown once."""

_GRADING = {"adjacent": "RELATIVE_NEXT_EXCLUDE_LAST", "exact": "ALL_OR_NOTHING"}


class _Sheet:
    """What every question needs while it is written."""

    def __init__(self, paper: Assessment, losses: Losses) -> None:
        self.texts, self.losses = paper.texts, losses
        self.root = etree.Element("quiz")

    def question(self, kind: str, item: Item, asked: str, feedback: str) -> etree._Element:
        """A new question with all that questions have in common."""
        element = etree.SubElement(self.root, "question", type=kind)
        _put(_put(element, "name"), "text", item.id)
        _formatted(element, "questiontext", asked)
        _formatted(element, "generalfeedback", feedback)
        _put(element, "defaultgrade", figures(float(item.points if item.scored else 0)))
        _put(element, "penalty", "0.3333333")
        _put(element, "hidden", "0")
        _put(element, "idnumber", item.id)
        return element


def write(paper: Assessment, losses: Losses) -> bytes:
    """The questions under a category of the test's title; the bank's id is the name and the id number of each."""
    sheet = _Sheet(paper, losses)
    _category(sheet.root, paper)
    for item in paper.items:
        shape = item.shape()
        if not can_be_typed(item, shape, losses):
            continue
        element = _question(item, shape, sheet)
        for hint in item.hints:
            _formatted(element, "hint", f"<p>{paper.texts.html(hint)}</p>")
        tags = _put(element, "tags")
        for tag in (*item.tags, f"level:{item.level}", *([f"difficulty:{item.difficulty}"] if item.difficulty else [])):
            _put(_put(tags, "tag"), "text", tag)
    return bytes(etree.tostring(sheet.root, pretty_print=True, xml_declaration=True, encoding="UTF-8"))


FORMAT = Format("Moodle XML", ".xml", write, markup=True)


def _category(root: etree._Element, paper: Assessment) -> None:
    title = paper.texts.plain(paper.title).replace("/", "//")  # a slash alone begins a category within
    element = etree.SubElement(root, "question", type="category")
    _put(_put(element, "category"), "text", f"$course$/top/{title}")
    about = " · ".join(said for said in (str(paper.edition), paper.code) if said)
    _put(_put(element, "info", format="plain_text"), "text", about)
    _put(element, "idnumber", paper.code or paper.id)


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
            return _ordering(item, shape, sheet)
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
    for tag, said in (("single", str(shape.single).lower()), ("shuffleanswers", "true"), ("answernumbering", "abc")):
        _put(element, tag, said)
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
    if shape.swaps:
        sheet.losses.add(item, "steps in any order", "only the listed order is right, and the explanation names them")
    feedback = explanation(item, sheet.texts, step_reasons(shape, sheet.texts))
    element = sheet.question("ordering", item, paragraphs(sheet.texts, [item.stem]), feedback)
    for tag, said in (
        ("layouttype", "VERTICAL"),
        ("selecttype", "ALL"),
        ("selectcount", str(len(shape.steps))),
        ("gradingtype", _GRADING[shape.score]),
        ("showgrading", "SHOW"),
        ("numberingstyle", "none"),
        ("shownumcorrect", "1"),
    ):
        _put(element, tag, said)
    for at, step in enumerate(shape.steps, start=1):
        entry = _put(element, "answer", fraction=f"{at}.0000000", format="html")
        _cdata(entry, sheet.texts.html(step.text))
    return element


def _matching(item: Item, shape: Pair, sheet: _Sheet) -> etree._Element:
    sheet.losses.add(item, *REASONS_BELOW)
    feedback = explanation(item, sheet.texts, listed(pair_reason(entry, sheet.texts) for entry in shape.entries))
    element = sheet.question("matching", item, paragraphs(sheet.texts, [item.stem]), feedback)
    _put(element, "shuffleanswers", "true")
    for left, right in pair_rows(shape):
        entry = _formatted(element, "subquestion", sheet.texts.html(left) if left else "")
        _put(_put(entry, "answer"), "text", sheet.texts.plain(right))
    return element


def pair_rows(shape: Pair) -> list[tuple[str, str]]:
    """Each entry with its target, then targets that stay unused, and so many rows as Moodle wants."""
    used = {entry.target.ident for entry in shape.entries}
    rows = [(entry.text, entry.target.text) for entry in shape.entries]
    rows += [("", target.text) for target in shape.targets if target.ident not in used]
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
    else:
        element = sheet.question("shortanswer", item, stem, feedback)
        _put(element, "usecase", "0")
        for text in typed.texts:
            _typed(element, 1, _no_wildcard(sheet.texts.literal(text)))
    for near in typed.near:
        said = sheet.texts.literal(near.text)
        entry = _typed(
            element, 0, said if typed.numbers else _no_wildcard(said), f"<p>{sheet.texts.html(near.why)}</p>"
        )
        if typed.numbers:
            _put(entry, "tolerance", "0")
    return element


def _essay(item: Item, shape: Reflect, sheet: _Sheet) -> etree._Element:
    if shape.answers:
        sheet.losses.add(item, *SCALE)
    asked = prompts(item.stem, shape, sheet.texts)
    element = sheet.question("essay", item, asked, explanation(item, sheet.texts, advice(shape, sheet.texts)))
    for tag, said in (
        ("responseformat", "plain"),
        ("responserequired", "0"),
        ("responsefieldlines", "10"),
        ("attachments", "0"),
        ("attachmentsrequired", "0"),
    ):
        _put(element, tag, said)
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
    for tag, said in (("unitgradingtype", "0"), ("unitpenalty", "0"), ("showunits", "0" if units else "3")):
        _put(element, tag, said)
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
