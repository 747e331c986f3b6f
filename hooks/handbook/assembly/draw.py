"""Draws forms from the bank: what is listed first, then what the blueprint asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from ..book.bank import ItemBank
from ..model.blocks import Quiz
from ..model.forms import Cell, QuizForm
from ..model.items import Item
from ..source.profile import Profile
from ..source.random import Random
from .even import even_out
from .plan import Plan
from .split import split

MOST_FORMS = 40
"""Forms that can be drawn together."""

SEED = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
"""A seed: what can be read from paper and typed anew."""


@dataclass(frozen=True, slots=True)
class Form:
    """An assembled test. Quiz, seed and number say how it was drawn."""

    quiz: str
    seed: str
    number: int
    items: tuple[Item, ...]

    @property
    def name(self) -> str:
        """What stays the same when the bank changes: from which quiz, seed and number it was drawn."""
        return f"{self.quiz}-{self.seed}-{self.number}"

    @property
    def digest(self) -> str:
        """Six hex digits that stand for the items, their revisions and what is right."""
        lines = "\n".join(f"{item.id}@{item.rev}:{item.fingerprint}" for item in self.items)
        return sha256(lines.encode()).hexdigest()[:6]

    @property
    def code(self) -> str:
        """The code to print on it, from which form and key can be rebuilt."""
        return f"{self.name}-{self.digest}"


@dataclass(frozen=True, slots=True)
class Shortage:
    """A line of the blueprint (from 0) that the bank cannot fill: how many items fit it, and how many are lacking."""

    at: int
    cell: Cell
    fitting: int
    lacking: int

    def __str__(self) -> str:
        few = f'line {self.at + 1} of "draw" ({self.cell}) asks for {self.cell.count} but is {self.lacking} short: '
        if self.fitting < self.cell.count:
            return few + f"{self.fitting or 'no'} question{'s fit' if self.fitting != 1 else ' fits'}"
        return few + f"{self.fitting} fit, but other lines need them, or some are enemies"


@dataclass(frozen=True, slots=True)
class Draw:
    """Forms drawn together, and what the bank lacked for them; then each form holds as much as there is."""

    forms: tuple[Form, ...]
    shortages: tuple[Shortage, ...] = ()


def draw(bank: ItemBank, profile: Profile, quiz: QuizForm, seed: str, count: int = 1) -> Draw:
    """As many parallel forms of a quiz as asked for, with as few items in common as can be.

    Fixed items come first in their order, then the lines of the blueprint in theirs. Left out are retired items, items
    whose texts need an empty profile value, and those that the quiz excludes. Enemies, and enemies of enemies, are
    never drawn together. How many forms are drawn together bears on what each holds.
    """
    fixed = [bank.items[name].item for name in quiz.items if name in bank.items]
    groups = _groups(bank)
    taken_groups = {groups[item.id] for item in fixed}
    pool = [banked.item for name, banked in sorted(bank.items.items()) if groups[name] not in taken_groups]
    pool = [item for item in pool if _usable(item, profile) and item.id not in quiz.exclude] if quiz.draw else []
    random = Random(f"{quiz.id}/{seed}")
    fitting = [random.shuffled([item.id for item in pool if cell.fits(item)]) for cell in quiz.draw]
    plan = Plan([cell.count for cell in quiz.draw], fitting, groups, count)
    fixed_items = [item for item in fixed if _usable(item, profile)]
    parts = split(plan, groups)
    even_out(parts, groups)
    forms = (
        Form(quiz.id, seed, number, (*fixed_items, *(bank.items[name].item for name in names)))
        for number, names in enumerate(parts, start=1)
    )
    shortages = (
        Shortage(at, cell, len(fitting[at]), plan.short[at]) for at, cell in enumerate(quiz.draw) if plan.short[at]
    )
    return Draw(tuple(forms), tuple(shortages))


def fixed_questions(block: Quiz, bank: ItemBank, profile: Profile) -> tuple[Item, ...]:
    """The items that a quiz in a page asks; of one that is drawn, form 1 of the seed that is its id.

    Ids that are not in the bank, retired items and items that need an empty profile value are left out: `checks`
    reports them. Of enemies that share the tags, the first is asked.
    """
    if block.quiz and block.quiz in bank.quizzes:
        return draw(bank, profile, bank.quizzes[block.quiz][0], block.quiz).forms[0].items
    if block.tags:
        usable = (item for item in bank.active if not needs_value(item, profile))
        return tuple(tagged(block.tags, usable, _groups(bank)))[: block.count]
    items = [bank.items[name].item for name in dict.fromkeys(block.items) if name in bank.items]
    return tuple(item for item in items if _usable(item, profile))


def tagged(tags: Iterable[str], items: Iterable[Item], groups: Mapping[str, str]) -> Iterator[Item]:
    """Of these items, those with all the tags; of enemies, the first."""
    taken_groups = set[str]()
    for item in items:
        if set(tags) <= set(item.tags) and groups[item.id] not in taken_groups:
            taken_groups.add(groups[item.id])
            yield item


def _usable(item: Item, profile: Profile) -> bool:
    return item.status == "active" and not needs_value(item, profile)


def needs_value(item: Item, profile: Profile) -> bool:
    """Whether an item says something that the county has yet to fill in."""
    return profile.lacks(item.placeholders)


@lru_cache(maxsize=2)
def _groups(bank: ItemBank) -> Mapping[str, str]:
    """Those of a bank, which every draw from it asks for."""
    return enemies(banked.item for banked in bank.items.values())


def enemies(items: Iterable[Item]) -> Mapping[str, str]:
    """The group of each item by id: enemies, and enemies of enemies, share one. Each group has an item's id."""
    groups: dict[str, str] = {}

    def group(name: str) -> str:
        while groups.setdefault(name, name) != name:
            name = groups[name]
        return name

    for item in items:
        groups.setdefault(item.id, item.id)
        for enemy in item.enemies:
            first, second = sorted((group(item.id), group(enemy)))
            groups[second] = first
    return {name: group(name) for name in list(groups)}
