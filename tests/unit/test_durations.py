"""Times as authors write them."""

from __future__ import annotations

import pytest

from handbook.model.durations import seconds_in


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("2 minutes", 120),
        ("2minutes", 120),
        ("90 seconds", 90),
        ("a minute", 60),
        ("One hour", 3600),
        ("about two minutes", 120),
        ("1 minute 30 seconds", 90),
        ("1 minute and 30 seconds", 90),
        ("1 hour, 10 minutes", 4200),
    ],
)
def test_a_time_is_read_with_its_units(text: str, seconds: int) -> None:
    assert seconds_in(text) == seconds


@pytest.mark.parametrize("text", ["2", "soon", "0 minutes", "two", "minutes", "2 days", "2 minutes or so", ""])
def test_anything_else_is_not_a_time(text: str) -> None:
    assert seconds_in(text) is None
