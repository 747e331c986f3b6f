"""The glossary in Chromium: a filter, and letters to jump to, which are links where no script runs."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect


@pytest.fixture
def terms(page: Page, small_site: Path) -> Page:
    """The page with the glossary."""
    page.goto((small_site / "basics" / "terms.html").as_uri())
    return page


def test_typing_leaves_the_terms_that_have_it_and_says_how_many(terms: Page) -> None:
    field = terms.get_by_role("searchbox", name="Filter the terms")
    field.fill("OVERDUE")
    shown = terms.locator(".hb-glossary dt:visible")
    expect(shown).to_have_text(["Late loan"])
    expect(terms.locator(".hb-filter [role=status]")).to_have_text("1 of 2 terms")
    expect(terms.locator(".hb-letters")).to_be_hidden()
    field.fill("zebra")
    expect(shown).to_have_count(0)
    expect(terms.locator(".hb-filter [role=status]")).to_have_text("No term matches.")
    field.fill("")
    expect(shown).to_have_count(2)
    expect(terms.locator(".hb-letters")).to_be_visible()


def test_letters_lead_to_the_terms_without_a_script(browser: Browser, small_site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((small_site / "basics" / "terms.html").as_uri())
    assert page.locator(".hb-filter").count() == 0
    page.get_by_role("link", name="R", exact=True).click()
    assert page.url.endswith("#term-reserve")
    context.close()
