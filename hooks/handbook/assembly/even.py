"""Evens out what forms share: forms with much in common swap items with others, until no swap helps.

What all pairs of forms share in sum is settled by the plan, and no swap changes it. The sum of the squares is smaller
the more evenly it is spread: so no two forms are nearly the same while others share nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

_ROUNDS = 12
"""Each tries every swap once. What is left to gain after so many is little."""


def even_out(forms: list[list[str]], groups: Mapping[str, str]) -> None:
    """Let forms swap items that stand in the same place. None gets two items of one group.

    Changes the lists that it is given. Where no two forms share more than one item, it leaves them alone.
    """
    swapping = _Swapping(forms, groups)
    for _ in range(_ROUNDS):
        if max(map(max, swapping.shared), default=0) < 2 or not swapping.swap_all():
            break


class _Swapping:
    def __init__(self, forms: list[list[str]], groups: Mapping[str, str]) -> None:
        self.forms, self.groups = forms, groups
        self.held = [{groups[item] for item in form} for form in forms]
        self.holders: defaultdict[str, set[int]] = defaultdict(set)
        for at, form in enumerate(forms):
            for item in form:
                self.holders[item].add(at)
        sets = [set(form) for form in forms]
        self.shared = [[len(one & other) if one is not other else 0 for other in sets] for one in sets]

    def swap_all(self) -> bool:
        """Make every swap that helps. Gives whether there was any."""
        places = range(max(map(len, self.forms), default=0))
        tried = [self._swap(place, one, other) for place in places for one, other in self._pairs(place)]
        return any(tried)

    def _pairs(self, place: int) -> Iterator[tuple[int, int]]:
        return combinations([at for at, form in enumerate(self.forms) if place < len(form)], 2)

    def _swap(self, place: int, one: int, other: int) -> bool:
        mine, yours = self.forms[one][place], self.forms[other][place]
        if mine == yours or not self._may_swap(self.groups[mine], self.groups[yours], one, other):
            return False
        lose, win = self.holders[mine] - self.holders[yours] - {one}, self.holders[yours] - self.holders[mine] - {other}
        to_one, to_other = self.shared[one], self.shared[other]
        gain = sum(to_one[at] - to_other[at] - 1 for at in lose) + sum(to_other[at] - to_one[at] - 1 for at in win)
        if gain <= 0:
            return False
        for at in lose:
            self._count(one, at, -1)
            self._count(other, at, 1)
        for at in win:
            self._count(other, at, -1)
            self._count(one, at, 1)
        self._give(place, one, mine, yours)
        self._give(place, other, yours, mine)
        return True

    def _may_swap(self, mine: str, yours: str, one: int, other: int) -> bool:
        return mine == yours or (yours not in self.held[one] and mine not in self.held[other])

    def _count(self, one: int, other: int, change: int) -> None:
        self.shared[one][other] += change
        self.shared[other][one] += change

    def _give(self, place: int, form: int, old: str, new: str) -> None:
        self.forms[form][place] = new
        self.held[form] ^= {self.groups[old]} ^ {self.groups[new]}
        self.holders[old].discard(form)
        self.holders[new].add(form)
