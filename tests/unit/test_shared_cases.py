"""Cases that both languages are held to: web/test reads the same files."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

from fsrs import Card, Rating, Scheduler

from handbook.model.answers import Accepted
from support.golden_cases import FOLDER

NOON = datetime(1970, 1, 1, 12, tzinfo=UTC)


def _cases(area: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((FOLDER / area / "cases.json").read_text("utf-8"))
    return found


def test_typed_answers_fit_as_they_do_in_the_browser() -> None:
    for case in _cases("short"):
        accepted = Accepted.model_validate(case["accept"])
        assert [answer for answer in case["fits"] if not accepted.fits(answer)] == []
        assert [answer for answer in case["not"] if accepted.fits(answer)] == []


def test_a_review_is_due_when_the_package_fsrs_says_so() -> None:
    """One answer a day, without chance and without steps of minutes; days are numbered from 1970."""
    scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    for case in _cases("schedule"):
        card, due = Card(), []
        for day, grade in case["log"]:
            at = NOON + timedelta(days=day)
            card, _ = scheduler.review_card(card, Rating(grade), at)
            due.append(day + (card.due - at).days)
        assert due == case["due"]
