"""GIFT: questions as plain text, read by Moodle and others.

Source: Moodle's documentation of the format and its importer, question/format/gift/format.php.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import assert_never

from ...model.answers import figures
from ...model.items import Item
from ...model.shapes import Arrange, Choose, Pair, Reflect, Shape, Story, Type, in_words
from ..assessment import HINTS, PARTS_OF_POINTS, SCALE, STORY, Assessment, Format, Losses, lost_order, stay_in_bank
from ..markup import ANY_ORDER, READ_MORE, joined
from ..texts import ItemTexts
from ..typed_answers import UNIT, can_be_typed, typed_answers
from .moodle import category, marks_of, pair_rows, percent, reads_as_another

_CONTROL = re.compile(r"[\\~=#{}:]")
GRADED_BY_HAND = (
    "a reflection, which counts no points",
    "it counts one, and Moodle gives no grade until a person has graded it. Leave it out of a quiz that counts",
)
NO_PAIR_REASON = ("a reason of its own for each entry", "the reasons follow the explanation")


class _Sheet:
    def __init__(self, texts: ItemTexts, losses: Losses) -> None:
        self.texts, self.losses = texts, losses

    def text(self, text: str) -> str:
        """A text of an item, escaped. A beginning that would be read as a mark is kept apart by a format's name."""
        plain = self.texts.plain(text)
        return ("[plain]" if plain.startswith(("[", "%")) else "") + escaped(plain)

    def stem(self, *texts: str) -> str:
        """The texts of a stem, a line each. The name of the format stands before it anyway."""
        return "\\n".join(escaped(self.texts.plain(text)) for text in texts)


def write(assessment: Assessment, losses: Losses) -> bytes:
    """The questions under a category of the test's title; the bank's id is the title and the id number of each."""
    stay_in_bank(assessment.items, losses)
    sheet = _Sheet(assessment.texts, losses)
    blocks = [f"// {assessment.id} · {assessment.origin}\n$CATEGORY: {category(assessment)}"]
    shapes = ((item, item.shape()) for item in assessment.items)
    blocks += [_block(item, shape, sheet) for item, shape in shapes if can_be_typed(item, shape, losses)]
    return ("\n\n".join(blocks) + "\n").encode()


FORMAT = Format("GIFT", ".gift.txt", write)


def escaped(text: str) -> str:
    """The text with a backslash before every control character of the format."""
    return _CONTROL.sub(r"\\\g<0>", text)


def _block(item: Item, shape: Shape, sheet: _Sheet) -> str:
    tags = marks_of(item, with_type=reads_as_another(shape, ordering=False))
    marks = " ".join(f"[{mark}]" for mark in (f"id:{item.id}", *(f"tag:{tag}" for tag in tags)))
    if item.hints:
        sheet.losses.add(item, *HINTS)
    if item.points != 1:
        sheet.losses.add(item, f"{item.points} points", "it counts as one point")
    stem, answers = _stem_and_answers(item, shape, sheet)
    return f"// {marks}\n::{item.id}::[plain]{stem}{{{answers}{_explained(item, shape, sheet)}}}"


def _explained(item: Item, shape: Shape, sheet: _Sheet) -> str:
    parts = [sheet.texts.plain(item.explain)] if item.explain else []
    parts += _reasons(shape, sheet.texts.plain)
    references = sheet.texts.sources(item)
    parts += [f"{READ_MORE} {' '.join(source.address for source in references)}"] if references else []
    return "####" + "\\n".join(map(escaped, parts)) + "\n" if parts else ""


def _reasons(shape: Shape, plain: Callable[[str], str]) -> list[str]:
    """The reasons that have no place beside the answers."""
    match shape:
        case Pair():
            pairs = ((f"{_arrowless(plain(e.text))} → {plain(e.target.text)}", plain(e.why)) for e in shape.entries)
            return [joined(pair, why) for pair, why in pairs]
        case Arrange():
            swaps = (f"{ANY_ORDER} {' · '.join(plain(step.text) for step in group)}" for group in shape.swaps)
            return [*(joined(_arrowless(plain(step.text)), plain(step.why)) for step in shape.steps), *swaps]
        case Reflect():
            advice = ((prompt, answer, text) for prompt in shape.prompts for answer, text in prompt.advice)
            return [joined(f"{plain(prompt.text)} {in_words(answer)}", plain(text)) for prompt, answer, text in advice]
        case Choose() | Type() | Story():
            return []
        case _:
            assert_never(shape)


def _stem_and_answers(item: Item, shape: Shape, sheet: _Sheet) -> tuple[str, str]:
    """The stem and the answers of an item."""
    match shape:
        case Choose(truth=True):
            return sheet.stem(item.stem), _truth(shape, sheet)
        case Choose():
            return sheet.stem(item.stem), _choice(item, shape, sheet)
        case Story():
            sheet.losses.add(item, *STORY)
            return sheet.stem(item.stem, shape.points[0].text), _choice(item, shape.opening(), sheet)
        case Arrange():
            return sheet.stem(item.stem), _order(item, shape, sheet)
        case Pair():
            return sheet.stem(item.stem), _pairs(item, shape, sheet)
        case Type():
            return sheet.stem(item.stem), _typed(item, shape, sheet)
        case Reflect():
            return _essay(item, shape, sheet), ""
        case _:
            assert_never(shape)


def _choice(item: Item, shape: Choose, sheet: _Sheet) -> str:
    if shape.score == "all-or-nothing":
        sheet.losses.add(item, *PARTS_OF_POINTS)
    lines = ""
    for answer in shape.answers:
        weight = f"~%{percent(answer.share)}%" if answer.share else "~"
        mark = "=" if shape.single and answer.share == 1 else weight
        lines += f"\n{mark}{_without_arrow(item, sheet.text(answer.text), sheet)} #{sheet.text(answer.why)}"
    return lines + "\n"


def _truth(shape: Choose, sheet: _Sheet) -> str:
    """The reason for the wrong answer, then that for the right one."""
    wrong, right = sorted(shape.answers, key=lambda answer: answer.right)
    return f"{right.text.upper()} #{sheet.text(wrong.why)} #{sheet.text(right.why)}\n"


def _order(item: Item, shape: Arrange, sheet: _Sheet) -> str:
    for loss in lost_order(shape):
        sheet.losses.add(item, *loss)
    return _pairs(item, shape.numbered(), sheet)


def _typed(item: Item, shape: Type, sheet: _Sheet) -> str:
    typed = typed_answers(shape)
    for loss in (*typed.losses, *typed.repeats):
        sheet.losses.add(item, *loss)
    if typed.numbers:
        if any(accepted.unit for accepted in typed.numbers):
            sheet.losses.add(item, *UNIT)
        rows = [f"={figures(accepted.number or 0)}:{figures(accepted.tol)}" for accepted in typed.numbers]
        rows += [f"=%0%{near.text}:0 #{sheet.text(near.why)}" for near in typed.near]
        return "#\n" + "\n".join(rows) + "\n"
    rows = [f"=%100%{_literal(text, sheet)}" for text in typed.spellings]
    rows += [f"=%0%{_literal(near.text, sheet)} #{sheet.text(near.why)}" for near in typed.near]
    return "\n" + "\n".join(_without_arrow(item, row, sheet) for row in rows) + "\n"


def _essay(item: Item, shape: Reflect, sheet: _Sheet) -> str:
    sheet.losses.add(item, *GRADED_BY_HAND)
    scale = [" / ".join(map(in_words, shape.answers))] if shape.answers else []
    if scale:
        sheet.losses.add(item, *SCALE)
    return "\\n".join([sheet.stem(item.stem, *(prompt.text for prompt in shape.prompts)), *map(escaped, scale)])


def _pairs(item: Item, shape: Pair, sheet: _Sheet) -> str:
    sheet.losses.add(item, *NO_PAIR_REASON)
    rows = [(_without_arrow(item, sheet.text(left), sheet) if left else "", right) for left, right in pair_rows(shape)]
    return "".join(f"\n={left} -> {escaped(sheet.texts.plain(right))}" for left, right in rows) + "\n"


def _without_arrow(item: Item, text: str, sheet: _Sheet) -> str:
    """The text without the mark that makes a matching question of any question."""
    if "->" in text:
        sheet.losses.add(item, "an arrow typed as ->", "a single arrow (→) takes its place")
    return _arrowless(text)


def _arrowless(text: str) -> str:
    return text.replace("->", "→")


def _literal(text: str, sheet: _Sheet) -> str:
    literal = sheet.texts.literal(text).replace("*", r"\*")
    return ("[plain]" if literal.startswith("[") else "") + escaped(literal)
