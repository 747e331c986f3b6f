"""What a learning platform gets for each question: its interaction, and the room that its saved answer takes.

The player in `web/src/scorm` reads these records from the page; `Record.room` is held to what it writes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import assert_never
from urllib.parse import quote

from ...model.items import Item
from ...model.shapes import Arrange, Choose, Pair, Reflect, Story, Type, idents
from ..assessment import Assessment, Losses
from ..texts import ItemTexts
from .standard import ScormStandard

NAMES = 36
"""What one character can name: a to z, 0 to 9."""

_HEAD = len("1.abcdef.seed12")
_STATE = len(".0abc")
_LINE, _LEAST = 160, 40

MANY = f"more than {NAMES} entries, which the platform's record names by one letter or digit each"
PATTERN = (
    "an accepted answer that is a pattern",
    "it counts, but the platform's record of right answers leaves it out",
)
TOLERANCE = ("a tolerance", "it counts, but the platform's record of right answers names the exact number")
REFLECTION = ("the answers to it", "the advice is shown, but nothing is sent or kept")


@dataclass(frozen=True, slots=True)
class Record:
    """A question as the platform sees it.

    `kind` is its type in SCORM. Its entries are given by their place in `names`, the second of a pair by that in
    `targets`. `right` are the right answers, as names or typed words. `length`: how many entries an answer can have.
    """

    item: Item
    kind: str
    names: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    right: tuple[tuple[str, ...], ...] = ()
    length: int = 1

    @property
    def room(self) -> int:
        """The most characters that its saved answer takes, typed words aside."""
        return _STATE + (0 if self.kind == "fill-in" else self.length)

    def data(self, line: int) -> dict[str, object]:
        """The record for the page. `line` characters of typed words are kept."""
        data: dict[str, object] = {"id": self.item.id, "kind": self.kind, "right": self.right}
        if self.kind == "fill-in":
            return data | {"line": line}
        targets: dict[str, object] = {"targets": self.targets} if self.targets else {}
        return data | {"names": self.names} | targets


def records(assessment: Assessment, standard: ScormStandard, losses: Losses) -> list[Record]:
    """The records of all scored questions that a package can hold."""
    item_records = []
    for item in assessment.items:
        record = _record(item, assessment.texts, standard, losses)
        if record is None:
            losses.add(item, *REFLECTION)
        elif max(len(record.names), len(record.targets)) > NAMES:
            losses.leave_out(item, MANY)
        else:
            item_records.append(record)
    return item_records


def line_for(item_records: Sequence[Record], standard: ScormStandard) -> int | None:
    """How many characters of each typed answer can be kept; None when the answers do not fit."""
    typed = [record for record in item_records if record.kind == "fill-in"]
    spare = standard.limit - _HEAD - sum(record.room for record in item_records)
    longest = max((len(quote(text)) for record in typed for right in record.right for text in right), default=0)
    line = min(_LINE, spare // max(1, len(typed)))
    return line if line >= (min(max(longest, _LEAST), _LINE) if typed else 0) else None


def more_than(count: int, what: str) -> tuple[str, str]:
    """The loss where the record names so many right answers and there are more."""
    return f"more than {count} {what}", "the platform's record names only those; all count"


def _record(item: Item, texts: ItemTexts, standard: ScormStandard, losses: Losses) -> Record | None:
    """The record of a question; None of one that counts no points."""
    shape = item.shape()
    match shape:
        case Choose(truth=True):
            return Record(item, "true-false", idents(shape.answers), right=(idents(shape.right),))
        case Choose():
            length = 1 if shape.single else len(shape.answers)
            return Record(item, "choice", idents(shape.answers), right=(idents(shape.right),), length=length)
        case Arrange():
            return _sequence(item, shape, standard, losses)
        case Pair():
            right = tuple(name for entry in shape.entries for name in (entry.ident, entry.target.ident))
            return Record(item, "matching", idents(shape.entries), idents(shape.targets), (right,), len(right))
        case Type():
            return _typed(item, shape, texts, standard, losses)
        case Story():
            names = dict.fromkeys(choice.ident for point in shape.points for choice in point.choices)
            way, _ = shape.best_way()
            return Record(item, "performance", tuple(names), right=(idents(way),), length=len(shape.points))
        case Reflect():
            return None
        case _:
            assert_never(shape)


def _sequence(item: Item, shape: Arrange, standard: ScormStandard, losses: Losses) -> Record:
    orders = tuple(islice(shape.orders(), standard.orders + 1))
    if len(orders) > standard.orders:
        losses.add(item, *more_than(standard.orders, "right orders"))
    return Record(item, "sequencing", idents(shape.steps), right=orders[: standard.orders], length=len(shape.steps))


def _typed(item: Item, shape: Type, texts: ItemTexts, standard: ScormStandard, losses: Losses) -> Record:
    right = tuple(dict.fromkeys(texts.literal(answer.exactly) for answer in shape.accept if answer.exactly))
    if any(answer.regex is not None for answer in shape.accept):
        losses.add(item, *PATTERN)
    if any(answer.tol for answer in shape.accept):
        losses.add(item, *TOLERANCE)
    if any(len(text) > standard.longest for text in right):
        longest = f"an accepted answer of more than {standard.longest} characters"
        losses.add(item, longest, "the platform's record cuts it there")
    if standard.texts is not None and len(right) > standard.texts:
        losses.add(item, *more_than(standard.texts, "accepted answers"))
    return Record(item, "fill-in", right=tuple((text,) for text in right[: standard.texts]))
