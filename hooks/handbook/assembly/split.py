"""Splits a plan into forms: every cell full in each, no item and no two enemies twice in one.

Each cell is as many places as it has items in a form. Uses of items are the edges between places and groups, forms
are their colors: as many colors as edges meet anywhere are enough (Kőnig, 1916), found by swapping two colors along a
path wherever a new edge needs it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from .plan import Plan

_End = tuple[str, object]


def split(plan: Plan, groups: Mapping[str, str]) -> list[list[str]]:
    """The items of each form, cell by cell in the order of the draw."""
    colors = _Colors(plan.forms)
    uses = list(_uses(plan))
    for at, (place, item) in enumerate(uses):
        colors.add(at, ("place", place), ("group", groups[item]))
    forms: list[list[str]] = [[] for _ in range(plan.forms)]
    for at, (_, item) in sorted(enumerate(uses), key=lambda use: use[1][0]):
        forms[colors.of[at]].append(item)
    return forms


def _uses(plan: Plan) -> Iterator[tuple[tuple[int, int], str]]:
    """Each use of an item with the place (cell and number) that it fills in some form."""
    for cell, items in enumerate(plan.fitting):
        all_uses = [item for item in items for _ in range(plan.uses[cell][item])]
        yield from (((cell, at // plan.forms), item) for at, item in enumerate(all_uses))


class _Colors:
    def __init__(self, count: int) -> None:
        self.count = count
        self.of: dict[int, int] = {}
        self._ends: dict[int, tuple[_End, _End]] = {}
        self._at: defaultdict[_End, dict[int, int]] = defaultdict(dict)

    def add(self, edge: int, one: _End, other: _End) -> None:
        """Color an edge."""
        color, other_color = self._free(one), self._free(other)
        if color in self._at[other]:
            self._swap(other, color, other_color)
        self._ends[edge] = (one, other)
        self._paint(edge, color)

    def _free(self, end: _End) -> int:
        return next(color for color in range(self.count) if color not in self._at[end])

    def _swap(self, end: _End, one: int, other: int) -> None:
        """Swap two colors along the path that leaves an end by an edge of the first."""
        path, color = [], one
        while (edge := self._at[end].get(color)) is not None:
            path.append(edge)
            end = next(far for far in self._ends[edge] if far != end)
            color = other if color == one else one
        for edge in path:
            for near in self._ends[edge]:
                del self._at[near][self.of[edge]]
        for edge in path:
            self._paint(edge, other if self.of[edge] == one else one)

    def _paint(self, edge: int, color: int) -> None:
        self.of[edge] = color
        for end in self._ends[edge]:
            self._at[end][color] = edge
