"""What a learning platform is told of each question: its interaction, and the room that its saved answer takes.

Source: ADL SCORM 1.2 Run-Time Environment, 3.4.4 (cmi.interactions, cmi.suspend_data). The player in `web/src/scorm`
reads these records from the page; `Record.room` is held to what it writes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import singledispatch
from itertools import islice, permutations, product
from urllib.parse import quote

from ...model.items import Accepted, Classify, Item, Match, Multiple, Order, Scenario, Short, Single, TrueFalse
from ..assessment import Assessment, Losses
from ..shapes import number, pairing
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


@singledispatch
def _record(item: Item, texts: ItemTexts, losses: Losses) -> Record | None:
    del item, texts, losses
    return None


@_record.register
def _(item: Single, _texts: ItemTexts, _losses: Losses) -> Record:
    return Record(item, "choice", _named(item), right=(_right(item),))


@_record.register
def _(item: Multiple, _texts: ItemTexts, _losses: Losses) -> Record:
    return Record(item, "choice", _named(item), right=(_right(item),), length=len(item.options))


@_record.register
def _(item: TrueFalse, _texts: ItemTexts, _losses: Losses) -> Record:
    return Record(item, "true-false", ("true", "false"), right=((str(item.answer).lower(),),))


@_record.register
def _(item: Order, _texts: ItemTexts, losses: Losses) -> Record:
    names = tuple(step.ident for step in item.steps)
    orders = tuple(islice(_orders(names, item.equal_idents()), _PATTERNS + 1))
    if len(orders) > _PATTERNS:
        losses.add(item, *SWAPS)
    return Record(item, "sequencing", names, right=orders[:_PATTERNS], length=len(names))


@_record.register(Match)
@_record.register(Classify)
def _pairs(item: Match | Classify, _texts: ItemTexts, _losses: Losses) -> Record:
    asked = pairing(item)
    right = tuple(name for pair in asked.pairs for name in (pair.key, pair.target))
    targets = tuple(ident for ident, _ in asked.targets)
    return Record(item, "matching", tuple(pair.key for pair in asked.pairs), targets, (right,), len(right))


@_record.register
def _(item: Short, texts: ItemTexts, losses: Losses) -> Record:
    right = tuple(dict.fromkeys(said for answer in item.accept if (said := _said(answer, texts))))
    if any(answer.regex is not None for answer in item.accept):
        losses.add(item, *PATTERN)
    if any(answer.tol for answer in item.accept):
        losses.add(item, *TOLERANCE)
    if any(len(said) > LONGEST for said in right):
        losses.add(item, *CUT)
    return Record(item, "fill-in", right=tuple((said,) for said in right))


@_record.register
def _(item: Scenario, _texts: ItemTexts, _losses: Losses) -> Record:
    names = dict.fromkeys(choice.ident for node in item.nodes.values() for choice in node.choices)
    return Record(item, "performance", tuple(names), right=(_best_way(item),), length=len(item.nodes))


def _named(item: Single | Multiple) -> tuple[str, ...]:
    return tuple(option.ident for option in item.options)


def _right(item: Single | Multiple) -> tuple[str, ...]:
    return tuple(option.ident for option in item.options if option.right)


def _orders(names: tuple[str, ...], groups: list[list[str]]) -> Iterator[tuple[str, ...]]:
    """Every right order, that of the bank first."""
    places = [sorted(names.index(name) for name in group) for group in groups]
    for swapped in product(*(permutations(group) for group in places)):
        order = list(names)
        for group, taken in zip(places, swapped, strict=True):
            for place, of in zip(group, taken, strict=True):
                order[place] = names[of]
        yield tuple(order)


def _said(answer: Accepted, texts: ItemTexts) -> str:
    if answer.regex is not None:
        return ""
    if answer.number is None:
        return texts.literal(answer.text or "")
    return f"{number(answer.number)} {answer.unit}" if answer.unit else number(answer.number)


def _best_way(item: Scenario) -> tuple[str, ...]:
    """The names of the best choices along the story."""
    way, at = [], item.start
    while at in item.nodes:
        best = max(item.nodes[at].choices, key=lambda choice: choice.rating)
        way.append(best.ident)
        at = best.go
    return tuple(way)
