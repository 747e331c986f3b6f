"""The nine types of items in the few shapes that other programs know: choose, pair, type."""

from __future__ import annotations

from dataclasses import dataclass
from functools import singledispatch
from typing import ClassVar

from ..model.items import Accepted, Classify, Item, Match, Multiple, Near, Order, Scenario, Short, Single, TrueFalse
from .assessment import Losses

STORY = ("the story beyond its first choice", "only the first choice is asked, and a better choice earns more")
PATTERN = ("an accepted answer that is a pattern", "it is not accepted")
REASONS_BELOW = ("a reason of its own for each entry", "the reasons are together in the explanation")


@dataclass(frozen=True, slots=True)
class Answer:
    """An option: its permanent name, its text, the share of the points it is worth (-1 to 1) and why."""

    key: str
    text: str
    share: float
    why: str


@dataclass(frozen=True, slots=True)
class Choosing:
    """One answer, or several, to choose. `stem` is one text or more, each a paragraph."""

    stem: tuple[str, ...]
    answers: tuple[Answer, ...]
    single: bool


@dataclass(frozen=True, slots=True)
class Paired:
    """An entry, the permanent name and text of what it belongs to, and why."""

    key: str
    text: str
    target: str
    target_text: str
    why: str


@dataclass(frozen=True, slots=True)
class Pairing:
    """Entries that each belong to one of the targets (permanent name and text); a target may stay unused."""

    pairs: tuple[Paired, ...]
    targets: tuple[tuple[str, str], ...]


@singledispatch
def choosing(item: Item) -> Choosing | None:
    """The item as a choice; None when it is none. Of a scenario, the first choice."""
    del item
    return None


@choosing.register
def _(item: Single) -> Choosing:
    answers = (Answer(option.ident, option.text, float(option.right), option.why) for option in item.options)
    return Choosing((item.stem,), tuple(answers), single=True)


@choosing.register
def _(item: Multiple) -> Choosing:
    part = 1 / sum(option.right for option in item.options)
    answers = (Answer(o.ident, o.text, part if o.right else -part, o.why) for o in item.options)
    return Choosing((item.stem,), tuple(answers), single=False)


@choosing.register
def _(item: TrueFalse) -> Choosing:
    true = Answer("true", "True", float(item.answer), item.why.true)
    false = Answer("false", "False", float(not item.answer), item.why.false)
    return Choosing((item.stem,), (true, false), single=True)


@choosing.register
def _(item: Scenario) -> Choosing | None:
    if item.start not in item.nodes:
        return None
    point = item.nodes[item.start]
    best = max(choice.rating for choice in point.choices) or 1
    answers = (Answer(choice.ident, choice.text, choice.rating / best, choice.why) for choice in point.choices)
    return Choosing((item.stem, point.text), tuple(answers), single=True)


def pairing(item: Match | Classify) -> Pairing:
    """The item as pairs."""
    if isinstance(item, Match):
        told = ((pair, item.target(pair)) for pair in item.left)
        pairs = tuple(Paired(pair.ident, pair.text, to.ident, to.text, pair.why) for pair, to in told)
        return Pairing(pairs, tuple((target.ident, target.text) for target in item.right))
    sorted_ = ((card, item.category(card)) for card in item.cards)
    cards = tuple(Paired(card.ident, card.text, to.ident, to.text, card.why) for card, to in sorted_)
    return Pairing(cards, tuple((category.ident, category.text) for category in item.categories))


def places(item: Order) -> Pairing:
    """The steps of a sequence, each paired with its place; steps in any order share one ("2 or 3")."""
    at = {step.ident: [number] for number, step in enumerate(item.steps, start=1)}
    for group in item.equal_idents():
        together = sorted(number for ident in group for number in at[ident])
        at.update(dict.fromkeys(group, together))
    said = {ident: " or ".join(map(str, numbers)) for ident, numbers in at.items()}
    pairs = (Paired(step.ident, step.text, said[step.ident], said[step.ident], step.why) for step in item.steps)
    targets = dict.fromkeys(said[step.ident] for step in item.steps)
    return Pairing(tuple(pairs), tuple((target, target) for target in targets))


@dataclass(frozen=True, slots=True)
class Typing:
    """Answers to type: all numbers (`numbers`), or `texts`. `near` are wrong ones with a word of their own."""

    numbers: tuple[Accepted, ...]
    texts: tuple[str, ...]
    near: tuple[Near, ...]
    losses: tuple[tuple[str, str], ...]

    TOLERANCE: ClassVar = ("a tolerance beside an answer in words", "only the exact number is accepted")


def typing(item: Short) -> Typing:
    """A short answer as numbers when all are numbers, else as texts. Patterns are lost."""
    numbers = tuple(answer for answer in item.accept if answer.number is not None)
    if len(numbers) == len(item.accept):
        near = tuple(answer for answer in item.near if is_number(answer.text))
        lost = ("a reason for a wrong answer in words", "it is left out, because only numbers can be typed")
        return Typing(numbers, (), near, (lost,) if len(near) < len(item.near) else ())
    losses = [PATTERN] if any(answer.regex for answer in item.accept) else []
    losses += [Typing.TOLERANCE] if any(answer.tol for answer in numbers) else []
    texts = [text for answer in item.accept for text in _typed(answer)]
    return Typing((), tuple(dict.fromkeys(texts)), tuple(item.near), tuple(losses))


def can_be_typed(item: Item, losses: Losses) -> bool:
    """Whether there is an answer to compare with: not when all are patterns, which the file then does not hold."""
    if isinstance(item, Short) and all(answer.regex is not None for answer in item.accept):
        losses.leave_out(item, "all accepted answers are patterns")
        return False
    return True


def number(value: float) -> str:
    """A number as it is typed."""
    return str(int(value)) if float(value).is_integer() else repr(value)


def in_figures(answer: Accepted) -> str:
    """An accepted number with its tolerance and unit: "20 ± 1 seconds"."""
    tolerance = f" ± {number(answer.tol)}" if answer.tol else ""
    return f"{number(answer.number or 0)}{tolerance}{f' {answer.unit}' if answer.unit else ''}"


def is_number(text: str) -> bool:
    """Whether a text is a number that any program reads: digits, a point, a minus."""
    bare = text.removeprefix("-").replace(".", "", 1)
    return bare.isascii() and bare.isdigit() and not text.endswith(".") and not text.removeprefix("-").startswith(".")


def _typed(answer: Accepted) -> list[str]:
    if answer.text is not None:
        return [answer.text]
    if answer.number is None:
        return []
    said = number(answer.number)
    return [said, f"{said} {answer.unit}"] if answer.unit else [said]
