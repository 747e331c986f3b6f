"""GIFT: questions as plain text, read by Moodle and others.

Source: Moodle's documentation of the format and its importer, question/format/gift/format.php.
"""

from __future__ import annotations

import re
from functools import singledispatch

from ...model.items import SCALES, Classify, Item, Match, Multiple, Order, Reflect, Scenario, Short, Single, TrueFalse
from ..assessment import Assessment, Format, Losses
from ..markup import ANY_ORDER, READ_MORE, in_words, joined
from ..shapes import STORY, Pairing, can_be_typed, choosing, number, pairing, places, typing
from ..texts import ItemTexts
from .moodle import FEWEST_ROWS, percent

_CONTROL = re.compile(r"[\\~=#{}:]")
NO_PAIR_REASON = ("a reason of its own for each entry", "the reasons follow the explanation")


class _Sheet:
    def __init__(self, texts: ItemTexts, losses: Losses) -> None:
        self.texts, self.losses = texts, losses

    def text(self, text: str) -> str:
        """A text of an item, escaped. A beginning that would be read as a mark is kept apart by a format's name."""
        said = self.texts.plain(text)
        return ("[plain]" if said.startswith(("[", "%")) else "") + escaped(said)

    def stem(self, *said: str) -> str:
        """The texts of a stem, a line each. The name of the format stands before it anyway."""
        return "\\n".join(escaped(self.texts.plain(text)) for text in said)


def write(paper: Assessment, losses: Losses) -> bytes:
    """The questions under a category of the test's title; the bank's id is the title and the id number of each."""
    sheet = _Sheet(paper.texts, losses)
    about = " · ".join(said for said in (paper.id, str(paper.edition), paper.code) if said)
    blocks = [f"// {about}\n$CATEGORY: $course$/top/{paper.texts.plain(paper.title).replace('/', '//')}"]
    blocks += [_block(item, sheet) for item in paper.items if can_be_typed(item, losses)]
    return ("\n\n".join(blocks) + "\n").encode()


FORMAT = Format("GIFT", ".gift.txt", write)


def escaped(text: str) -> str:
    """The text with a backslash before every control character of the format."""
    return _CONTROL.sub(r"\\\g<0>", text)


def _block(item: Item, sheet: _Sheet) -> str:
    tags = [*item.tags, f"level:{item.level}", *([f"difficulty:{item.difficulty}"] if item.difficulty else [])]
    tags += [f"type:{item.kind}"] if isinstance(item, Order | Classify) else []  # so that it can be read back
    marks = " ".join(f"[{mark}]" for mark in (f"id:{item.id}", *(f"tag:{tag}" for tag in tags)))
    if item.hints:
        sheet.losses.add(item, "hints", "they are left out")
    if item.points != 1:
        sheet.losses.add(item, f"{item.points} points", "it counts as one point")
    stem, answers = _asked(item, sheet)
    return f"// {marks}\n::{item.id}::[plain]{stem}{{{answers}{_explained(item, sheet)}}}"


def _explained(item: Item, sheet: _Sheet) -> str:
    said = [sheet.texts.plain(item.explain)] if item.explain else []
    said += _reasons(item, sheet)
    found = sheet.texts.sources(item)
    said += [f"{READ_MORE} {' '.join(source.address for source in found)}"] if found else []
    return "####" + "\\n".join(map(escaped, said)) + "\n" if said else ""


def _reasons(item: Item, sheet: _Sheet) -> list[str]:
    plain = sheet.texts.plain
    if isinstance(item, Match | Classify):
        return [joined(f"{plain(p.text)} → {plain(p.target_text)}", plain(p.why)) for p in pairing(item).pairs]
    if isinstance(item, Order):
        named = {step.ident: plain(step.text) for step in item.steps}
        swaps = [f"{ANY_ORDER} {' · '.join(named[ident] for ident in group)}" for group in item.equal_idents()]
        return [*(joined(plain(step.text), plain(step.why)) for step in item.steps), *swaps]
    if isinstance(item, Reflect):
        told = ((prompt, answer, text) for prompt in item.prompts for answer, text in prompt.advice.items())
        return [joined(f"{plain(prompt.text)} {in_words(answer)}", plain(text)) for prompt, answer, text in told]
    return []


@singledispatch
def _asked(item: Item, sheet: _Sheet) -> tuple[str, str]:
    """The stem and the answers of an item."""
    raise TypeError(f"{item.kind} has no form in this format")


@_asked.register(Single)
@_asked.register(Multiple)
@_asked.register(Scenario)
def _choice(item: Single | Multiple | Scenario, sheet: _Sheet) -> tuple[str, str]:
    asked = choosing(item)
    assert asked is not None  # by its type
    if isinstance(item, Scenario):
        sheet.losses.add(item, *STORY)
    if isinstance(item, Multiple) and item.score == "all-or-nothing":
        sheet.losses.add(item, "points for all or nothing", "right answers earn a share, wrong ones lose one")
    lines = ""
    for answer in asked.answers:
        weight = f"~%{percent(answer.share)}%" if answer.share else "~"
        mark = "=" if asked.single and answer.share == 1 else weight
        lines += f"\n{mark}{_without_arrow(item, sheet.text(answer.text), sheet)} #{sheet.text(answer.why)}"
    return sheet.stem(*asked.stem), lines + "\n"


@_asked.register
def _truth(item: TrueFalse, sheet: _Sheet) -> tuple[str, str]:
    wrong, right = (item.why.false, item.why.true) if item.answer else (item.why.true, item.why.false)
    answer = f"{str(item.answer).upper()} #{sheet.text(wrong)} #{sheet.text(right)}\n"
    return sheet.stem(item.stem), answer


@_asked.register
def _order(item: Order, sheet: _Sheet) -> tuple[str, str]:
    sheet.losses.add(item, "steps to put in order", "each step is matched with its number")
    if item.score == "exact":
        sheet.losses.add(item, "points for the whole order only", "each step in its place earns a share of them")
    return _pairs(item, places(item), sheet)


@_asked.register(Match)
@_asked.register(Classify)
def _match(item: Match | Classify, sheet: _Sheet) -> tuple[str, str]:
    return _pairs(item, pairing(item), sheet)


@_asked.register
def _short(item: Short, sheet: _Sheet) -> tuple[str, str]:
    asked = typing(item)
    for loss in asked.losses:
        sheet.losses.add(item, *loss)
    if asked.numbers:
        if any(accepted.unit for accepted in asked.numbers):
            sheet.losses.add(item, "a unit", "only the number is accepted")
        rows = [f"={number(accepted.number or 0)}:{number(accepted.tol)}" for accepted in asked.numbers]
        rows += [f"=%0%{near.text}:0 #{sheet.text(near.why)}" for near in asked.near]
        return sheet.stem(item.stem), "#\n" + "\n".join(rows) + "\n"
    rows = [f"=%100%{_typed(text, sheet)}" for text in asked.texts]
    rows += [f"=%0%{_typed(near.text, sheet)} #{sheet.text(near.why)}" for near in asked.near]
    return sheet.stem(item.stem), "\n" + "\n".join(_without_arrow(item, row, sheet) for row in rows) + "\n"


@_asked.register
def _essay(item: Reflect, sheet: _Sheet) -> tuple[str, str]:
    scale = [" / ".join(map(in_words, SCALES[item.scale]))] if SCALES[item.scale] else []
    if scale:
        sheet.losses.add(item, "a rating scale", "its answers are listed, and people type one")
    return "\\n".join([sheet.stem(item.stem, *(prompt.text for prompt in item.prompts)), *map(escaped, scale)]), ""


def _pairs(item: Item, asked: Pairing, sheet: _Sheet) -> tuple[str, str]:
    sheet.losses.add(item, *NO_PAIR_REASON)
    used = {pair.target for pair in asked.pairs}
    rows = [(_without_arrow(item, sheet.text(pair.text), sheet), pair.target_text) for pair in asked.pairs]
    rows += [("", text) for key, text in asked.targets if key not in used]
    rows += [("", asked.pairs[0].target_text)] * (FEWEST_ROWS - len(rows))
    lines = "".join(f"\n={left} -> {escaped(sheet.texts.plain(right))}" for left, right in rows)
    return sheet.stem(item.stem), lines + "\n"


def _without_arrow(item: Item, said: str, sheet: _Sheet) -> str:
    """The text without the mark that makes a matching question of any question."""
    if "->" in said:
        sheet.losses.add(item, "an arrow typed as ->", "a single arrow (→) takes its place")
    return said.replace("->", "→")


def _typed(text: str, sheet: _Sheet) -> str:
    said = sheet.texts.literal(text).replace("*", r"\*")
    return ("[plain]" if said.startswith("[") else "") + escaped(said)
