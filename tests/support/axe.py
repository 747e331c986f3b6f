"""Reads pages in Chromium by axe, frame included: in light and dark, wide and narrow."""

from __future__ import annotations

import json
import re
from collections import deque
from pathlib import Path
from typing import Literal, NamedTuple

from playwright.sync_api import Browser, Page, expect

from support.folders import PROJECT
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

AXE = PROJECT / "web" / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]

# What moves in is pale for a moment, and questions off the screen are not laid out: what is below seems to cover them.
# So do the buttons at the foot of the screen and the header at its top, from under which all can be scrolled.
LAID_OUT = """{
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(`
        * { animation: none !important; content-visibility: visible !important; transition: none !important }
        .hb-buttons, .md-header { position: static !important }
    `)
    document.adoptedStyleSheets = [sheet]
}"""


def axe_script(only: list[str]) -> str:
    """The script that has axe look at what is drawn, by the rules of these tags or names, and gives a line for each."""
    return f"""() => {{
    {LAID_OUT}
    const found = axe.run({{runOnly: {json.dumps(only)}, resultTypes: ["violations"], selectors: false}})
    const line = id => node => `${{id}}: ${{node.html}}`
    return found.then(({{violations}}) => violations.flatMap(({{id, nodes}}) => nodes.map(line(id))))
}}"""


WHOLE = axe_script(TAGS)
COLORS = axe_script(["color-contrast"])
"""What can differ between light and dark: nothing but the colors does."""


def violations(page: Page) -> list[str]:
    """What axe finds on a page, one line for each."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE.read_text("utf-8"))  # a script element would be refused by the page's policy
    results: list[str] = page.evaluate(WHOLE)
    return results


def looked_at(site: Path) -> list[Path]:
    """All but those that lead on at once."""
    return [file for file in sorted(site.rglob("*.html")) if 'http-equiv="refresh"' not in file.read_text("utf-8")]


def kinds_of(file: Path) -> set[str]:
    """The kinds of directives on a page."""
    return set(re.findall(r'<section class="hb hb-([a-z-]+)', file.read_text("utf-8")))


def faults_by_page(browser: Browser, address: str, site: Path, looks: list[tuple[Path, Look]]) -> dict[str, list[str]]:
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
