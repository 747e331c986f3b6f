"""What platforms do with a package over time: previews, failed attempts, newer editions. The rules are Moodle's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from handbook.export import Assessment
from support.answers import ANSWERS
from support.exported_tests import small_paper
from support.moodle_activity import Activity
from support.scorm import answer, begin, make_platform, sent
from support.serving import serve

PAPER = replace(small_paper(), pass_mark=80, code="all-kinds-handout-1-a9e240")
NEWER = replace(PAPER, items=PAPER.items[1:], code="all-kinds-handout-1-0fa890")
"""An edition without the first question, and so with another form code."""


@pytest.fixture
def activity(tmp_path: Path) -> Iterator[Activity]:
    make_platform(tmp_path, {})
    for address in serve(tmp_path):
        yield Activity(address, tmp_path)


def take(activity: Activity, page: Page, paper: Assessment) -> None:
    """A whole attempt with all answers right."""
    answer(activity.enter(page), right=True, names=[item.id for item in paper.items if item.id in ANSWERS])
    activity.leave(page)


def test_a_newer_edition_in_the_same_activity_keeps_what_everybody_reached(activity: Activity, page: Page) -> None:
    activity.upload(PAPER)
    take(activity, page, PAPER)
    activity.upload(NEWER)
    assert (activity.status, activity.held["core"]["score"]["raw"]) == ("passed", "100")


def test_who_was_in_the_middle_of_an_attempt_is_told_to_start_afresh(activity: Activity, page: Page) -> None:
    activity.upload(PAPER)
    answer(activity.enter(page), right=True, names=["q-single", "q-multiple"])
    activity.leave(page)
    activity.upload(NEWER)
    frame = activity.enter(page)
    expect(frame.locator(".hb-warning")).to_contain_text("The questions were changed since you last opened this quiz")
    activity.leave(page)
    take(activity, page, NEWER)
    assert activity.status == "passed"


def test_another_form_does_not_take_over_what_was_reached_with_the_first(activity: Activity, page: Page) -> None:
    drawn = replace(PAPER, form="all-kinds-handout-1")
    activity.upload(drawn)
    take(activity, page, drawn)
    activity.upload(replace(drawn, form="all-kinds-handout-2"))
    assert activity.status == "not attempted"


@pytest.mark.parametrize("mode", ["practice", "test"])
def test_a_preview_completes_nothing_and_the_attempt_after_it_counts(activity: Activity, page: Page, mode: str) -> None:
    activity.upload(replace(PAPER, mode=mode))
    frame = activity.enter(page, preview=True)
    expect(frame.locator(".hb-warning")).to_contain_text("This is a preview")
    assert [value for name, value in sent(page)] == ["browsed"]
    activity.leave(page)
    assert activity.status == "browsed"
    frame = activity.enter(page)
    for name, (right, *_) in ANSWERS.items():
        right(frame.locator(f'[data-item="{name}"]'))
        if mode == "practice":
            frame.locator(f'[data-item="{name}"] .hb-check').click()
    if mode == "test":
        frame.get_by_role("button", name="Finish and check all").click()
    expect(frame.locator(".hb-outcome")).to_contain_text("Passed: 100%. Your learning platform has this result.")
    activity.leave(page)
    assert activity.status == "passed"


def test_a_preview_of_a_test_shows_no_key(activity: Activity, page: Page) -> None:
    activity.upload(replace(PAPER, mode="test"))
    frame = activity.enter(page, preview=True)
    for name, (right, *_) in ANSWERS.items():
        right(frame.locator(f'[data-item="{name}"]'))
    expect(frame.locator(".hb-warning")).to_contain_text("Nothing is marked in the preview of a test.")
    expect(frame.get_by_role("button", name="Finish and check all")).to_have_count(0)
    expect(frame.locator("[data-mark]")).to_have_count(0)
    activity.leave(page)


def test_after_a_fail_a_look_back_says_how_to_start_an_attempt_that_counts(activity: Activity, page: Page) -> None:
    activity.upload(PAPER)
    answer(activity.enter(page), right=False)
    activity.leave(page)
    assert activity.status == "failed"
    frame = activity.enter(page)
    expect(frame.locator(".hb-warning")).to_contain_text(
        "To try again so that it counts, leave the quiz and start a new attempt."
    )
    expect(frame.locator(".hb-outcome")).not_to_contain_text("Start over")
    activity.leave(page)
    answer(activity.enter(page, anew=True), right=True)
    activity.leave(page)
    assert activity.status == "passed"


def test_a_platform_that_writes_null_for_nothing_is_one_that_holds_nothing(activity: Activity, page: Page) -> None:
    activity.upload(PAPER)
    frame = begin(page, activity.address, "activity", nulls=True)
    expect(frame.locator(".hb-quiz-intro")).to_contain_text("You need 80% to pass.")
    expect(frame.locator(".hb-warning")).to_be_empty()
    answer(frame, right=True)
    expect(frame.locator(".hb-outcome")).to_contain_text("Passed: 100%. Your learning platform has this result.")
