"""Items as rows of a table, one row an item: what a spreadsheet can hold.

A cell that holds several values has a line for each. The columns `answer`, `right`, `why` and `key` are numbered; what
`right` says depends on the type: yes, a place in the order, what the answer belongs to, or how it is compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import singledispatch

from ..model.items import Accepted, Classify, Item, Match, Multiple, Order, Reflect, Short, Single, TrueFalse
from .assessment import Assessment, Losses
from .shapes import in_figures
from .texts import ItemTexts

FIRST = ("id", "type", "level", "question")
PARTS = ("answer", "right", "why", "key")
LAST = (
    *("choices", "explain", "hints", "refs", "tags", "difficulty", "points"),
    *("score", "rev", "status", "enemies", "waive"),
)
ALWAYS = {*FIRST, "explain", "refs", "tags"}
YES, NUMBER, PATTERN = "yes", "number", "pattern"

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class _Cells:
    """The cells of one entry of an item, and those that there is one of."""

    entries: list[tuple[str, str, str, str]]
    choices: str = ""
    score: str = ""


def rows(paper: Assessment, losses: Losses) -> tuple[list[str], list[Row]]:
    """The columns in use, and a row for each item that has one."""
    found = [row for item in paper.items if (row := _row(item, paper.texts, losses))]
    used = {column for row in found for column, text in row.items() if text} | ALWAYS
    most = max((int(column.rpartition(" ")[2]) for column in used if column[-1].isdigit()), default=0)
    parts = [f"{part} {at}" for at in range(1, most + 1) for part in PARTS]
    return [column for column in (*FIRST, *parts, *LAST) if column in used], found


def _row(item: Item, texts: ItemTexts, losses: Losses) -> Row | None:
    cells = _cells(item, texts)
    if cells is None:
        losses.leave_out(item, "a story with branches doesn't fit into a row")
        return None
    if isinstance(item, Match | Classify):
        named = item.right if isinstance(item, Match) else item.categories
        if any(entry.key for entry in named):
            losses.add(item, "keys of the choices", "their texts are used instead")
    row = {"id": item.id, "type": item.kind, "level": item.level, "question": texts.plain(item.stem)}
    for at, entry in enumerate(cells.entries, start=1):
        row |= {f"{part} {at}": text for part, text in zip(PARTS, entry, strict=True)}
    return row | {
        "choices": cells.choices,
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


@singledispatch
def _cells(item: Item, texts: ItemTexts) -> _Cells | None:
    del item, texts
    return None


@_cells.register(Single)
@_cells.register(Multiple)
def _options(item: Single | Multiple, texts: ItemTexts) -> _Cells:
    plain = texts.plain
    entries = [(plain(o.text), YES if o.right else "", plain(o.why), o.key or "") for o in item.options]
    score = item.score if isinstance(item, Multiple) and item.score != "per-option" else ""
    return _Cells(entries, score=score)


@_cells.register
def _truth(item: TrueFalse, texts: ItemTexts) -> _Cells:
    true = ("True", YES if item.answer else "", texts.plain(item.why.true), "")
    false = ("False", "" if item.answer else YES, texts.plain(item.why.false), "")
    return _Cells([true, false])


@_cells.register
def _steps(item: Order, texts: ItemTexts) -> _Cells:
    at = {step.ident: str(place) for place, step in enumerate(item.steps, start=1)}
    for group in item.equal_idents():
        at.update(dict.fromkeys(group, min((at[ident] for ident in group), key=int)))
    plain = texts.plain
    entries = [(plain(step.text), at[step.ident], plain(step.why), step.key or "") for step in item.steps]
    return _Cells(entries, score=item.score if item.score != "adjacent" else "")


@_cells.register
def _pairs(item: Match, texts: ItemTexts) -> _Cells:
    plain = texts.plain
    told = [(plain(p.text), plain(item.target(p).text), plain(p.why), p.key or "") for p in item.left]
    return _Cells(told, _lines(plain(target.text) for target in item.right))


@_cells.register
def _cards(item: Classify, texts: ItemTexts) -> _Cells:
    plain = texts.plain
    told = [(plain(c.text), plain(item.category(c).text), plain(c.why), c.key or "") for c in item.cards]
    return _Cells(told, _lines(plain(category.text) for category in item.categories))


@_cells.register
def _typed(item: Short, texts: ItemTexts) -> _Cells:
    accepted = [(*_accepted(answer, texts), "", "") for answer in item.accept]
    return _Cells([*accepted, *((texts.literal(n.text), "", texts.plain(n.why), "") for n in item.near)])


@_cells.register
def _prompts(item: Reflect, texts: ItemTexts) -> _Cells:
    told = [(texts.plain(p.text), "", _lines(_advised(p.advice, texts)), p.key or "") for p in item.prompts]
    return _Cells(told, item.scale)


def _accepted(answer: Accepted, texts: ItemTexts) -> tuple[str, str]:
    if answer.regex is not None:
        return answer.regex, PATTERN
    if answer.number is None:
        return texts.literal(answer.text or ""), YES
    return in_figures(answer), NUMBER


def _advised(advice: dict[str, str], texts: ItemTexts) -> Iterator[str]:
    return (f"{answer}: {texts.plain(text)}" for answer, text in advice.items())


def _lines(values: Iterable[str]) -> str:
    return "\n".join(values)
