"""Patterns for typed answers: what both languages read is taken, what could hang a browser is refused."""

from collections.abc import Callable, Mapping

import pytest

from handbook.model.answers import Accepted
from handbook.model.pattern import MOST_WAYS, PatternSlow, PatternUnreadable, read_pattern
from handbook.source.codes import Code
from support.folders import HEAD, Checked

SLOW = [
    "(a+)+b",
    "(a*)*",
    "(a|a)*b",
    "(a|ab)+c",
    "(.*a){12}",
    "(a?){40}",
    "a?" * 40,
    ".*.*.*.*x",
    "((a{1,20}){1,20}){1,20}",
    "(([a-z]+ )+)+",
    "(?:(?:a+)?)*",
    "x" * 301,
    "(" * 40 + "a" + ")" * 40,
]
UNREADABLE = {
    "([": "[",
    "a)": ")",
    "(?=a)": "?=a)",
    "(?<n>a)": "?<n>a)",
    "(?P<n>a)": "?P<n>a)",
    "(?i)a": "?i)a",
    r"(a)\1": r"\1",
    "a++": "+",
    "a{": "{",
    "a{3,2}": "{3,2}",
    "a{1000}": "{1000}",
    "}": "}",
    "[]a]": "[]a]",
    "[z-a]": "[z-a]",
    "[a&&b]": "[a&&b]",
    r"[\d-z]": r"[\d-z]",
    r"\-": r"\-",
    r"\p{L}": r"\p{L}",
    r"\Z": r"\Z",
    "a\\": "\\",
    "^*": "*",
    "*": "*",
}


@pytest.mark.parametrize("pattern", SLOW)
def test_a_pattern_that_could_take_minutes_is_refused(pattern: str) -> None:
    with pytest.raises(PatternSlow):
        read_pattern(pattern)


@pytest.mark.parametrize(("pattern", "rest"), UNREADABLE.items())
def test_a_pattern_that_only_one_language_reads_is_refused_where_it_begins(pattern: str, rest: str) -> None:
    with pytest.raises(PatternUnreadable) as refused:
        read_pattern(pattern)
    assert refused.value.rest == rest


def test_reading_a_pattern_ends_soon_however_it_is_nested() -> None:
    """It counts no further than it must: it does not raise a thousand to the power of a thousand."""
    with pytest.raises(PatternSlow):
        read_pattern("(" * 9 + "a+" + "){1,99}" * 9)
    assert MOST_WAYS < 2**21


def test_an_item_names_the_line_of_its_pattern(checked: Callable[[Mapping[str, str]], Checked]) -> None:
    item = "- id: q-short\n  type: short\n  level: recall\n  stem: How many?\n  accept:\n    - regex: (a+)+b\n"
    more = f"  near:\n    - text: {'a' * 40}\n      why: No.\n  explain: Three.\n  refs: [page.md]\n"
    _, problems = checked({"docs/page.md": HEAD, "quizbank/items/a.yml": item + more})
    (found,) = problems.blocking
    assert (found.path, found.line, found.code) == ("quizbank/items/a.yml", 6, Code.PATTERN_SLOW)
    assert '"a+"' in found.hint


def test_a_number_too_large_to_read_is_not_accepted() -> None:
    assert not Accepted(number=1).fits("9" * 5000)
