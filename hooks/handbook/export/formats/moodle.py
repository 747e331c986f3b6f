"""Moodle XML: the question bank's own format.

Source: Moodle's importer, question/format/xml/format.php and the question types match and ordering. There is no schema.
"""

from __future__ import annotations

from functools import singledispatch

from lxml import etree

from ...model.items import SCALES, Classify, Item, Match, Multiple, Order, Reflect, Scenario, Short, Single, TrueFalse
from ..assessment import Assessment, Format, Losses
from ..markup import advice, explanation, in_words, listed, pair_reason, paragraphs, step_reasons
from ..shapes import REASONS_BELOW, STORY, Choosing, Typing, can_be_typed, choosing, number, pairing, typing

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
        _put(element, "defaultgrade", number(float(item.points if item.scored else 0)))
        _put(element, "penalty", "0.3333333")
        _put(element, "hidden", "0")
        _put(element, "idnumber", item.id)
        return element


def write(paper: Assessment, losses: Losses) -> bytes:
    """The questions under a category of the test's title; the bank's id is the name and the id number of each."""
    sheet = _Sheet(paper, losses)
    _category(sheet.root, paper)
    for item in paper.items:
        if not can_be_typed(item, losses):
            continue
        element = _question(item, sheet)
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


@singledispatch
def _question(item: Item, sheet: _Sheet) -> etree._Element:
    raise TypeError(f"{item.kind} has no form in this format")


@_question.register(Single)
@_question.register(Multiple)
@_question.register(Scenario)
def _choice(item: Single | Multiple | Scenario, sheet: _Sheet) -> etree._Element:
    asked = choosing(item)
    assert asked is not None  # by its type
    if isinstance(item, Scenario):
        sheet.losses.add(item, *STORY)
    if isinstance(item, Multiple) and item.score == "all-or-nothing":
        sheet.losses.add(item, "points for all or nothing", "right answers earn a share, wrong ones lose one")
    element = sheet.question("multichoice", item, paragraphs(sheet.texts, asked.stem), explanation(item, sheet.texts))
    for tag, said in (("single", str(asked.single).lower()), ("shuffleanswers", "true"), ("answernumbering", "abc")):
        _put(element, tag, said)
    _answers(element, asked, sheet)
    return element


@_question.register
def _truth(item: TrueFalse, sheet: _Sheet) -> etree._Element:
    asked = choosing(item)
    assert asked is not None  # by its type
    element = sheet.question("truefalse", item, paragraphs(sheet.texts, asked.stem), explanation(item, sheet.texts))
    for answer in asked.answers:
        entry = _answer(element, answer.share, answer.key, "moodle_auto_format")
        _formatted(entry, "feedback", f"<p>{sheet.texts.html(answer.why)}</p>")
    return element


@_question.register
def _ordering(item: Order, sheet: _Sheet) -> etree._Element:
    sheet.losses.add(item, *REASONS_BELOW)
    if item.equal:
        sheet.losses.add(item, "steps in any order", "only the listed order is right, and the explanation names them")
    feedback = explanation(item, sheet.texts, step_reasons(item, sheet.texts))
    element = sheet.question("ordering", item, paragraphs(sheet.texts, [item.stem]), feedback)
    for tag, said in (
        ("layouttype", "VERTICAL"),
        ("selecttype", "ALL"),
        ("selectcount", str(len(item.steps))),
        ("gradingtype", _GRADING[item.score]),
        ("showgrading", "SHOW"),
        ("numberingstyle", "none"),
        ("shownumcorrect", "1"),
    ):
        _put(element, tag, said)
    for at, step in enumerate(item.steps, start=1):
        entry = _put(element, "answer", fraction=f"{at}.0000000", format="html")
        _cdata(entry, sheet.texts.html(step.text))
    return element


@_question.register(Match)
@_question.register(Classify)
def _matching(item: Match | Classify, sheet: _Sheet) -> etree._Element:
    sheet.losses.add(item, *REASONS_BELOW)
    asked = pairing(item)
    feedback = explanation(item, sheet.texts, listed(pair_reason(pair, sheet.texts) for pair in asked.pairs))
    element = sheet.question("matching", item, paragraphs(sheet.texts, [item.stem]), feedback)
    _put(element, "shuffleanswers", "true")
    used = {pair.target for pair in asked.pairs}
    rows = [(sheet.texts.html(pair.text), pair.target_text) for pair in asked.pairs]
    rows += [("", text) for key, text in asked.targets if key not in used]
    rows += [("", asked.pairs[0].target_text)] * (FEWEST_ROWS - len(rows))
    for left, right in rows:
        entry = _formatted(element, "subquestion", left)
        _put(_put(entry, "answer"), "text", sheet.texts.plain(right))
    return element


@_question.register
def _short(item: Short, sheet: _Sheet) -> etree._Element:
    asked = typing(item)
    for loss in asked.losses:
        sheet.losses.add(item, *loss)
    stem, feedback = paragraphs(sheet.texts, [item.stem]), explanation(item, sheet.texts)
    if asked.numbers:
        element = sheet.question("numerical", item, stem, feedback)
        for accepted in asked.numbers:
            _put(_typed(element, 1, number(accepted.number or 0)), "tolerance", number(accepted.tol))
        _units(element, asked)
    else:
        element = sheet.question("shortanswer", item, stem, feedback)
        _put(element, "usecase", "0")
        for text in asked.texts:
            _typed(element, 1, _no_wildcard(sheet.texts.literal(text)))
    for near in asked.near:
        said = sheet.texts.literal(near.text)
        entry = _typed(
            element, 0, said if asked.numbers else _no_wildcard(said), f"<p>{sheet.texts.html(near.why)}</p>"
        )
        if asked.numbers:
            _put(entry, "tolerance", "0")
    return element


@_question.register
def _essay(item: Reflect, sheet: _Sheet) -> etree._Element:
    prompts = listed(sheet.texts.html(prompt.text) for prompt in item.prompts)
    scale = " / ".join(map(in_words, SCALES[item.scale]))
    if scale:
        sheet.losses.add(item, "a rating scale", "its answers are listed, and people type one")
    asked = paragraphs(sheet.texts, [item.stem]) + prompts + (f"<p>{scale}</p>" if scale else "")
    element = sheet.question("essay", item, asked, explanation(item, sheet.texts, advice(item, sheet.texts)))
    for tag, said in (
        ("responseformat", "plain"),
        ("responserequired", "0"),
        ("responsefieldlines", "10"),
        ("attachments", "0"),
        ("attachmentsrequired", "0"),
    ):
        _put(element, tag, said)
    return element


def _answers(element: etree._Element, asked: Choosing, sheet: _Sheet) -> None:
    for answer in asked.answers:
        entry = _answer(element, answer.share, sheet.texts.html(answer.text), "html")
        _formatted(entry, "feedback", f"<p>{sheet.texts.html(answer.why)}</p>")


def _answer(element: etree._Element, share: float, text: str, kind: str) -> etree._Element:
    entry = _put(element, "answer", fraction=percent(share), format=kind)
    _cdata(entry, text)
    return entry


def _typed(element: etree._Element, share: float, text: str, why: str = "") -> etree._Element:
    entry = _answer(element, share, text, "moodle_auto_format")
    _formatted(entry, "feedback", why)
    return entry


def _units(element: etree._Element, asked: Typing) -> None:
    units = dict.fromkeys(accepted.unit for accepted in asked.numbers if accepted.unit)
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
