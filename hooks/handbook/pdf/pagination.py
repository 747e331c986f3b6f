"""Settles which parts of the guide begin a page: pages run on, none is half empty, and what belongs together stays.

The parts come with their heights, so this knows nothing of what they are made of. It weighs all ways to fill the pages
and takes the one that costs least, as TeX does with the lines of a paragraph. Source: Knuth and Plass, "Breaking
Paragraphs into Lines", 1981.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, inf

FULL = 0.68
"""No page should be filled less than this, once its parts are spread: two thirds, and a little for what is below the
last line."""

_FACING = {"section": 0.0, "task": 0.0, "block": 1.0, "head": 1.5, "entry": 2.0}
"""What it costs that a page begins with such a part, where the page before faces it."""

_TURN = 7
"""So many times as much where the reader has to turn the leaf."""

_EMPTY, _HALF_EMPTY, _BLANK = 4.0, 200.0, 5.0
"""What it costs to leave a page empty: the square of the empty share, a page that is too empty, a page for notes."""

_LONG = 3
"""So few entries stay together, for one would be alone on a page."""

_WIDER, _AIRY = 0.013, 0.94
"""Space above a part may grow by such a share of the page, until so much of the page is used."""

Fill = tuple[int, float, int]
"""A way to fill a page: where the next one begins, how full this one is, and further pages that it goes on over."""


@dataclass(frozen=True, slots=True)
class PagePart:
    """A head, or an entry of a list, with its height in points and the space `above` it, which falls away at the top.

    An entry that goes on over a page has `again` above it there: the head of its table. `at` is its place among the
    `of` entries of its list.
    """

    kind: str
    height: float
    above: float = 0.0
    again: float = 0.0
    at: int = 0
    of: int = 0

    @property
    def may_begin(self) -> bool:
        """Whether it may stand at the top of a page: an entry not where it, or the one before it, would be alone."""
        if self.kind == "entry":
            return self.at == 0 or (self.of > _LONG and 1 < self.at < self.of - 1)
        return self.kind in _FACING


def page_starts(parts: Sequence[PagePart], high: float, first: int, fold: int = 1) -> list[int]:
    """The indices of the parts that begin a page of this height, from the first part on.

    `first` is the number of the first page: even ones face the next. After the last come pages for notes, until there
    is a multiple of `fold` before the back cover. A part that is higher than a page goes on over as many as it needs.
    """
    ways: list[dict[int, tuple[float, int, int]]] = [{} for _ in range(len(parts) + 1)]
    ways[0][first] = (0.0, 0, first)
    for start in range(len(parts)):
        for end, fill, over in _fills(parts, start, high):
            for page, (cost, _, _) in ways[start].items():
                after = page + 1 + over
                total = cost + _page_cost(fill) + (_start_cost(parts[end], after) if end < len(parts) else 0.0)
                if total < ways[end].get(after, (inf, 0, 0))[0]:
                    ways[end][after] = (total, start, page)
    last = ways[-1]
    page = min(last, key=lambda after: last[after][0] + _BLANK * (-after % fold), default=first)
    return [*_traced(ways, page)][::-1]


def spread(parts: Sequence[PagePart], starts: Sequence[int], high: float) -> list[float]:
    """How many points more there are above each part, so that a page with room to spare is filled further.

    What leads in to a list stays as near to it, and the rows of a table touch.
    """
    more = [0.0] * len(parts)
    for start, end in pairwise([*starts, len(parts)]):
        fill = sum(_height(parts[at], first=at == start) for at in range(start, end)) / high
        gaps = [at for at in range(start + 1, end) if _may_widen(parts[at - 1], parts[at])]
        for at in gaps:
            more[at] = round((_spread_fill(fill, len(gaps)) - fill) * high / len(gaps), 2)
    return more


def _height(part: PagePart, *, first: bool) -> float:
    """The room that a part takes on a page."""
    return part.height + ((part.again if part.at else 0.0) if first else part.above)


def _may_widen(before: PagePart, part: PagePart) -> bool:
    """Whether the space between two parts may grow."""
    return before.kind == "entry" and not (part.at and part.again)


def _spread_fill(fill: float, gaps: int) -> float:
    """How full a page is once so many of its spaces have grown."""
    return max(fill, min(_AIRY, fill + gaps * _WIDER))


def _fills(parts: Sequence[PagePart], start: int, high: float) -> Iterator[Fill]:
    """The ways to fill a page from a part on."""
    total, gaps, over, may_end = 0.0, 0, 0, False
    for end in range(start, len(parts)):
        part = parts[end]
        total += _height(part, first=end == start)
        gaps += end > start and _may_widen(parts[end - 1], part)
        if total > high * (1 + over):
            if may_end and part.height <= high:
                return
            over = ceil(total / high) - 1
        if _may_end(parts, end + 1):
            may_end = True
            yield end + 1, _spread_fill(total / high - over, gaps), over


def _may_end(parts: Sequence[PagePart], at: int) -> bool:
    """Whether a page may begin with the part at a place. What only leads in to it does not stay behind."""
    return at == len(parts) or (parts[at].may_begin and parts[at - 1].kind == "entry")


def _page_cost(fill: float) -> float:
    return _EMPTY * (1 - fill) ** 2 + (_HALF_EMPTY * (1 + 50 * (FULL - fill) ** 2) if fill < FULL else 0.0)


def _start_cost(part: PagePart, page: int) -> float:
    return _FACING[part.kind] * (1 if page % 2 else _TURN)


def _traced(ways: Sequence[dict[int, tuple[float, int, int]]], page: int) -> Iterator[int]:
    """The starts on the way that costs least, from the last one."""
    at = len(ways) - 1
    while at > 0:
        _, at, page = ways[at][page]
        yield at
