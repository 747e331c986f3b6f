"""Every page of both sites, read by axe as a whole, frame included: in light and dark, wide and narrow."""

from __future__ import annotations

import re
from collections import deque
from pathlib import Path
from typing import Any, Literal, NamedTuple

import pytest
from playwright.sync_api import Browser, Page, expect

from support.axe import AXE, COLORS, WHOLE, violations
from support.rendering import relative

WIDE, NARROW = 1280, 320
TABS = 2

Scheme = Literal["light", "dark"]
OTHER: dict[Scheme, Scheme] = {"light": "dark", "dark": "light"}
PALETTES: dict[Scheme, str] = {"light": "default", "dark": "slate"}
"""The theme's names for the two."""


class Look(NamedTuple):
    """How a page is looked at: as a whole in one scheme, its colors in the other, too."""

    width: int
    scheme: Scheme


LOOKS = (Look(WIDE, "light"), Look(NARROW, "dark"))


def test_axe_finds_nothing_on_the_small_site(browser: Browser, small_site: Path, served: str) -> None:
    assert not _walk(browser, served, small_site, [(file, look) for file in _pages(small_site) for look in LOOKS])


@pytest.mark.parametrize("turn", range(len(LOOKS)), ids=[f"{look.width} {look.scheme}" for look in LOOKS])
def test_axe_finds_nothing_on_any_page_of_the_handbook(
    turn: int, browser: Browser, real_site: Path, served_real: str, small_site: Path
) -> None:
    """The looks share the pages, so that every page is read once; both see the kinds that the small site lacks."""
    small_kinds = set().union(*map(_kinds, _pages(small_site)))
    more_kinds = {kind: file for file in _pages(real_site) for kind in _kinds(file) - small_kinds}
    pages = {*_pages(real_site)[turn :: len(LOOKS)], *more_kinds.values()}
    assert not _walk(browser, served_real, real_site, [(file, LOOKS[turn]) for file in sorted(pages)])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_where_the_menu_is_open(scheme: Any, browser: Browser, small_site: Path) -> None:
    context = browser.new_context(
        viewport={"width": NARROW, "height": 800}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto((small_site / "desk" / "lend.html").as_uri())
    page.get_by_role("button", name="Menu").click()
    assert not violations(page)
    context.close()


def _pages(site: Path) -> list[Path]:
    """All but those that lead on at once."""
    return [file for file in sorted(site.rglob("*.html")) if 'http-equiv="refresh"' not in file.read_text("utf-8")]


def _kinds(file: Path) -> set[str]:
    """The kinds of directives on a page."""
    return set(re.findall(r'<section class="hb hb-([a-z-]+)', file.read_text("utf-8")))


def _walk(browser: Browser, address: str, site: Path, looks: list[tuple[Path, Look]]) -> dict[str, list[str]]:
    """What is wrong on each page: what axe finds, and text that needs sideways scrolling on a narrow screen.

    Some pages are worked on at a time: while one is asked, the others go on.
    """
    tabs = [_tab(browser) for _ in range(TABS)]
    working: deque[tuple[Page, str, Look]] = deque()
    faults: dict[str, list[str]] = {}
    for file, look in looks:
        tab = tabs.pop() if tabs else _finish(working.popleft(), faults)
        tab.emulate_media(color_scheme=look.scheme)
        tab.set_viewport_size({"width": look.width, "height": 800})
        tab.goto(f"{address}/{relative(site, file)}", wait_until="commit")
        working.append((tab, relative(site, file), look))
    for tab in [*tabs, *(_finish(work, faults) for work in working)]:
        tab.context.close()
    return faults


def _tab(browser: Browser) -> Page:
    """A tab in which axe runs as soon as a page is there."""
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.add_init_script("localStorage.clear()")  # the theme keeps the colors of the first page
    page.add_init_script(AXE.read_text("utf-8"))
    page.add_init_script(f"window.looked = new Promise(done => addEventListener('load', () => done(({WHOLE})())))")
    return page


def _finish(work: tuple[Page, str, Look], faults: dict[str, list[str]]) -> Page:
    tab, name, look = work
    wrong: list[str] = tab.evaluate("() => window.looked")
    other = OTHER[look.scheme]
    tab.emulate_media(color_scheme=other)
    expect(tab.locator("body")).to_have_attribute("data-md-color-scheme", PALETTES[other])
    wrong += [f"{other}: {line}" for line in tab.evaluate(COLORS)]
    tab.set_viewport_size({"width": NARROW, "height": 800})
    overflow = tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    if overflow > 0:
        wrong.append(f"{overflow} px too wide")
    if wrong:
        faults[f"{name} {look.width} {look.scheme}"] = wrong
    return tab
