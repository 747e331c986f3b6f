"""Days as people write them."""

from __future__ import annotations

from datetime import date

import pytest

from handbook.git.edition import Edition
from handbook.model.dates import edition_in_words, in_words


@pytest.mark.parametrize(
    ("day", "words"),
    [(date(2026, 11, 22), "November 22, 2026"), (date(2026, 1, 2), "January 2, 2026")],
)
def test_a_day_has_its_month_in_words_and_no_zero_in_front(day: date, words: str) -> None:
    assert in_words(day) == words


@pytest.mark.parametrize(
    ("edition", "words"),
    [
        (Edition(date(2026, 3, 4), "abc1234"), "March 4, 2026 · abc1234"),
        (Edition(date(2026, 3, 4), "abc1234", changed=True), "March 4, 2026 · abc1234 with changes"),
        (Edition(None, "abc1234"), "abc1234"),
        (Edition(), "not dated"),
    ],
)
def test_an_edition_keeps_all_else(edition: Edition, words: str) -> None:
    assert edition_in_words(edition) == words
