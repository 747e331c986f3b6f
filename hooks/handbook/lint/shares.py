"""Rules for a quiz or the bank as a whole: Q03, Q14, Q21, Q22."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from math import sqrt

from ..model.items import Scenario, Single, TrueFalse
from .rules import Finding
from .texts import Choices, Reading

FEWEST = 20
"""Below this many, a share says nothing."""
_UNLIKELY = 2.33
"""Standard deviations above chance: one time in a hundred by luck (normal distribution)."""
_CHI_SQUARE = (0.0, 6.63, 9.21, 11.34, 13.28, 15.09, 16.81, 18.48)
"""The value exceeded by luck one time in a hundred, by degrees of freedom. Source: any table of chi-square."""
_SMALL_QUIZ = 5
_MOST_RECALL = 0.5
_MOST_TRUTHS = 0.2
_ONE_SIDED = 0.65


def habitually_longest(readings: Sequence[Reading]) -> Iterator[Finding]:
    """Q03: over the bank, the right option is the longest about as often as chance would have it."""
    for group, sets in _groups(readings):
        chances = [1 / len(choices.texts) for _, choices in sets]
        longest = [name for name, choices in sets if _is_longest(choices)]
        expected, spread = sum(chances), sqrt(sum(chance * (1 - chance) for chance in chances))
        if len(sets) >= FEWEST and len(longest) > expected + _UNLIKELY * spread:
            message = f"in {len(longest)} of {len(sets)} {group} the right option is the longest"
            names = ", ".join(dict.fromkeys(longest[:3]))
            yield Finding(
                message, f"By chance, it would be in {expected:.0f}. Shorten some of them, starting with {names}."
            )


def key_positions(readings: Sequence[Reading]) -> Iterator[Finding]:
    """Q14: the right option stands in each place about equally often (chi-square over the bank)."""
    for group, sets in _groups(readings):
        places = max((len(choices.texts) for _, choices in sets), default=0)
        found = Counter(choices.only_right for _, choices in sets)
        expected = [sum(1 / len(c.texts) for _, c in sets if len(c.texts) > place) for place in range(places)]
        chi_square = sum((found[place] - hoped) ** 2 / hoped for place, hoped in enumerate(expected))
        if len(sets) >= FEWEST and chi_square > _CHI_SQUARE[min(places - 1, len(_CHI_SQUARE) - 1)]:
            counts = ", ".join(f"{found[place]} times in place {place + 1}" for place in range(places))
            even = ", ".join(f"{hoped:.0f}" for hoped in expected)
            yield Finding(f"in {group}, the right option appears {counts}", f"Move some of them: {even} would be even.")


def recall(readings: Sequence[Reading]) -> Iterator[Finding]:
    """Q21: at most half of a quiz asks for facts alone."""
    scored = [reading for reading in readings if reading.item.scored]
    facts = sum(reading.item.level == "recall" for reading in scored)
    if len(scored) >= _SMALL_QUIZ and facts > _MOST_RECALL * len(scored):
        hint = "Add questions that ask what to do (level: apply) or which way is better (level: judge)."
        yield Finding(f"{facts} of {len(scored)} questions ask only for facts", hint)


def true_or_false(readings: Sequence[Reading]) -> Iterator[Finding]:
    """Q22: at most a fifth is true or false. Two of them are fine in any quiz."""
    scored = [reading for reading in readings if reading.item.scored]
    truths = sum(isinstance(reading.item, TrueFalse) for reading in scored)
    if truths > max(2, _MOST_TRUTHS * len(scored)):
        hint = (
            f"Keep at most {max(2, int(_MOST_TRUTHS * len(scored)))}, and give the others three options to choose from."
        )
        yield Finding(f"{truths} of {len(scored)} questions are true or false", hint)


def one_sided(readings: Sequence[Reading]) -> Iterator[Finding]:
    """Q22: over the bank, about half of the statements are true."""
    answers = [reading.item.answer for reading in readings if isinstance(reading.item, TrueFalse)]
    for answer in (True, False):
        if len(answers) >= FEWEST / 2 and answers.count(answer) > _ONE_SIDED * len(answers):
            word = str(answer).lower()
            message = f"{answers.count(answer)} of {len(answers)} statements are {word}"
            yield Finding(message, "Reverse some, so that about half are true.")


def _groups(readings: Sequence[Reading]) -> Iterator[tuple[str, list[tuple[str, Choices]]]]:
    """Sets of options with one right one, each with the id of its item: those of questions, and those of scenarios."""
    for group, kind in (("questions with one right option", Single), ("points of scenarios", Scenario)):
        asked = [reading for reading in readings if isinstance(reading.item, kind)]
        yield group, [(r.item.id, choices) for r in asked for choices in r.choices if choices.only_right is not None]


def _is_longest(choices: Choices) -> bool:
    right = choices.only_right
    return right is not None and all(len(choices.texts[right]) > len(choices.texts[at]) for at in choices.wrong)
