"""One plain sentence on what to look at in a question whose figures are those of a wrong key or a weak option."""

from __future__ import annotations

from collections.abc import Iterator
from math import sqrt

from .summary import SHARES, STRENGTHS, OptionSummary, QuestionSummary

HARD = 0.35
"""A lower mean share of the points is reported."""
_WEAK, _WEAK_PEOPLE, _MISSED = 0.05, 40, 0.1
"""An option that a smaller share of so many people takes is weak, if at least a tenth of them missed the question."""
_BEST = 0.1
"""A wrong option counts as what the best people choose if at least a tenth of all chose it."""


def finding(question: QuestionSummary) -> str | None:
    """What to look at first. None where nothing stands out, and with fewer than 20 people, where anything could."""
    return next(_findings(question), None) if question.people >= SHARES else None


def _findings(question: QuestionSummary) -> Iterator[str]:
    yield from _key(question)
    if question.strength is not None and question.strength < 0:
        yield "People who did well on the rest of the test don't do better on this one. Check the key."
    if question.mean < HARD:
        few = f"Only {question.right}" if question.right else "None"
        yield f"{few} of {question.people} people got it right. Check the key, and then the page that it's about."
    yield from _weak_options(question)


def _key(question: QuestionSummary) -> Iterator[str]:
    """Signs that another option is the right one."""
    right = [option for option in question.options if option.right]
    if not question.single or len(right) != 1:
        return
    (key,) = right
    for option in question.options:
        if option.right:
            continue
        if option.count > key.count:
            yield f"More people chose {option.letter} than the right answer, {key.letter}. Check the key."
        elif option.count >= _BEST * question.people and _is_better(option, key, question):
            yield f"The people who did best on the rest of the test chose {option.letter}. Check the key."


def _is_better(option: OptionSummary, key: OptionSummary, question: QuestionSummary) -> bool:
    """Whether those who chose an option did better on the rest of the test, by more than two standard errors.

    Source of the error of a difference of two means: s · √(1/n + 1/m), as in Student's t test.
    """
    if question.people < STRENGTHS or option.rest is None or key.rest is None:
        return False
    return option.rest - key.rest > 2 * question.spread * sqrt(1 / option.count + 1 / key.count)


def _weak_options(question: QuestionSummary) -> Iterator[str]:
    if question.people < _WEAK_PEOPLE or question.right > (1 - _MISSED) * question.people:
        return
    for option in question.options:
        if not option.right and not option.count:
            yield f"Nobody chose {option.letter}. Rewrite it so that it could be right."
        elif not option.right and option.count < _WEAK * question.people:
            yield f"Only {option.count} of {question.people} people chose {option.letter}. Rewrite it."
