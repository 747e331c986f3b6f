"""A quick card on the whole screen: one step at a time, by key, by tap, with a timer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from support.axe import violations


@pytest.fixture
def card(page: Page, small_site: Path) -> Page:
    """A quick card with three steps; the last one names two minutes."""
    page.clock.install()
    page.goto((small_site / "now" / "lend.html").as_uri())
    page.get_by_role("button", name="Full screen").click()
    return page


def _stage(page: Page) -> Locator:
    return page.get_by_role("dialog", name="Someone wants a book")


def test_space_goes_on_and_the_arrow_goes_back_until_the_last_step_closes_it(card: Page) -> None:
    stage = _stage(card)
    for step in ("Ask for the card.", "Scan the book.", "Say when it is due."):
        expect(stage).to_contain_text(step)
        if not step.startswith("Say"):
            card.keyboard.press("Space")
    expect(stage.get_by_text("3 of 3", exact=True)).to_be_visible()
    card.keyboard.press("ArrowLeft")
    expect(stage).to_contain_text("Scan the book.")
    expect(stage).to_contain_text("Twice, if it beeps.")
    card.keyboard.press("End")
    stage.get_by_role("button", name="Done").press("Enter")
    expect(stage).to_have_count(0)
    expect(card.get_by_role("button", name="Full screen")).to_be_focused()


def test_a_tap_on_the_words_goes_on_and_one_on_a_button_does_not(card: Page) -> None:
    stage = _stage(card)
    stage.get_by_role("button", name="Copy: May I see your card?").click()
    expect(stage).to_contain_text("Ask for the card.")
    stage.get_by_text("Ask for the card.").click()
    expect(stage).to_contain_text("Scan the book.")


def test_each_step_is_announced_with_its_number(card: Page) -> None:
    live = _stage(card).locator("[aria-live=polite]")
    expect(live).to_have_attribute("aria-atomic", "true")
    expect(live).to_contain_text("Step 1 of 3. Ask for the card.")
    card.keyboard.press("Space")
    expect(live).to_contain_text("Step 2 of 3. Scan the book.")


def test_escape_closes_it_and_keys_of_the_page_do_nothing_while_it_is_open(card: Page) -> None:
    card.keyboard.press("q")
    expect(_stage(card)).to_be_visible()
    card.keyboard.press("Escape")
    expect(_stage(card)).to_have_count(0)


def test_a_step_that_is_longer_than_the_screen_is_read_by_keyboard(card: Page) -> None:
    card.set_viewport_size({"width": 320, "height": 256})
    card.keyboard.press("End")
    slide = _stage(card).locator(".hb-stage-slide")
    hidden = "e => e.scrollHeight - e.clientHeight - e.scrollTop"
    assert slide.evaluate(hidden) > 1
    for _ in range(9):
        card.keyboard.press("ArrowDown")
    assert slide.evaluate(hidden) <= 1
    expect(_stage(card).get_by_text("3 of 3", exact=True)).to_be_visible()


def test_the_timer_reminds_after_the_time_that_was_named(card: Page) -> None:
    stage = _stage(card)
    card.keyboard.press("End")
    stage.get_by_role("button", name="30 seconds less").click()
    stage.get_by_role("button", name="Start the timer").click()
    expect(stage.get_by_role("timer")).to_have_text("1:30 left")
    card.clock.run_for(75_000)
    expect(stage.get_by_text("The time is nearly up.")).to_have_count(1)
    card.clock.run_for(15_000)
    expect(stage.get_by_role("alert")).to_have_text("1:30 is over. Go back now.")
    stage.get_by_role("button", name="OK").click()
    expect(stage.get_by_role("alert")).to_be_hidden()


def test_a_timer_that_runs_goes_on_when_the_card_is_closed(card: Page) -> None:
    card.keyboard.press("End")
    card.get_by_role("button", name="Start the timer").click()
    card.keyboard.press("Escape")
    expect(card.get_by_role("timer")).to_be_visible()
    card.clock.run_for(121_000)
    expect(card.get_by_role("alert")).to_have_text("2 minutes are over. Go back now.")


def test_a_step_that_names_no_time_has_no_timer(card: Page) -> None:
    expect(_stage(card).get_by_role("button", name="Start the timer")).to_have_count(0)


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_at_any_step(page: Page, served: str, width: int, scheme: Any) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.goto(f"{served}/now/lend.html")
    page.get_by_role("button", name="Full screen").click()
    assert not violations(page)
    page.keyboard.press("End")
    page.get_by_role("button", name="Start the timer").click()
    assert not violations(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_digit_opens_a_card_of_the_list_unless_keys_are_off(page: Page, small_site: Path) -> None:
    page.goto((small_site / "now" / "index.html").as_uri())
    expect(page.locator(".hb-cards").get_by_role("link")).to_have_attribute("aria-keyshortcuts", "1")
    page.keyboard.press("1")
    expect(page.locator("h1")).to_have_text("Someone wants a book")
    page.goto((small_site / "keys.html").as_uri())
    page.get_by_role("checkbox", name="Keys /").uncheck()
    page.goto((small_site / "now" / "index.html").as_uri())
    page.keyboard.press("1")
    expect(page.locator("h1")).to_have_text("Right now")
