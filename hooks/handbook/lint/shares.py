"""Rules for what a quiz or the bank is made of: Q21, Q22."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model.items import TrueFalse
from .rules import Finding
from .texts import LintItem

FEWEST = 20
"""Below this many, a share says nothing."""
_SMALL_QUIZ = 5
_MOST_RECALL = 0.5
_MOST_TRUTHS = 0.2
_ONE_SIDED = 0.65


def recall(readings: Sequence[LintItem]) -> Iterator[Finding]:
    """Q21: at most half of a quiz asks for facts alone."""
    scored = [reading for reading in readings if reading.item.scored]
    facts = sum(reading.item.level == "recall" for reading in scored)
    if len(scored) >= _SMALL_QUIZ and facts > _MOST_RECALL * len(scored):
        hint = "Add questions that ask what to do (level: apply) or which way is better (level: judge)."
        yield Finding(f"{facts} of {len(scored)} questions ask only for facts", hint)


def true_or_false(readings: Sequence[LintItem]) -> Iterator[Finding]:
    """Q22: at most a fifth is true or false. Two of them are fine in any quiz."""
    scored = [reading for reading in readings if reading.item.scored]
    truths = sum(isinstance(reading.item, TrueFalse) for reading in scored)
    if truths > max(2, _MOST_TRUTHS * len(scored)):
        hint = (
            f"Keep at most {max(2, int(_MOST_TRUTHS * len(scored)))}, and give the others three options to choose from."
        )
        yield Finding(f"{truths} of {len(scored)} questions are true or false", hint)


def one_sided(readings: Sequence[LintItem]) -> Iterator[Finding]:
    """Q22: over the bank, about half of the statements are true."""
    answers = [reading.item.answer for reading in readings if isinstance(reading.item, TrueFalse)]
    for answer in (True, False):
        if len(answers) >= FEWEST / 2 and answers.count(answer) > _ONE_SIDED * len(answers):
            word = str(answer).lower()
            message = f"{answers.count(answer)} of {len(answers)} statements are {word}"
            yield Finding(message, "Reverse some, so that about half are true.")
