"""Every page of both sites, read by axe as a whole, frame included: in light and dark, wide and narrow."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from folders import PROJECT
from rendering import relative

AXE = PROJECT / "web" / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
WIDE, NARROW = 1280, 320

# at 320 px the header's buttons open what covers the page
OPENED = {"menu": "[data-opens=__drawer]", "search": "[data-opens=__search]"}


# questions that are not on the screen are not laid out yet: what stands below them would seem to cover them
LAID_OUT = """() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync("* { content-visibility: visible !important }")
    document.adoptedStyleSheets = [sheet]
}"""


def violations(page: Page) -> list[str]:
    """What axe finds on a page, one line for each."""
    page.evaluate(LAID_OUT)
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE.read_text("utf-8"))  # a script element would be refused by the page's policy
    call = "tags => axe.run(document, {runOnly: tags, resultTypes: ['violations']})"
    found: dict[str, Any] = page.evaluate(call, TAGS)
    return [f"{v['id']}: {node['html'][:300]}" for v in found["violations"] for node in v["nodes"]]


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_small_site(
    width: int, scheme: Any, browser: Browser, small_site: Path, served: str
) -> None:
    assert not _walk(browser, served, small_site, _pages(small_site), width, scheme)


def test_axe_finds_nothing_on_any_page(browser: Browser, real_site: Path, served_real: str) -> None:
    assert not _walk(browser, served_real, real_site, _pages(real_site), WIDE, "light")


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_a_page_of_each_kind(
    width: int, scheme: Any, browser: Browser, real_site: Path, served_real: str
) -> None:
    assert not _walk(browser, served_real, real_site, _one_of_each_kind(real_site), width, scheme)


@pytest.mark.parametrize("part", OPENED)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_where_the_menu_or_the_search_is_open(
    part: str, scheme: Any, browser: Browser, small_site: Path
) -> None:
    context = browser.new_context(
        viewport={"width": NARROW, "height": 800}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto((small_site / "desk" / "lend.html").as_uri())
    page.locator(OPENED[part]).click()
    if part == "search":
        page.keyboard.type("book")
        page.locator(".md-search-result__link").first.wait_for()
    assert not violations(page)
    context.close()


def _pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def _one_of_each_kind(site: Path) -> list[Path]:
    """The home page, the page for a wrong address, and for each kind of directive the first page that has it."""
    kinds: dict[str, Path] = {}
    for file in _pages(site):
        for kind in _kinds(file.read_text("utf-8")):
            kinds.setdefault(kind, file)
    return sorted({site / "index.html", site / "404.html", *kinds.values()})


def _kinds(text: str) -> Iterator[str]:
    for part in text.split('<section class="hb hb-')[1:]:
        yield part.partition('"')[0]


def _walk(  # noqa: PLR0917 (where, what, how)
    browser: Browser, address: str, site: Path, files: list[Path], width: int, scheme: Any
) -> dict[str, list[str]]:
    """What is wrong on each page: what axe finds, and text that needs sideways scrolling on a narrow screen."""
    size: Any = {"width": width, "height": 800}
    context = browser.new_context(viewport=size, color_scheme=scheme, reduced_motion="reduce")
    page = context.new_page()
    found = {}
    for file in files:
        if 'http-equiv="refresh"' in file.read_text("utf-8"):
            continue  # leads on at once
        page.set_viewport_size(size)
        page.goto(f"{address}/{relative(site, file)}")
        wrong = violations(page)
        page.set_viewport_size({"width": NARROW, "height": 800})
        overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if overflow > 0:
            wrong.append(f"{overflow} px too wide")
        if wrong:
            found[relative(site, file)] = wrong
    context.close()
    return found
