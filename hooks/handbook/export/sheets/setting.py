"""Sets the texts of one test for paper, and settles the order in which they are shown."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from string import ascii_uppercase
from typing import TypeVar

from ...model.items import Item, Match, Order
from ...model.schema import Entry
from ...pdf.inline import Origin, Runs, Typesetter
from ...pdf.links import Links
from ...source.problems import Problems
from ...source.random import Random
from ..assessment import Assessment, Losses

LETTERS = ascii_uppercase

Shown = TypeVar("Shown", bound=Entry)

_PICTURE = re.compile(r"!\[([^\]]*)\]\([^)]*\)")


class Setting:
    """The type shop for one test."""

    def __init__(self, paper: Assessment) -> None:
        self.paper = paper
        self._problems = Problems()
        self._setter = Typesetter(
            paper.texts.profile, Links(paper.texts.guide, {}, {}, paper.texts.site), self._problems
        )

    def runs(self, text: str, item: Item) -> Runs:
        """A text of an item as runs. A picture is its description; links start from the first page of docs."""
        return self._setter.runs(_PICTURE.sub(r"\1", text), Origin(item.id, 0, "index.md"))

    def optional(self, text: str | None, item: Item) -> Runs | None:
        """The same; None without a text."""
        return None if text is None else self.runs(text, item)

    def steps(self, item: Order) -> list[Entry]:
        """The steps in another order than the right one."""
        groups = {name: group[0] for group in item.equal_idents() for name in group}
        right = [groups.get(step.ident, step.ident) for step in item.steps]
        return self._shuffled(item, item.steps, lambda order: [groups.get(s.ident, s.ident) for s in order] == right)

    def targets(self, item: Match) -> list[Entry]:
        """What can be matched to, not in the order of the left side."""
        used = list(dict.fromkeys(item.target(pair).ident for pair in item.left))
        return self._shuffled(item, item.right, lambda order: [t.ident for t in order if t.ident in used] == used)

    def shuffled(self, item: Item, entries: Sequence[Shown]) -> list[Shown]:
        """Entries in an order that form and item settle."""
        return Random(f"{self.paper.code or self.paper.id}/{item.id}").shuffled(entries)

    def _shuffled(self, item: Item, entries: Sequence[Entry], right: Callable[[list[Entry]], bool]) -> list[Entry]:
        order = self.shuffled(item, entries)
        for _ in entries:
            if not right(order):
                break
            order = [*order[1:], order[0]]
        return order

    def tell(self, losses: Losses) -> None:
        """Record what could not be printed."""
        items = {item.id: item for item in self.paper.items}
        for problem in self._problems:
            losses.add(items[problem.path], problem.message, "it is left out, and the words around it are kept")


def in_words(answer: str) -> str:
    """An answer of a scale as a person reads it."""
    return answer.replace("-", " ").capitalize()


def points_of(scenario_nodes: Sequence[str], endings: Sequence[str]) -> dict[str, int]:
    """The number of each point and ending of a story on paper."""
    return {name: number for number, name in enumerate([*scenario_nodes, *endings], start=1)}
