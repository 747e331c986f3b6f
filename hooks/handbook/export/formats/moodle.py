"""Moodle XML: the question bank's own format, for Moodle 4.4 and later.

Source: Moodle's importer, question/format/xml/format.php and the question types match and ordering. There is no schema.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import assert_never

from ...model.answers import Near, figures
from ...model.items import Item
from ...model.shapes import Answer, Arrange, Choose, Pair, Reflect, Shape, Story, Type
from ..assessment import (
    PARTS_OF_POINTS,
    REASONS_BELOW,
    SCALE,
    STORY,
    Assessment,
    Format,
    Losses,
    lost_order,
    stay_in_bank,
)
from ..markup import advice, explanation, html_list, pair_reason, paragraphs, prompts, step_reasons
from ..typed_answers import TypedAnswers, can_be_typed, typed_answers
from ..xml import Content, Element, document, element, lines, verbatim

FEWEST_ROWS = 3
"""Moodle stops an import at a matching question with fewer rows. An answer given twice is shown once."""

SINCE_4_4 = (
    "an ordering question",
    "it needs Moodle 4.4 or later. For an older one, use the file for Moodle 4.3 (moodle43)",
)

ANY_UNIT = ("a unit of one number among several", "it may follow all of them")

_GRADING = {"adjacent": "RELATIVE_NEXT_EXCLUDE_LAST", "exact": "ALL_OR_NOTHING"}


class _Sheet:
    """What every question needs while it is written."""

    def __init__(self, assessment: Assessment, losses: Losses, *, ordering: bool) -> None:
        self.texts, self.losses, self.ordering = assessment.texts, losses, ordering

    def question(self, kind: str, item: Item, stem: str, feedback: str, *parts: Content) -> Element:
        """A question: what all have in common, the parts of its kind, then hints and tags."""
        tags = marks_of(item, with_type=reads_as_another(item.shape(), ordering=self.ordering))
        content = (
            element("name", _text(item.id)),
            _formatted("questiontext", stem),
            _formatted("generalfeedback", feedback),
            element("defaultgrade", figures(float(item.points if item.scored else 0))),
            element("penalty", "0.3333333"),
            element("hidden", "0"),
            element("idnumber", item.id),
            *parts,
            *(_formatted("hint", f"<p>{self.texts.html(hint)}</p>") for hint in item.hints),
            element("tags", *lines(element("tag", _text(tag)) for tag in tags)),
        )
        return element("question", *lines(content), type=kind)


def write(assessment: Assessment, losses: Losses, *, ordering: bool = True) -> bytes:
    """The questions under a category of the test's title; the bank's id is the name and the id number of each.

    Without `ordering`, steps to put in order are matched with their numbers: Moodle has ordering questions since 4.4,
    and an older one refuses the whole file for one of them.
    """
    stay_in_bank(assessment.items, losses)
    sheet = _Sheet(assessment, losses, ordering=ordering)
    shapes = ((item, item.shape()) for item in assessment.items)
    questions = [_question(item, shape, sheet) for item, shape in shapes if can_be_typed(item, shape, losses)]
    return document(element("quiz", *lines([_category(assessment), *questions])))


FORMAT = Format("Moodle XML", ".xml", write, markup=True)
OLDER = Format("Moodle XML for Moodle 4.3 and earlier", ".xml", partial(write, ordering=False), markup=True)


def marks_of(item: Item, *, with_type: bool) -> list[str]:
    """The tags of a question, and those that say what it is in the bank: `handbook import` reads them back."""
    difficulty = [f"difficulty:{item.difficulty}"] if item.difficulty else []
    return [*item.tags, f"level:{item.level}", *difficulty, *([f"type:{item.kind}"] if with_type else [])]


def reads_as_another(shape: Shape, *, ordering: bool) -> bool:
    """Whether the file would be read back as a question of another type, which it then has to name."""
    return (isinstance(shape, Arrange) and not ordering) or (isinstance(shape, Pair) and shape.sorting)


def category(assessment: Assessment) -> str:
    """Where Moodle puts the questions: below the title, by edition and form code.

    So forms stay apart, and a newer edition does not come to lie among the questions of an older one, twice each.
    """
    levels = (assessment.texts.plain(assessment.title), assessment.origin)
    return "/".join(["$course$/top", *(level.replace("/", "//") for level in levels)])  # a slash alone divides levels


def _category(assessment: Assessment) -> Element:
    """It has no id number: that is unique in a question bank, while Moodle finds a category by its name."""
    name = element("category", _text(category(assessment)))
    info = element("info", _text(assessment.origin), format="plain_text")
    return element("question", *lines([name, info]), type="category")


def _question(item: Item, shape: Shape, sheet: _Sheet) -> Element:
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


def _choice(item: Item, stem: Sequence[str], shape: Choose, sheet: _Sheet) -> Element:
    if shape.score == "all-or-nothing":
        sheet.losses.add(item, *PARTS_OF_POINTS)
    feedback = explanation(item, sheet.texts)
    settings = _settings(single=str(shape.single).lower(), shuffleanswers="true", answernumbering="abc")
    html = sheet.texts.html
    answers = (_answer(answer.share, html(answer.text), "html", _why(answer, sheet)) for answer in shape.answers)
    return sheet.question("multichoice", item, paragraphs(sheet.texts, stem), feedback, *settings, *answers)


def _truth(item: Item, shape: Choose, sheet: _Sheet) -> Element:
    answers = (
        _answer(answer.share, answer.ident, "moodle_auto_format", _why(answer, sheet)) for answer in shape.answers
    )
    stem, feedback = paragraphs(sheet.texts, [item.stem]), explanation(item, sheet.texts)
    return sheet.question("truefalse", item, stem, feedback, *answers)


def _ordering(item: Item, shape: Arrange, sheet: _Sheet) -> Element:
    sheet.losses.add(item, *REASONS_BELOW)
    sheet.losses.add(item, *SINCE_4_4)
    if shape.swaps:
        sheet.losses.add(item, "steps in any order", "only the listed order is right, and the explanation names them")
    feedback = explanation(item, sheet.texts, step_reasons(shape, sheet.texts))
    settings = _settings(
        layouttype="VERTICAL",
        selecttype="ALL",
        selectcount=str(len(shape.steps)),
        gradingtype=_GRADING[shape.score],
        showgrading="SHOW",
        numberingstyle="none",
        shownumcorrect="1",
    )
    steps = (
        element("answer", _text(verbatim(sheet.texts.html(step.text))), fraction=f"{at}.0000000", format="html")
        for at, step in enumerate(shape.steps, start=1)
    )
    return sheet.question("ordering", item, paragraphs(sheet.texts, [item.stem]), feedback, *settings, *steps)


def _numbering(item: Item, shape: Arrange, sheet: _Sheet) -> Element:
    for loss in (*lost_order(shape), REASONS_BELOW):
        sheet.losses.add(item, *loss)
    return _pairs(item, shape.numbered(), step_reasons(shape, sheet.texts), sheet)


def _matching(item: Item, shape: Pair, sheet: _Sheet) -> Element:
    sheet.losses.add(item, *REASONS_BELOW)
    return _pairs(item, shape, html_list(pair_reason(entry, sheet.texts) for entry in shape.entries), sheet)


def _pairs(item: Item, shape: Pair, reasons: str, sheet: _Sheet) -> Element:
    feedback = explanation(item, sheet.texts, reasons)
    rows = (
        _formatted(
            "subquestion",
            sheet.texts.html(left) if left else "",
            element("answer", _text(sheet.texts.plain(right))),
        )
        for left, right in pair_rows(shape)
    )
    stem = paragraphs(sheet.texts, [item.stem])
    return sheet.question("matching", item, stem, feedback, *_settings(shuffleanswers="true"), *rows)


def pair_rows(shape: Pair) -> list[tuple[str, str]]:
    """Each entry with its target, then targets that stay unused, and so many rows as Moodle wants."""
    targets = {entry.target.ident for entry in shape.entries}
    rows = [(entry.text, entry.target.text) for entry in shape.entries]
    rows += [("", target.text) for target in shape.targets if target.ident not in targets]
    return rows + [("", shape.entries[0].target.text)] * (FEWEST_ROWS - len(rows))


def _typing(item: Item, shape: Type, sheet: _Sheet) -> Element:
    typed = typed_answers(shape)
    for loss in (*typed.losses, *typed.repeats):
        sheet.losses.add(item, *loss)
    stem, feedback = paragraphs(sheet.texts, [item.stem]), explanation(item, sheet.texts)
    if typed.numbers:
        if len({accepted.unit for accepted in typed.numbers}) > 1:
            sheet.losses.add(item, *ANY_UNIT)
        return sheet.question("numerical", item, stem, feedback, *_numerical(typed, sheet))
    return sheet.question("shortanswer", item, stem, feedback, element("usecase", "0"), *_short(typed, sheet))


def _numerical(typed: TypedAnswers, sheet: _Sheet) -> Iterator[Element]:
    for accepted in typed.numbers:
        yield _typed(1, figures(accepted.number or 0), "", element("tolerance", figures(accepted.tol)))
    for near in typed.near:
        yield _typed(0, sheet.texts.literal(near.text), _near(near, sheet), element("tolerance", "0"))
    yield from _units(typed)


def _short(typed: TypedAnswers, sheet: _Sheet) -> Iterator[Element]:
    for text in typed.spellings:
        yield _typed(1, _no_wildcard(sheet.texts.literal(text)), "")
    for near in typed.near:
        yield _typed(0, _no_wildcard(sheet.texts.literal(near.text)), _near(near, sheet))


def _near(near: Near, sheet: _Sheet) -> str:
    return f"<p>{sheet.texts.html(near.why)}</p>"


def _essay(item: Item, shape: Reflect, sheet: _Sheet) -> Element:
    if shape.answers:
        sheet.losses.add(item, *SCALE)
    questions = prompts(item.stem, shape, sheet.texts)
    feedback = explanation(item, sheet.texts, advice(shape, sheet.texts))
    settings = _settings(
        responseformat="plain",
        responserequired="0",
        responsefieldlines="10",
        attachments="0",
        attachmentsrequired="0",
    )
    return sheet.question("essay", item, questions, feedback, *settings)


def _settings(**values: str) -> list[Element]:
    return [element(tag, value) for tag, value in values.items()]


def _why(answer: Answer, sheet: _Sheet) -> Element:
    return _formatted("feedback", f"<p>{sheet.texts.html(answer.why)}</p>")


def _answer(share: float, text: str, kind: str, *parts: Content) -> Element:
    content = lines([_text(verbatim(text)), *parts])
    return element("answer", *content, fraction=percent(share), format=kind)


def _typed(share: float, text: str, why: str, *parts: Content) -> Element:
    return _answer(share, text, "moodle_auto_format", _formatted("feedback", why), *parts)


def _units(typed: TypedAnswers) -> Iterator[Element]:
    units = dict.fromkeys(accepted.unit for accepted in typed.numbers if accepted.unit)
    show = "0" if units else "3"
    yield from _settings(unitgradingtype="0", unitpenalty="0", showunits=show, unitsleft="0")
    if units:
        rows = (element("unit", element("multiplier", "1"), element("unit_name", name)) for name in units)
        yield element("units", *lines(rows))


def percent(share: float) -> str:
    """A share in percent, with the five digits in which Moodle lists the grades that it knows."""
    return f"{share * 100:.5f}".rstrip("0").rstrip(".")


def _no_wildcard(text: str) -> str:
    return text.replace("*", r"\*")


def _text(text: Content) -> Element:
    return element("text", text)


def _formatted(tag: str, text: str, *parts: Content) -> Element:
    return element(tag, *lines([_text(verbatim(text)), *parts]), format="html")
