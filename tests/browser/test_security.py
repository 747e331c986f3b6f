"""The Content-Security-Policy: on every page, without exceptions, and it holds in Chromium."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from handbook.site.csp import POLICY, with_policy
from handbook.site.theme_markup import ThemeError
from support.command_bar import CommandBar

CLEAN = '<meta charset="utf-8"><script src="b.js"></script><script type="application/json">{}</script>'


@pytest.fixture(params=["http", "file"])
def address(request: pytest.FixtureRequest, small_site: Path) -> str:
    """Where the small site is: served, and as files."""
    return request.getfixturevalue("served") if request.param == "http" else small_site.as_uri()


def test_the_policy_allows_no_script_that_stands_in_a_page() -> None:
    assert "script-src 'self';" in POLICY
    assert POLICY in with_policy(CLEAN)


@pytest.mark.parametrize(
    "script", ["<script>a() </script>", "<SCRIPT\n>b()</SCRIPT >", '<script type="module">b()</script>']
)
def test_a_page_that_holds_a_script_is_refused(script: str) -> None:
    with pytest.raises(ThemeError, match="which its policy refuses"):
        with_policy(CLEAN + script)


def test_all_pages_have_the_same_policy(small_site: Path) -> None:
    pages = [file.read_text("utf-8") for file in small_site.rglob("*.html")]
    assert {html.unescape(re.findall(r'Security-Policy" content="([^"]*)"', page)[0]) for page in pages} == {POLICY}


def test_a_page_without_a_place_for_the_policy_is_refused() -> None:
    with pytest.raises(ValueError, match="meta charset"):
        with_policy("<p>no head</p>")


def _open(browser: Browser, address: str, refused: list[str]) -> Page:
    page = browser.new_context().new_page()
    page.on("console", lambda message: refused.append(message.text) if "Security Policy" in message.text else None)
    page.goto(address)
    return page


def test_the_site_works_under_its_policy(browser: Browser, address: str) -> None:
    """Search, color scheme and quizzes; no refusal."""
    refused: list[str] = []
    page = _open(browser, f"{address}/desk/test.html", refused)
    expect(page.locator(".hb-live").first).to_be_visible()
    bar = CommandBar(page)
    bar.ask("lending")
    expect(bar.options.first).to_contain_text("Lend")
    page.goto(f"{address}/my-progress.html")
    page.get_by_role("button", name="Start", exact=True).click()
    expect(page.locator(".hb-today .hb-now")).to_be_visible()
    page.context.close()
    assert not refused


@pytest.mark.parametrize(
    "attack",
    [
        "document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.broken = 1'}))",
        "document.body.insertAdjacentHTML('beforeend', '<img src=x: onerror=\"window.broken = 1\">')",
        "document.body.append(Object.assign(document.createElement('script'), {src: 'data:text/javascript,broken=1'}))",
        "document.body.append(Object.assign(document.createElement('base'), {href: 'https://elsewhere.example/'}))",
    ],
)
def test_the_policy_refuses_what_is_slipped_in(browser: Browser, address: str, attack: str) -> None:
    refused: list[str] = []
    page = _open(browser, f"{address}/index.html", refused)
    page.evaluate(f"() => {{ {attack} }}")
    page.wait_for_timeout(150)
    assert refused
    assert page.evaluate("window.broken") is None
    page.context.close()
