"""Plays simple strategies against the bank: what a person gets right who knows only how tests are written.

No question has to be at fault by itself: it is the author's habit over the bank that gives the answers away. Source:
Millman, Bishop and Ebel (see `rules`), who list the habits that a test-wise person looks for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import sqrt

from ..model.shapes import Pair
from ..source.codes import Code
from .rules import Finding
from .shares import FEWEST
from .signs import SIGNS, Sign
from .texts import Choices, LintItem, content

_MOST_LIFT = 0.15
"""A strategy may be right this much more often than chance."""
_UNLIKELY = 3.1
"""Standard deviations above chance: one time in a thousand by luck (normal distribution). Many strategies are tried."""
_MOST_BY_LENGTH = 0.6
"""Of the cards that are sorted by their length alone, this share may be right."""
_MOST_NAMES = 20

CODES = frozenset({*(sign.code for sign in SIGNS), Code.Q32, Code.Q33})
"""The rules that strategies are played for. What they gain in an item that waives the rule does not count."""


@dataclass(frozen=True, slots=True)
class Play:
    """A strategy played once: the question's id, the share that is right, and what a blind guess gets."""

    name: str
    right: float
    chance: float


@dataclass(frozen=True, slots=True)
class Strategy:
    """What a person does ("pick the longest option"), the rule it breaks, how to spoil it, and how it went.

    `most` is the share that may be right, where it is not a matter of chance.
    """

    code: Code
    does: str
    hint: str
    plays: tuple[Play, ...]
    most: float | None = None

    @property
    def right(self) -> float:
        """How many it gets right."""
        return sum(play.right for play in self.plays)

    @property
    def chance(self) -> float:
        """How many a blind guess gets right."""
        return sum(play.chance for play in self.plays)

    @property
    def works(self) -> bool:
        """Whether it beats chance by more than it may, or, in a large bank, by more than luck explains."""
        count = len(self.plays)
        if count < FEWEST:
            return False
        if self.most is not None:
            return self.right > max(self.most * count, self.chance + _MOST_LIFT / 2 * count)
        spread = sqrt(sum(play.chance * (1 - play.chance) for play in self.plays))
        return self.right > self.chance + min(_MOST_LIFT * count, _UNLIKELY * spread)

    @property
    def carriers(self) -> tuple[str, ...]:
        """The questions in which it does better than a guess."""
        return tuple(dict.fromkeys(play.name for play in self.plays if play.right > play.chance))

    def without(self, names: set[str]) -> Strategy:
        """The strategy where what it gains in some questions does not count."""
        others = (play for play in self.plays if play.name not in names or play.right <= play.chance)
        return replace(self, plays=tuple(others))

    def finding(self) -> Finding:
        """What to tell of it."""
        figures = f"{self.right:.0f} of {len(self.plays)} times (by chance: {self.chance:.0f})"
        names, more = self.carriers[:_MOST_NAMES], len(self.carriers) - _MOST_NAMES
        shown_names = ", ".join(names) + (f" and {more} more" if more > 0 else "")
        return Finding(f"people who {self.does} are right {figures}", f"{self.hint} It works in {shown_names}.")


def strategies(readings: Sequence[LintItem]) -> Iterator[Strategy]:
    """Every strategy, played against these questions."""
    sets = [(r.item.id, choices) for r in readings for choices in r.choices if choices.right and choices.wrong]
    for sign in SIGNS:
        yield from _by_sign(sign, sets)
    yield _by_length(readings)
    yield _by_echo(readings)


def _by_sign(sign: Sign, sets: Sequence[tuple[str, Choices]]) -> Iterator[Strategy]:
    """To pick the option that bears the sign, and to rule it out and guess among the others."""
    picked, ruled_out = list[Play](), list[Play]()
    for name, choices in sets:
        at = sign.find(choices)
        if at is not None:
            options, right = len(choices.texts), len(choices.right)
            hit = at in choices.right
            picked.append(Play(name, float(hit), right / options))
            ruled_out.append(Play(name, (right - hit) / (options - 1), right / options))
    yield Strategy(sign.code, f"pick {sign.option}", sign.too_good, tuple(picked))
    yield Strategy(sign.code, f"rule out {sign.option}", sign.too_bad, tuple(ruled_out))


@dataclass(frozen=True, slots=True)
class _Card:
    name: str
    length: int
    first: bool
    """Whether it belongs under the first of the two headings."""


def _by_length(readings: Sequence[LintItem]) -> Strategy:
    """To sort cards under two headings by their length alone, at the length and in the way that work best."""
    cards = list(_cards(readings))
    least, first = _best_length(cards)
    firsts = sum(card.first for card in cards)
    chance = max(firsts, len(cards) - firsts) / len(cards) if cards else 0.0
    plays = (Play(card.name, float((card.length >= least) == (card.first == first)), chance) for card in cards)
    heading = "first" if first else "second"
    does = f"put cards of {least} letters or more under the {heading} of two headings"
    hint = "Write long cards that are wrong, and short ones that are right."
    return Strategy(Code.Q32, does, hint, tuple(plays), _MOST_BY_LENGTH)


def _cards(readings: Sequence[LintItem]) -> Iterator[_Card]:
    """The cards of two-way sorts. Where sorts have the same headings, the first is the first in all of them."""
    leading: dict[frozenset[str], str] = {}
    for reading in readings:
        shape = reading.shape
        if isinstance(shape, Pair) and len(shape.targets) == 2:
            texts = [target.text for target in shape.targets]
            first = leading.setdefault(frozenset(texts), texts[0])
            for entry in shape.entries:
                yield _Card(reading.item.id, len(entry.text), entry.target.text == first)


def _best_length(cards: Sequence[_Card]) -> tuple[int, bool]:
    """The length from which on cards go under the first heading (True), or the second, with most of them right."""
    lengths = Counter((card.length, card.first) for card in cards)
    right = sum(card.first for card in cards)
    best = (0, 0, True)
    for length in sorted({card.length for card in cards}):
        best = max(best, (right, length, True), (len(cards) - right, length, False))
        right += lengths[length, False] - lengths[length, True]
    return best[1:]


def _by_echo(readings: Sequence[LintItem]) -> Strategy:
    """To match what shares a word: used where one target shares more words than the others."""
    plays = list[Play]()
    for reading in readings:
        shape = reading.shape
        if not isinstance(shape, Pair):
            continue
        targets = [content(target.text) for target in shape.targets]
        for entry in shape.entries:
            shared = [len(content(entry.text) & words) for words in targets]
            if max(shared) and shared.count(max(shared)) == 1:
                target = shape.targets[shared.index(max(shared))]
                plays.append(Play(reading.item.id, float(target == entry.target), 1 / len(targets)))
    hint = "Say the same in other words."
    return Strategy(Code.Q33, "match what repeats a word", hint, tuple(plays))
