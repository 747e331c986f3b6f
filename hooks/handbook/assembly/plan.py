"""Shares the items of a bank out among several forms, so that forms have as little in common as can be.

A flow of least cost (successive shortest paths; Ahuja, Magnanti and Orlin, "Network Flows", 1993, section 9.7) leads
from the cells of a blueprint through items to groups of enemies. To use an item once more costs as much as the times
it is used already: the sum of that is the number of items that pairs of forms share. A group lets one item through for
each form. Since cost is all that matters at first, items come in the order of the draw as long as none has to yield.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from sys import maxsize

Node = tuple[str, object]
"""A cell by its number, an item by its id, a group by the id that stands for it; or the end."""

_END: Node = ("end", 0)


class Plan:
    """How often each cell uses each item over all forms. `short` is what each cell lacks in one form."""

    def __init__(
        self, counts: Sequence[int], fitting: Sequence[Sequence[str]], groups: Mapping[str, str], forms: int
    ) -> None:
        self.fitting, self.groups, self.forms = fitting, groups, forms
        self.uses: list[Counter[str]] = [Counter() for _ in counts]
        self._needs = [count * forms for count in counts]
        self._uses: Counter[str] = Counter()
        self._passed: Counter[str] = Counter()
        self._cells: dict[str, list[int]] = {}
        self._members: dict[str, list[str]] = {}
        for cell, items in enumerate(fitting):
            for item in items:
                self._cells.setdefault(item, []).append(cell)
        for item in self._cells:
            self._members.setdefault(groups[item], []).append(item)
        cost: int | None = 0
        while cost is not None:
            cost = self._share_out(cost)

    @property
    def short(self) -> list[int]:
        """How many items each cell lacks in each form: no other sharing lacks fewer in all."""
        return [-(-need // self.forms) for need in self._needs]

    def _share_out(self, cost: int) -> int | None:
        """Take all that can be had at a cost. Gives the next higher cost at which there is something to be had."""
        for cell, items in enumerate(self.fitting):
            for item in items:
                if self._needs[cell] and self._uses[item] == cost and self._passed[self.groups[item]] < self.forms:
                    self._push([("cell", cell), ("item", item), ("group", self.groups[item]), _END])
        dearer = []
        for cell in range(len(self.fitting)):
            while self._needs[cell] and (cheapest := self._path(cell)):
                if cheapest[0] > cost:
                    dearer.append(cheapest[0])
                    break
                self._push(cheapest[1])
        return min(dearer, default=None)

    def _path(self, cell: int) -> tuple[int, list[Node]] | None:
        """The cheapest way to serve a cell once more, others giving way where they can (Bellman and Ford)."""
        start: Node = ("cell", cell)
        costs, before = {start: 0}, {start: start}
        queue = deque([start])
        while queue:
            node = queue.popleft()
            for following, cost in self._ways(node):
                total = costs[node] + cost
                if total < costs.get(following, maxsize):
                    costs[following], before[following] = total, node
                    if following != _END:
                        queue.append(following)
        return (costs[_END], _back(before)) if _END in costs else None

    def _ways(self, node: Node) -> Iterator[tuple[Node, int]]:
        kind, name = node
        if kind == "cell":
            assert isinstance(name, int)
            yield from ((("item", item), 0) for item in self.fitting[name])
            return
        assert isinstance(name, str)
        if kind == "item":
            yield ("group", self.groups[name]), self._uses[name]
            yield from ((("cell", cell), 0) for cell in self._cells[name] if self.uses[cell][name])
            return
        if self._passed[name] < self.forms:
            yield _END, 0
        yield from ((("item", item), 1 - self._uses[item]) for item in self._members[name] if self._uses[item])

    def _push(self, path: Sequence[Node]) -> None:
        for (kind, name), (following, onto) in pairwise(path):
            match kind, name, following, onto:
                case "cell", int(cell), _, str(item):
                    self.uses[cell][item] += 1
                case "item", str(item), "cell", int(cell):
                    self.uses[cell][item] -= 1
                case "item", str(item), _, _:
                    self._uses[item] += 1
                case "group", str(group), "end", _:
                    self._passed[group] += 1
                case "group", _, _, str(item):
                    self._uses[item] -= 1
        assert isinstance(path[0][1], int)
        self._needs[path[0][1]] -= 1


def _back(before: Mapping[Node, Node]) -> list[Node]:
    path = [_END]
    while before[path[-1]] != path[-1]:
        path.append(before[path[-1]])
    return path[::-1]
