"""Rules for options: Q01, Q02, Q03, Q05, Q06, Q09, Q10, Q12, Q13."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..source.document import Where
from .numbers import Span, bare_number, overlap, span
from .rules import Finding, Weight
from .texts import Choices, LintItem, words

_ALL_OR_NONE = re.compile(
    r"\b(?:all|none|any|both|either|neither|two|most) of (?:the )?(?:above|below|other (?:options|answers)|others|"
    r"options|answers|choices)\b|^(?:all|none|both|any|neither) (?:of (?:these|them|those)|options|answers)?\W*$|"
    r"^(?:both |options? |answers? )?[a-e1-5] (?:and|or|&) [a-e1-5](?: only)?\W*$",
    re.IGNORECASE,
)
_ABSOLUTE = re.compile(
    r"\b(?:always|never|only|every(?:body|one)?|nobody|completely|absolutely|impossible|"
    r"all(?= (?:of )?(?:the )?(?!this\b)[a-z]+s\b))\b",
    re.IGNORECASE,
)
_WITHOUT_EXCEPTION = re.compile(r"\b(?:always|never|every(?:body|one)?|nobody)\b", re.IGNORECASE)
_VAGUE = re.compile(
    r"\b(?:usually|often|rarely|sometimes|seldom|frequently|generally|occasionally|normally|mostly)\b", re.IGNORECASE
)
_TOO_LONG = 1.4
_CLEARLY = 12
"""Characters: a difference that the eye notices."""
_AGREEING = 2


def all_or_none(reading: LintItem) -> Iterator[Finding]:
    """Q01: no option speaks of the other options."""
    for choices in reading.choices:
        for at, text in enumerate(choices.texts):
            if _ALL_OR_NONE.search(text):
                hint = "Replace it with what a coworker might do, or make it a question with several right options."
                yield Finding(f'"{text}" isn\'t an answer by itself', hint, (*choices.where, at))


def count_of_options(reading: LintItem) -> Iterator[Finding]:
    """Q02: a question with one right option has three or four. Fewer is an error, more is worth a look."""
    if reading.one_of_several:
        count = len(reading.choices[0].texts)
        if count < 3:
            yield Finding(f"there are {count} options", "Add one that a coworker might really choose.", ("options",))
        elif count > 4:
            hint = "Keep the right one and the two or three that people really choose."
            yield Finding(f"there are {count} options", hint, ("options",), Weight.INFO)


def longest_is_right(reading: LintItem) -> Iterator[Finding]:
    """Q03: the right option is not much longer than the others."""
    for choices in reading.choices:
        right = choices.only_right
        if right is None or not choices.wrong:
            continue
        length = len(choices.texts[right])
        mean = sum(len(choices.texts[at]) for at in choices.wrong) / len(choices.wrong)
        if length > _TOO_LONG * mean and length - mean > _CLEARLY:
            message = f"the right option has {length} letters, the others have {mean:.0f} on average"
            yield Finding(message, "Shorten it, or make another one just as detailed.", (*choices.where, right))


def absolute_words(reading: LintItem) -> Iterator[Finding]:
    """Q05: words without exception do not stand in wrong options only, nor in a statement that is false."""
    if reading.statement and not reading.item.solution() and (match := _WITHOUT_EXCEPTION.search(reading.statement)):
        yield Finding(f'the false statement says "{match[0]}"', "Reword it so that it could be true.", ("stem",))
    for choices in reading.choices:
        if any(_ABSOLUTE.search(choices.texts[at]) for at in choices.right):
            continue
        for at in choices.wrong:
            if match := _ABSOLUTE.search(choices.texts[at]):
                hint = f'Leave out "{match[0]}", or use a word like it in the right option, too.'
                yield Finding(f'"{match[0]}" is in wrong options only', hint, (*choices.where, at))


def vague_words(reading: LintItem) -> Iterator[Finding]:
    """Q06: options and statements to judge do not hang on how often something happens."""
    places: list[tuple[Where, str]] = [(("stem",), reading.statement)]
    places += [((*c.where, at), text) for c in reading.choices for at, text in enumerate(c.texts)]
    for where, text in places:
        if match := _VAGUE.search(text):
            yield Finding(f'"{match[0]}" can mean many things', "Give a number, or leave it out.", where)


def overlapping(reading: LintItem) -> Iterator[Finding]:
    """Q09: no two options say the same, no range runs into another, and none holds another whole (a warning)."""
    for choices in reading.choices:
        option_words = [tuple(words(text)) for text in choices.texts]
        spans = [span(text) for text in choices.texts]
        for at in range(len(option_words)):
            for before in range(at):
                yield from _overlap(choices, before, at, option_words, spans)


def _overlap(
    choices: Choices, before: int, at: int, option_words: list[tuple[str, ...]], spans: list[Span | None]
) -> Iterator[Finding]:
    where, (one, other) = (*choices.where, at), (choices.texts[before], choices.texts[at])
    first, second = spans[before], spans[at]
    if option_words[before] == option_words[at]:
        yield Finding(f'"{other}" appears twice', "Replace one of the two.", where)
    elif first and second and overlap(first, second):
        yield Finding(f'"{one}" and "{other}" overlap', "End one range before the next begins.", where)
    elif choices.right & {before, at} and (
        _holds(option_words[before], option_words[at]) or _holds(option_words[at], option_words[before])
    ):
        hint = "Make each say something that the other doesn't."
        yield Finding(f'one of "{one}" and "{other}" contains the other', hint, where, Weight.WARN)


def convergence(reading: LintItem) -> Iterator[Finding]:
    """Q10: the right option is not the one that shares its words with each of the others."""
    for choices in reading.choices:
        right = choices.only_right
        if right is None or len(choices.wrong) < 2:
            continue
        common = frozenset.intersection(*choices.content)
        own = [content - common for content in choices.content]
        shared = [len(own[right] & own[at]) for at in choices.wrong]
        if min(shared) and sum(shared) >= _AGREEING + max(_shared_with_all(own, at) for at in choices.wrong):
            hint = "Have two wrong options share words that the right one doesn't have."
            yield Finding("the right option is what the others have in common", hint, (*choices.where, right))


def _shared_with_all(own: list[frozenset[str]], at: int) -> int:
    return sum(len(own[at] & other) for place, other in enumerate(own) if place != at)


def parallel(reading: LintItem) -> Iterator[Finding]:
    """Q12: all options end with a period or none does, all begin with a capital letter or none does."""
    for choices in reading.choices:
        stops = [text.rstrip("\"'”’*_)").endswith((".", "?", "!")) for text in choices.texts]
        capitals = [text.lstrip("\"'“‘*_(")[:1].isupper() for text in choices.texts if text[:1] not in "0123456789{"]
        for marks, what in ((stops, "end with a period"), (capitals, "begin with a capital letter")):
            if len(set(marks)) > 1:
                odd = marks.index(sum(marks) * 2 <= len(marks))
                yield Finding(
                    f"some options {what} and some don't", "Write them all the same way.", (*choices.where, odd)
                )


def sorted_numbers(reading: LintItem) -> Iterator[Finding]:
    """Q13: options that are numbers stand in their order."""
    for choices in reading.choices:
        bare_numbers = [bare_number(text) for text in choices.texts]
        numbers = [number for number in bare_numbers if number is not None]
        if len(numbers) == len(bare_numbers) > 2 and numbers not in (sorted(numbers), sorted(numbers, reverse=True)):
            yield Finding("the numbers are not in order", "List the options from lowest to highest.", choices.where)


def _holds(whole: tuple[str, ...], part: tuple[str, ...]) -> bool:
    run = len(part)
    return 0 < run < len(whole) and any(whole[at : at + run] == part for at in range(len(whole) - run + 1))
