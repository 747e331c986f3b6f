"""A page that asks a thousand questions works. What it costs is measured by bench.quiz."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from support.answers import show_all
from support.commands import build_site
from support.large_quiz import many_questions


def test_each_of_a_thousand_questions_on_a_page_can_be_answered(page: Page, tmp_path: Path) -> None:
    build_site(many_questions(tmp_path, 1000))
    page.goto((tmp_path / "site" / "desk" / "many.html").as_uri())
    expect(page.locator(".hb-item")).to_have_count(1000)
    expect(page.locator(".hb-item").first).to_be_visible()
    expect(page.locator(".hb-item").nth(1)).to_be_hidden()
    show_all(page.locator(".hb-quiz"))
    for question in (
        page.locator(".hb-item[data-type=truefalse]").first,
        page.locator(".hb-item[data-type=truefalse]").last,
    ):
        question.get_by_text("True", exact=True).click()
        question.get_by_role("button", name="Check").click()
        expect(question.locator(".hb-result")).to_have_text("✓ Right")
