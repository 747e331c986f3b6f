"""What a learning platform is told of each question: its interaction, and the room that its saved answer takes.

Source: ADL SCORM 1.2 Run-Time Environment, 3.4.4 (cmi.interactions, cmi.suspend_data). The player in `web/src/scorm`
reads these records from the page; `Record.room` is held to what it writes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import assert_never
from urllib.parse import quote

from ...model.items import Item
from ...model.shapes import Arrange, Choose, Pair, Part, Reflect, Story, Type
from ..assessment import Assessment, Losses
from ..texts import ItemTexts

KEPT = 4096
"""Characters of cmi.suspend_data (CMIString4096)."""
LONGEST = 255
"""Characters of a value (CMIString255)."""
NAMES = 36
"""What one character can name: a to z, 0 to 9."""

_PATTERNS = 6
_HEAD = len("1.abcdef.seed12")
_STATE = len(".0abc")
_LINE, _LEAST = 160, 40

MANY = f"more than {NAMES} entries, which SCORM 1.2 names by one letter or digit each"
SWAPS = ("more than six right orders", "the platform's record names six of them; all count")
PATTERN = (
    "an accepted answer that is a pattern",
    "it counts, but the platform's record of right answers leaves it out",
)
TOLERANCE = ("a tolerance", "it counts, but the platform's record of right answers names the exact number")
CUT = (f"an accepted answer of more than {LONGEST} characters", "the platform's record cuts it there")
REFLECTION = ("the answers to it", "the advice is shown, but nothing is sent or kept")


@dataclass(frozen=True, slots=True)
class Record:
    """A question as the platform sees it.

    `kind` is its type in SCORM. Its entries are told by their place in `names`, the second of a pair by that in
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
        told: dict[str, object] = {"id": self.item.id, "kind": self.kind, "right": self.right}
        if self.kind == "fill-in":
            return told | {"line": line}
        targets: dict[str, object] = {"targets": self.targets} if self.targets else {}
        return told | {"names": self.names} | targets


def records(paper: Assessment, losses: Losses) -> list[Record]:
    """The records of all scored questions that a package can hold."""
    found = []
    for item in paper.items:
        record = _record(item, paper.texts, losses)
        if record is None:
            losses.add(item, *REFLECTION)
        elif max(len(record.names), len(record.targets)) > NAMES:
            losses.leave_out(item, MANY)
        else:
            found.append(record)
    return found


def line_for(found: Sequence[Record]) -> int | None:
    """How many characters of each typed answer can be kept; None when the answers do not fit."""
    typed = [record for record in found if record.kind == "fill-in"]
    spare = KEPT - _HEAD - sum(record.room for record in found)
    longest = max((len(quote(text)) for record in typed for right in record.right for text in right), default=0)
    line = min(_LINE, spare // max(1, len(typed)))
    return line if line >= (min(max(longest, _LEAST), _LINE) if typed else 0) else None


def _record(item: Item, texts: ItemTexts, losses: Losses) -> Record | None:
    """The record of a question; None of one that counts no points."""
    shape = item.shape()
    match shape:
        case Choose(truth=True):
            return Record(item, "true-false", _names(shape.answers), right=(_names(shape.right),))
        case Choose():
            length = 1 if shape.single else len(shape.answers)
            return Record(item, "choice", _names(shape.answers), right=(_names(shape.right),), length=length)
        case Arrange():
            return _sequence(item, shape, losses)
        case Pair():
            right = tuple(name for entry in shape.entries for name in (entry.ident, entry.target.ident))
            return Record(item, "matching", _names(shape.entries), _names(shape.targets), (right,), len(right))
        case Type():
            return _typed(item, shape, texts, losses)
        case Story():
            names = dict.fromkeys(choice.ident for point in shape.points for choice in point.choices)
            way, _ = shape.best_way()
            return Record(item, "performance", tuple(names), right=(_names(way),), length=len(shape.points))
        case Reflect():
            return None
        case _:
            assert_never(shape)


def _sequence(item: Item, shape: Arrange, losses: Losses) -> Record:
    orders = tuple(islice(shape.orders(), _PATTERNS + 1))
    if len(orders) > _PATTERNS:
        losses.add(item, *SWAPS)
    return Record(item, "sequencing", _names(shape.steps), right=orders[:_PATTERNS], length=len(shape.steps))


def _typed(item: Item, shape: Type, texts: ItemTexts, losses: Losses) -> Record:
    right = tuple(dict.fromkeys(texts.literal(answer.exactly) for answer in shape.accept if answer.exactly))
    if any(answer.regex is not None for answer in shape.accept):
        losses.add(item, *PATTERN)
    if any(answer.tol for answer in shape.accept):
        losses.add(item, *TOLERANCE)
    if any(len(text) > LONGEST for text in right):
        losses.add(item, *CUT)
    return Record(item, "fill-in", right=tuple((text,) for text in right))


def _names(parts: Iterable[Part]) -> tuple[str, ...]:
    return tuple(part.ident for part in parts)
