"""Items as rows of a table, one row an item: what a spreadsheet can hold.

A cell that holds several values has a line for each. The columns `answer`, `right`, `why` and `key` are numbered; what
`right` says depends on the type: yes, a place in the order, what the answer belongs to, or how it is compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import assert_never

from ..model.answers import Accepted
from ..model.items import Item
from ..model.schema import ident_of
from ..model.shapes import Arrange, Choose, Pair, Part, Reflect, Shape, Story, Type
from .assessment import Assessment, Losses
from .texts import ItemTexts

FIRST = ("id", "type", "level", "question")
PARTS = ("answer", "right", "why", "key")
LAST = (
    *("choices", "choice keys", "explain", "hints", "refs", "tags", "difficulty", "points"),
    *("score", "rev", "status", "enemies", "waive"),
)
ALWAYS = {*FIRST, "explain", "refs", "tags"}
YES, NUMBER, PATTERN = "yes", "number", "pattern"
NO_KEY = "-"
"""Stands among the keys of the choices for one that has none."""

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class _Cells:
    """The cells of one entry of an item, and those that there is one of."""

    entries: list[tuple[str, str, str, str]]
    choices: str = ""
    choice_keys: str = ""
    score: str = ""


def rows(assessment: Assessment, losses: Losses) -> tuple[list[str], list[Row]]:
    """The columns in use, and a row for each item that has one."""
    all_rows = [row for item in assessment.items if (row := _row(item, assessment.texts, losses))]
    used_columns = {column for row in all_rows for column, text in row.items() if text} | ALWAYS
    most = max((int(column.rpartition(" ")[2]) for column in used_columns if column[-1].isdigit()), default=0)
    parts = [f"{part} {at}" for at in range(1, most + 1) for part in PARTS]
    return [column for column in (*FIRST, *parts, *LAST) if column in used_columns], all_rows


def _row(item: Item, texts: ItemTexts, losses: Losses) -> Row | None:
    shape = item.shape()
    cells = _cells(shape, texts)
    if cells is None:
        losses.leave_out(item, "a story with branches doesn't fit into a row")
        return None
    row = {"id": item.id, "type": item.kind, "level": item.level, "question": texts.plain(item.stem)}
    for at, entry in enumerate(cells.entries, start=1):
        row |= {f"{part} {at}": text for part, text in zip(PARTS, entry, strict=True)}
    return row | {
        "choices": cells.choices,
        "choice keys": cells.choice_keys,
        "score": cells.score,
        "explain": texts.plain(item.explain or ""),
        "hints": _lines(map(texts.plain, item.hints)),
        "refs": _lines(source.address for source in texts.sources(item)),
        "tags": _lines(item.tags),
        "difficulty": str(item.difficulty or ""),
        "points": str(item.points) if item.points != 1 else "",
        "rev": str(item.rev) if item.rev != 1 else "",
        "status": item.status if item.status != "active" else "",
        "enemies": _lines(item.enemies),
        "waive": _lines(f"{waiver.rule}: {waiver.why}" for waiver in item.waive),
    }


def _cells(shape: Shape, texts: ItemTexts) -> _Cells | None:
    """The cells of a question. None for a story, whose points lead to each other: a row has no place for that."""
    match shape:
        case Choose():
            return _options(shape, texts)
        case Arrange():
            return _steps(shape, texts)
        case Pair():
            return _pairs(shape, texts)
        case Type():
            return _typed(shape, texts)
        case Reflect():
            return _prompts(shape, texts)
        case Story():
            return None
        case _:
            assert_never(shape)


def _options(shape: Choose, texts: ItemTexts) -> _Cells:
    plain = texts.plain
    entries = [(plain(a.text), YES if a.right else "", plain(a.why), _key(a, texts)) for a in shape.answers]
    return _Cells(entries, score=shape.score if shape.score and shape.score != "per-option" else "")


def _steps(shape: Arrange, texts: ItemTexts) -> _Cells:
    plain = texts.plain
    entries = [(plain(step.text), str(step.places[0]), plain(step.why), _key(step, texts)) for step in shape.steps]
    return _Cells(entries, score=shape.score if shape.score != "adjacent" else "")


def _pairs(shape: Pair, texts: ItemTexts) -> _Cells:
    plain = texts.plain
    entries = [(plain(e.text), plain(e.target.text), plain(e.why), _key(e, texts)) for e in shape.entries]
    keys = [_key(target, texts) for target in shape.targets]
    choices = _lines(plain(target.text) for target in shape.targets)
    return _Cells(entries, choices, _lines(key or NO_KEY for key in keys) if any(keys) else "")


def _key(part: Part, texts: ItemTexts) -> str:
    """The name by which answers to a question know a part of it. Empty where its text in the table tells it."""
    plain = texts.plain(part.text)
    return part.key or ("" if part.ident in (ident_of(plain), plain.casefold()) else part.ident)


def _typed(shape: Type, texts: ItemTexts) -> _Cells:
    accepted = [(*_accepted(answer, texts), "", "") for answer in shape.accept]
    return _Cells([*accepted, *((texts.literal(n.text), "", texts.plain(n.why), "") for n in shape.near)])


def _prompts(shape: Reflect, texts: ItemTexts) -> _Cells:
    entries = [(texts.plain(p.text), "", _lines(_advised(p.advice, texts)), _key(p, texts)) for p in shape.prompts]
    return _Cells(entries, shape.scale)


def _accepted(answer: Accepted, texts: ItemTexts) -> tuple[str, str]:
    if answer.regex is not None:
        return answer.regex, PATTERN
    if answer.number is None:
        return texts.literal(answer.text or ""), YES
    return answer.reads or "", NUMBER


def _advised(advice: Iterable[tuple[str, str]], texts: ItemTexts) -> Iterator[str]:
    return (f"{answer}: {texts.plain(text)}" for answer, text in advice)


def _lines(values: Iterable[str]) -> str:
    return "\n".join(values)
