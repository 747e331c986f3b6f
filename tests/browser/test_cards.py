"""Cards in Chromium: the whole card leads where it says, shows its focus, and keeps its shape without colors."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from support.rendering import relative

CARDS = ".hb-cards > ul > li, .hb-quizzes > ul > li"
PLACES = """(selector) => [...document.querySelectorAll(selector)].map((card) => {
    const box = card.getBoundingClientRect()
    const middle = {x: box.x + box.width / 2, y: box.y + box.height / 2}
    const hit = document.elementFromPoint(middle.x, middle.y)?.closest("a")
    return {...middle, hit: hit?.href, to: card.querySelector("a").href}
})"""


def _pages_with_cards(site: Path) -> list[Path]:
    return [file for file in sorted(site.rglob("*.html")) if "hb-cards" in file.read_text("utf-8")]


@pytest.mark.parametrize("width", [1280, 360])
def test_a_click_on_the_middle_of_every_card_opens_what_it_says(
    width: int, page: Page, small_site: Path, served: str
) -> None:
    page.set_viewport_size({"width": width, "height": 5000})
    files = _pages_with_cards(small_site)
    assert {relative(small_site, file) for file in files} >= {"index.html", "404.html", "now/index.html"}
    for file in files:
        page.goto(f"{served}/{relative(small_site, file)}")
        places = page.evaluate(PLACES, CARDS)
        assert [place["hit"] for place in places] == [place["to"] for place in places], f"{file.name} at {width}"
        with page.expect_navigation():
            page.mouse.click(places[-1]["x"], places[-1]["y"])
        assert page.url == places[-1]["to"], f"{file.name} at {width}"


@pytest.mark.parametrize("colors", ["none", "active"])
def test_the_whole_card_shows_that_its_link_has_the_focus(colors: Any, browser: Browser, small_site: Path) -> None:
    context = browser.new_context(forced_colors=colors, reduced_motion="reduce")
    page = context.new_page()
    page.goto((small_site / "now" / "index.html").as_uri())
    link = page.locator(".hb-cards a").first
    link.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    outline = "e => { const s = getComputedStyle(e.closest('li')); return [s.outlineStyle, s.outlineWidth] }"
    assert link.evaluate(outline) == ["solid", "3px"]
    context.close()


def test_a_tile_has_an_edge_where_its_color_is_taken_away(browser: Browser, small_site: Path) -> None:
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto((small_site / "now" / "index.html").as_uri())
    assert page.locator(".hb-moment").first.evaluate("e => getComputedStyle(e).borderTopStyle") == "solid"
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_tile_has_the_color_of_what_it_is_for(scheme: Any, browser: Browser, small_site: Path) -> None:
    context = browser.new_context(color_scheme=scheme)
    page = context.new_page()
    page.goto((small_site / "now" / "index.html").as_uri())
    same = """tile => {
        const color = (name) => { const e = document.createElement("i"); e.style.color = `var(${name})`
            tile.append(e); return getComputedStyle(e).color }
        return getComputedStyle(tile.querySelector(".hb-icon")).backgroundColor === color("--hb-counter")
            && color("--hb-counter") !== color("--hb-accent")
    }"""
    assert page.locator(".hb-moment").first.evaluate(same)
    context.close()
