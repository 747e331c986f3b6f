"""Items answered by arranging: order, match, classify."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Literal, TypeVar

from pydantic import Field, model_validator

from ...source.codes import Code
from ...source.problems import did_you_mean
from ..schema import Entry, Groups, Text, distinct, fault
from ..shapes import Arrange, ArrangeStep, Pair, PairEntry, Part
from .base import ScoredItem

AnyEntry = TypeVar("AnyEntry", bound=Entry)


class Stage(Entry):
    """One step of a sequence."""

    why: Text
    """Why it comes at this place."""


class Order(ScoredItem):
    """Steps listed in the right order; `equal` names groups of steps that may swap."""

    kind: ClassVar[str] = "order"
    label: ClassVar[str] = "Put in order"
    type: Literal["order"]
    steps: list[Stage] = Field(min_length=3, max_length=10)
    """The steps in the right order."""
    equal: Groups = []
    """Groups of steps that may swap places."""
    score: Literal["adjacent", "exact"] = "adjacent"
    """How points are given: for each pair in order, or only when all is right."""

    @model_validator(mode="after")
    def _sound(self) -> Order:
        distinct(self.steps, "steps")
        for at, group in enumerate(self.equal):
            for name in group:
                find_entry(name, self.steps, ("equal", at))
        return self

    def solution(self) -> object:
        return [[step.ident for step in self.steps], sorted(map(sorted, self._equal_idents()))]

    def _equal_idents(self) -> list[list[str]]:
        return [[find_entry(name, self.steps, ("equal",)).ident for name in group] for group in self.equal]

    def places(self) -> list[tuple[int, ...]]:
        """The places that each step may take: its own, or all those of the steps that may swap with it.

        Groups that share a step are one: when A may swap with B, and B with C, so may A with C.
        """
        at = {step.ident: {number} for number, step in enumerate(self.steps, start=1)}
        for group in self._equal_idents():
            together = {number for ident in group for number in at[ident]}
            at.update({ident: together for ident, numbers in at.items() if numbers & together})
        return [tuple(sorted(at[step.ident])) for step in self.steps]

    def shape(self) -> Arrange:
        placed = zip(self.steps, self.places(), strict=True)
        return Arrange(tuple(ArrangeStep(s.ident, s.text, s.key, s.why, places) for s, places in placed), self.score)


class Target(Entry):
    """Something that can be matched to."""


class MatchEntry(Entry):
    """One thing to match, the target it belongs to (its text or key) and the reason."""

    to: Text
    """The text of the entry under "right" that it belongs to."""
    why: Text
    """Why they belong together."""


class Match(ScoredItem):
    """Things on the left, each of which belongs to one on the right. Targets may stay unused."""

    kind: ClassVar[str] = "match"
    label: ClassVar[str] = "Match"
    type: Literal["match"]
    left: list[MatchEntry] = Field(min_length=2, max_length=10)
    """What is to be matched."""
    right: list[Target] = Field(min_length=2, max_length=12)
    """What it can be matched to; some may stay unused."""

    @model_validator(mode="after")
    def _sound(self) -> Match:
        distinct(self.left, "left")
        distinct(self.right, "right")
        for at, pair in enumerate(self.left):
            find_entry(pair.to, self.right, ("left", at, "to"))
        return self

    def target(self, pair: MatchEntry) -> Target:
        """What a thing on the left belongs to."""
        return find_entry(pair.to, self.right, ())

    def solution(self) -> object:
        return [
            sorted((pair.ident, self.target(pair).ident) for pair in self.left),
            sorted(t.ident for t in self.right),
        ]

    def shape(self) -> Pair:
        entries = (PairEntry(e.ident, e.text, e.key, e.why, _part(self.target(e))) for e in self.left)
        return Pair(tuple(entries), tuple(map(_part, self.right)))


class Category(Entry):
    """A heading under which cards are put."""


class SortedCard(Entry):
    """One thing to sort, the category it belongs in (its text or key) and the reason."""

    category: Text = Field(alias="in")
    """The text of the category that it belongs in."""
    why: Text
    """Why it belongs there."""


class Classify(ScoredItem):
    """Cards to put under categories."""

    kind: ClassVar[str] = "classify"
    label: ClassVar[str] = "Sort"
    type: Literal["classify"]
    categories: list[Category] = Field(min_length=2, max_length=6)
    """The headings to sort under."""
    cards: list[SortedCard] = Field(min_length=2, max_length=16)
    """What is to be sorted."""

    @model_validator(mode="after")
    def _sound(self) -> Classify:
        distinct(self.categories, "categories")
        distinct(self.cards, "cards")
        for at, card in enumerate(self.cards):
            find_entry(card.category, self.categories, ("cards", at, "in"))
        return self

    def category(self, card: SortedCard) -> Category:
        """Where a card belongs."""
        return find_entry(card.category, self.categories, ())

    def solution(self) -> object:
        return [
            sorted((card.ident, self.category(card).ident) for card in self.cards),
            sorted(category.ident for category in self.categories),
        ]

    def shape(self) -> Pair:
        entries = (PairEntry(c.ident, c.text, c.key, c.why, _part(self.category(c))) for c in self.cards)
        return Pair(tuple(entries), tuple(map(_part, self.categories)), sorting=True)


def find_entry(name: str, entries: Sequence[AnyEntry], at: tuple[str | int, ...]) -> AnyEntry:
    """The entry that a text or key names. Raises a fault at `at` when there is none."""
    for entry in entries:
        if name in (entry.key, entry.text):
            return entry
    hint = did_you_mean(name, [e.text for e in entries])
    raise fault(Code.ENTRY_UNKNOWN, f'"{name}" isn\'t one of the entries it should name', hint, at)


def _part(entry: Entry) -> Part:
    return Part(entry.ident, entry.text, entry.key)
