"""Every page of both sites, read by axe as a whole, frame included: in light and dark, wide and narrow."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, NamedTuple

import pytest
from playwright.sync_api import Browser, Page

from support.axe import AXE, LOOKED_AT, violations
from support.rendering import relative

WIDE, NARROW = 1280, 320
TABS = 2


class Look(NamedTuple):
    """How a page is looked at."""

    width: int
    scheme: Literal["light", "dark"]


LOOKS = (Look(WIDE, "light"), Look(NARROW, "dark"), Look(WIDE, "dark"), Look(NARROW, "light"))


def test_axe_finds_nothing_on_the_small_site(browser: Browser, small_site: Path, served: str) -> None:
    assert not _walk(browser, served, small_site, [(file, look) for file in _pages(small_site) for look in LOOKS])


@pytest.mark.parametrize("turn", range(len(LOOKS)), ids=[f"{look.width} {look.scheme}" for look in LOOKS])
def test_axe_finds_nothing_on_a_page_of_each_kind_in_each_look_and_on_any_page_in_one(
    turn: int, browser: Browser, real_site: Path, served_real: str
) -> None:
    """The four looks share the pages, so that every page is read once."""
    pages = {*_pages(real_site)[turn :: len(LOOKS)], *_one_of_each_kind(real_site)}
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


def _one_of_each_kind(site: Path) -> set[Path]:
    """The home page, the page for a wrong address, and for each kind of directive the first page that has it."""
    kinds: dict[str, Path] = {}
    for file in _pages(site):
        for kind in _kinds(file.read_text("utf-8")):
            kinds.setdefault(kind, file)
    return {site / "index.html", site / "404.html", *kinds.values()}


def _kinds(text: str) -> Iterator[str]:
    for part in text.split('<section class="hb hb-')[1:]:
        yield part.partition('"')[0]


def _walk(browser: Browser, address: str, site: Path, looks: list[tuple[Path, Look]]) -> dict[str, list[str]]:
    """What is wrong on each page: what axe finds, and text that needs sideways scrolling on a narrow screen.

    Some pages are worked on at a time: while one is asked, the others go on.
    """
    tabs = [_tab(browser) for _ in range(TABS)]
    working: deque[tuple[Page, str]] = deque()
    faults: dict[str, list[str]] = {}
    for file, look in looks:
        tab = tabs.pop() if tabs else _finish(working.popleft(), faults)
        tab.emulate_media(color_scheme=look.scheme)
        tab.set_viewport_size({"width": look.width, "height": 800})
        tab.goto(f"{address}/{relative(site, file)}", wait_until="commit")
        working.append((tab, f"{relative(site, file)} {look.width} {look.scheme}"))
    for tab in [*tabs, *(_finish(work, faults) for work in working)]:
        tab.context.close()
    return faults


def _tab(browser: Browser) -> Page:
    """A tab in which axe runs as soon as a page is there."""
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.add_init_script("localStorage.clear()")  # the theme keeps the colors of the first page
    page.add_init_script(AXE.read_text("utf-8"))
    page.add_init_script(f"window.looked = new Promise(done => addEventListener('load', () => done(({LOOKED_AT})())))")
    return page


def _finish(work: tuple[Page, str], faults: dict[str, list[str]]) -> Page:
    tab, name = work
    wrong: list[str] = tab.evaluate("() => window.looked")
    tab.set_viewport_size({"width": NARROW, "height": 800})
    overflow = tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    if overflow > 0:
        wrong.append(f"{overflow} px too wide")
    if wrong:
        faults[name] = wrong
    return tab
