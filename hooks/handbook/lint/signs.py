"""Signs that set one option apart for a person who does not know the answer: Q03, Q05, Q07, Q14, Q27 to Q31."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..source.codes import Code
from .texts import Choices

_QUESTION = re.compile(r"\?")
_REASON = re.compile(
    r"\bbecause\b|\bin case\b|\bin order to\b|\bto (?:avoid|save|spare|make sure|be sure)\b|"
    r"\bsince (?!then\b|last\b|\d|yesterday\b|(?:mon|tues|wednes|thurs|fri)day\b)|"
    r"\bso (?:that|he|she|they|it|you|we|i|the|nobody|no one|everyone)\b|"
    r"\bas (?:he|she|they|it|you|we|i|this|that|the \w+) "
    r"(?:is|are|was|were|has|have|had|can|could|may|might|will|would|did|does|do|need|want|seem|look|sound|know)",
    re.IGNORECASE,
)
_YOU = re.compile(r"\byou(?:r|rs|rself)?\b", re.IGNORECASE)
_SORRY = re.compile(r"\b(?:sorry|apolog|thank)", re.IGNORECASE)
_POLITE = re.compile(
    r"\b(?:sorry|apolog|thank|please|glad|happy to|help|understand|appreciate|welcome|may i|could you|would you|"
    r"let['’]s|i can see|good (?:morning|afternoon))",
    re.IGNORECASE,
)
_ABSOLUTE = re.compile(
    r"\b(?:always|never|only|every(?:body|one|thing)?|no ?body|no one|nothing|none|all|any(?:body|one|thing)?|must|"
    r"completely|absolutely|impossible|cannot|can['’]t)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|ten|noon|today|tomorrow|minutes?|hours?|(?:mon|tues|wednes|thurs|fri)day)\b|"
    r"\[[^]]*(?:time|date|day|number)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign that one option bears: the rule it breaks, the option in words, and how to find it (its place, or none).

    `too_good` says what to do where the sign marks right options, `too_bad` where it marks wrong ones.
    """

    code: Code
    option: str
    find: Callable[[Choices], int | None]
    too_good: str
    too_bad: str


def _only(marks: Sequence[bool]) -> int | None:
    return marks.index(True) if sum(marks) == 1 else None


def _extreme(numbers: Iterable[int], pick: Callable[[Sequence[int]], int]) -> int | None:
    all_numbers = list(numbers)
    end = pick(all_numbers)
    return _only([number == end for number in all_numbers])


@lru_cache(maxsize=65536)
def _marks(pattern: re.Pattern[str], texts: tuple[str, ...]) -> tuple[bool, ...]:
    return tuple(bool(pattern.search(text)) for text in texts)


def _trait(code: Code, pattern: re.Pattern[str], names: tuple[str, str], hints: tuple[str, str]) -> tuple[Sign, Sign]:
    """The only option that has something, and the only one that lacks it, by these names.

    The first hint says how right options get to have it more often, the second how wrong ones do.
    """
    (having, lacking), (in_right, in_wrong) = names, hints

    def has(choices: Choices) -> int | None:
        return _only(_marks(pattern, choices.texts))

    def lacks(choices: Choices) -> int | None:
        return _only([not mark for mark in _marks(pattern, choices.texts)])

    return (
        Sign(code, f"the only option {having}", has, too_good=in_wrong, too_bad=in_right),
        Sign(code, f"the only option {lacking}", lacks, too_good=in_right, too_bad=in_wrong),
    )


def _part(code: Code, pattern: re.Pattern[str], part: str) -> tuple[Sign, Sign]:
    """The only option with some part, and the only one without it."""
    hints = (f"Put {part} in more of the right options.", f"Put {part} in more of the wrong options.")
    return _trait(code, pattern, (f"with {part}", f"without {part}"), hints)


def _count(choices: Choices, pick: Callable[[Sequence[int]], int]) -> int | None:
    return _extreme((len(_POLITE.findall(text)) for text in choices.texts), pick)


def _shared(choices: Choices, pick: Callable[[Sequence[int]], int]) -> int | None:
    return _extreme((len(choices.question & words) for words in choices.content), pick)


_MILD = "Leave out always, never and words like them."
_LONG = "Shorten some right options, or add detail to wrong ones."
_SHORT = "Shorten some wrong options, or add detail to right ones."
_MOVE = "Move the right options to other places."
_ECHO_LESS = "Use words of the question in wrong options, too."
_ECHO_MORE = "Use words of the question in right options, too."
_POLITE_BAD = "Make some wrong options just as polite."
_POLITE_GOOD = "Make some right options just as polite."

SIGNS: tuple[Sign, ...] = (
    Sign(Code.Q03, "the longest option", lambda c: _extreme(map(len, c.texts), max), _LONG, _SHORT),
    Sign(Code.Q03, "the shortest option", lambda c: _extreme(map(len, c.texts), min), _SHORT, _LONG),
    *_trait(Code.Q05, _ABSOLUTE, ("without exceptions", "that allows exceptions"), (_MILD, _MILD)),
    Sign(Code.Q07, "the option that repeats most of the question", lambda c: _shared(c, max), _ECHO_LESS, _ECHO_MORE),
    Sign(Code.Q07, "the option that repeats least of the question", lambda c: _shared(c, min), _ECHO_MORE, _ECHO_LESS),
    Sign(Code.Q14, "the first option", lambda _: 0, _MOVE, _MOVE),
    Sign(Code.Q14, "the last option", lambda c: len(c.texts) - 1, _MOVE, _MOVE),
    *_part(Code.Q27, _QUESTION, "a question"),
    *_part(Code.Q28, _REASON, "a reason"),
    *_part(Code.Q29, _YOU, '"you" or "your"'),
    *_part(Code.Q30, _SORRY, "thanks or an apology"),
    Sign(Code.Q30, "the most polite option", lambda c: _count(c, max), _POLITE_BAD, _POLITE_GOOD),
    Sign(Code.Q30, "the least polite option", lambda c: _count(c, min), _POLITE_GOOD, _POLITE_BAD),
    *_part(Code.Q31, _NUMBER, "a number or a time"),
)
"""Every sign there is a rule for."""
