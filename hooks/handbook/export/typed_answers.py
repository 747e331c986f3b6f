"""Answers to type as other programs know them: all numbers, or all texts. They know no patterns."""

from __future__ import annotations

from dataclasses import dataclass

from ..model.answers import Accepted, Near, figures
from ..model.items import Item
from ..model.shapes import Shape, Type
from ..model.spelling import plain, spellings
from .assessment import Losses

PATTERN = ("an accepted answer that is a pattern", "it is not accepted")
TOLERANCE = ("a tolerance beside an answer in words", "only the exact number is accepted")
AS_WORDS = ("a number beside an answer in words", "it is compared sign by sign: 5.0 is not 5")
NO_NUMBER = ("a reason for a wrong answer in words", "it is left out, because only numbers can be typed")
IN_WORDS = ("a number typed as a word", "only digits are accepted")
UNIT = ("a unit", "only the number is accepted")
SAME = ("accepted answers that say the same", "all of them are accepted, and an import of the file keeps the first")


@dataclass(frozen=True, slots=True)
class TypedAnswers:
    """All numbers (`numbers`), or `texts`. `near` are wrong ones with a word of their own."""

    numbers: tuple[Accepted, ...]
    texts: tuple[str, ...]
    near: tuple[Near, ...]
    losses: tuple[tuple[str, str], ...]

    @property
    def repeats(self) -> tuple[tuple[str, str], ...]:
        """What is lost where `handbook import` reads the file back: it takes two spellings of one answer for one."""
        return (SAME,) if len({plain(text) for text in self.texts}) < len(self.texts) else ()

    @property
    def spellings(self) -> tuple[str, ...]:
        """The texts, then other ways to type them that a program which compares letter by letter should accept."""
        others = (spelling for text in self.texts for spelling in spellings(text))
        wrong = {near.text for near in self.near}
        return tuple(text for text in dict.fromkeys([*self.texts, *others]) if text not in wrong)


def typed_answers(shape: Type) -> TypedAnswers:
    """What is accepted as numbers when all are numbers, else as texts. Patterns are lost."""
    numbers = tuple(answer for answer in shape.accept if answer.number is not None)
    if len(numbers) == len(shape.accept):
        near = tuple(answer for answer in shape.near if is_number(answer.text))
        return TypedAnswers(numbers, (), near, (IN_WORDS, *([NO_NUMBER] if len(near) < len(shape.near) else [])))
    losses = [PATTERN] if any(answer.regex for answer in shape.accept) else []
    losses += [TOLERANCE if any(answer.tol for answer in numbers) else AS_WORDS] if numbers else []
    texts = [text for answer in shape.accept for text in _typed(answer)]
    return TypedAnswers((), tuple(dict.fromkeys(texts)), shape.near, tuple(losses))


def can_be_typed(item: Item, shape: Shape, losses: Losses) -> bool:
    """Whether there is an answer to compare with: not when all are patterns, which the file then does not hold."""
    if isinstance(shape, Type) and all(answer.regex is not None for answer in shape.accept):
        losses.leave_out(item, "all accepted answers are patterns")
        return False
    return True


def is_number(text: str) -> bool:
    """Whether a text is a number that any program reads: digits, a point, a minus."""
    bare = text.removeprefix("-").replace(".", "", 1)
    return bare.isascii() and bare.isdigit() and not text.endswith(".") and not text.removeprefix("-").startswith(".")


def _typed(answer: Accepted) -> list[str]:
    """A number is typed with its unit or without."""
    bare = [] if answer.number is None else [figures(answer.number)]
    return list(dict.fromkeys([*bare, *([answer.exactly] if answer.exactly else [])]))
