"""What a person does with a question: choose, pair, arrange, type, go through a story, or reflect.

Each type of item has one of these six shapes. What is shown, printed and exported goes by the shape and not by the
type: a new type of a known shape changes none of it, and a new shape is an error of types wherever it is not handled.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import permutations, product

from .answers import Accepted, Near

SCALES: dict[str, tuple[str, ...]] = {
    "agree-disagree": ("agree", "disagree"),
    "likert5": ("strongly-agree", "agree", "neutral", "disagree", "strongly-disagree"),
    "text": (),
}
"""The answers of each scale of a reflection; none: free text."""

Shuffle = Callable[[Sequence[str]], list[str]]
"""Puts permanent names into an order that does not follow from what is right."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a question: its permanent name, its text, and the `key` that its author gave it, if any."""

    ident: str
    text: str
    key: str | None


def idents(parts: Iterable[Part]) -> tuple[str, ...]:
    """The permanent names of parts, in their order."""
    return tuple(part.ident for part in parts)


@dataclass(frozen=True, slots=True)
class Answer(Part):
    """An answer to choose, why it is right or not, and the share of the points that it is worth (-1 to 1)."""

    why: str
    share: float

    @property
    def right(self) -> bool:
        """Whether choosing it earns points."""
        return self.share > 0


@dataclass(frozen=True, slots=True)
class Choose:
    """One answer to choose, or several. `truth`: the two answers are True and False."""

    answers: tuple[Answer, ...]
    single: bool
    score: str | None = None
    """How several answers count: "per-option" or "all-or-nothing"."""
    truth: bool = False

    @property
    def right(self) -> tuple[Answer, ...]:
        """The answers that earn points."""
        return tuple(answer for answer in self.answers if answer.right)


@dataclass(frozen=True, slots=True)
class PairEntry(Part):
    """Something that belongs to a target, and why."""

    why: str
    target: Part


@dataclass(frozen=True, slots=True)
class Pair:
    """Entries that each belong to one of the targets; a target may stay unused. `sorting`: the targets are headings."""

    entries: tuple[PairEntry, ...]
    targets: tuple[Part, ...]
    sorting: bool = False

    def mixed(self, shuffle: Shuffle) -> tuple[list[PairEntry], list[Part]]:
        """Entries and targets as they are shown: headings as listed and the entries mixed, or the other way round.

        Where another order is possible, it is not the one that gives the answer away.
        """
        if self.sorting:
            idents = [entry.ident for entry in self.entries]
            by_ident = {entry.ident: entry for entry in self.entries}
            return [by_ident[ident] for ident in _turned(shuffle(idents), lambda order: order == idents)], [
                *self.targets
            ]
        choices = list(dict.fromkeys(entry.target.ident for entry in self.entries))
        right = [target.ident for target in self.targets]
        order = _turned(shuffle(right), lambda order: [ident for ident in order if ident in choices] == choices)
        targets = {target.ident: target for target in self.targets}
        return [*self.entries], [targets[ident] for ident in order]


@dataclass(frozen=True, slots=True)
class ArrangeStep(Part):
    """A step, why it comes where it does, and the places that it may take, counted from 1."""

    why: str
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Arrange:
    """Steps in the right order. `score`: points for each pair of neighbors ("adjacent"), or for all ("exact")."""

    steps: tuple[ArrangeStep, ...]
    score: str

    @property
    def swaps(self) -> tuple[tuple[ArrangeStep, ...], ...]:
        """The groups of steps that may swap."""
        groups = dict.fromkeys(step.places for step in self.steps if len(step.places) > 1)
        return tuple(tuple(step for step in self.steps if step.places == places) for places in groups)

    def orders(self) -> Iterator[tuple[str, ...]]:
        """Every right order by permanent names, the listed one first."""
        groups = [[place - 1 for place in group[0].places] for group in self.swaps]
        for swapped in product(*(permutations(group) for group in groups)):
            order = [step.ident for step in self.steps]
            for group, part in zip(groups, swapped, strict=True):
                for place, of in zip(group, part, strict=True):
                    order[place] = self.steps[of].ident
            yield tuple(order)

    def numbered(self) -> Pair:
        """Each step paired with its place, for programs that know no order. Steps that may swap share one: "2 or 3"."""
        texts = {step.places: " or ".join(map(str, step.places)) for step in self.steps}
        targets = {places: Part(text, text, None) for places, text in texts.items()}
        entries = (PairEntry(s.ident, s.text, s.key, s.why, targets[s.places]) for s in self.steps)
        return Pair(tuple(entries), tuple(targets.values()))

    def mixed(self, shuffle: Shuffle) -> list[ArrangeStep]:
        """The steps as they are shown: where another order is possible, not in a right one."""
        by_ident = {step.ident: step for step in self.steps}

        def is_right(order: list[str]) -> bool:
            return all(place in by_ident[ident].places for place, ident in enumerate(order, start=1))

        return [by_ident[ident] for ident in _turned(shuffle([*by_ident]), is_right)]


@dataclass(frozen=True, slots=True)
class Type:
    """An answer to type: what is accepted, and wrong answers with a word of their own."""

    accept: tuple[Accepted, ...]
    near: tuple[Near, ...]


@dataclass(frozen=True, slots=True)
class StoryChoice(Part):
    """What a person may do at a point: why it is as good as `rating` (0 to 3) says, and the number that it leads to."""

    why: str
    rating: int
    to: int


@dataclass(frozen=True, slots=True)
class StoryPoint:
    """A point of a story at which a person chooses."""

    number: int
    text: str
    choices: tuple[StoryChoice, ...]

    @property
    def best(self) -> tuple[StoryChoice, ...]:
        """The best choices: more than one where they are as good as each other."""
        most = max(choice.rating for choice in self.choices)
        return tuple(choice for choice in self.choices if choice.rating == most)


@dataclass(frozen=True, slots=True)
class StoryEnd:
    """How a story ends."""

    number: int
    text: str
    verdict: str


@dataclass(frozen=True, slots=True)
class Story:
    """A story that branches: its points from number 1 on, where it starts, then its ends."""

    points: tuple[StoryPoint, ...]
    ends: tuple[StoryEnd, ...]

    def best_way(self) -> tuple[tuple[StoryChoice, ...], StoryEnd]:
        """The best choice at each point on the way through, and the end that they lead to."""
        points = {point.number: point for point in self.points}
        way, at = list[StoryChoice](), self.points[0].number
        while at in points:
            way.append(points[at].best[0])
            at = way[-1].to
        return tuple(way), next(end for end in self.ends if end.number == at)

    def opening(self) -> Choose:
        """The first choice by itself, for programs that know no stories: worth more the better it is."""
        choices = self.points[0].choices
        best = max(choice.rating for choice in choices) or 1
        return Choose(tuple(Answer(c.ident, c.text, c.key, c.why, c.rating / best) for c in choices), single=True)


@dataclass(frozen=True, slots=True)
class ReflectPrompt(Part):
    """A statement to think about, with advice for some of the answers."""

    advice: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Reflect:
    """Statements about oneself. There is no right answer. `scale` names the answers to choose from."""

    scale: str
    prompts: tuple[ReflectPrompt, ...]

    @property
    def answers(self) -> tuple[str, ...]:
        """The answers to choose from; none: free text."""
        return SCALES[self.scale]


Shape = Choose | Pair | Arrange | Type | Story | Reflect
"""The shapes there are."""


def in_words(answer: str) -> str:
    """An answer of a scale as a person reads it: "Strongly agree"."""
    return answer.replace("-", " ").capitalize()


def settled(seed: str) -> Shuffle:
    """An order that is the same in every build."""
    return lambda names: sorted(names, key=lambda name: sha256(f"{seed}/{name}".encode()).digest())


def _turned(order: list[str], is_right: Callable[[list[str]], bool]) -> list[str]:
    """The order; where it is right, turned until it is not."""
    for _ in order:
        if not is_right(order):
            break
        order = [*order[1:], order[0]]
    return order
