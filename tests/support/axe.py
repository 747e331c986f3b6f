"""Reads pages in Chromium by axe, frame included: in light and dark, wide and narrow."""

from __future__ import annotations

import json
import re
from collections import deque
from pathlib import Path
from typing import Literal, NamedTuple

from playwright.sync_api import Browser, BrowserContext, Page, expect

from support.folders import PROJECT
from support.rendering import relative

WIDE, NARROW = 1280, 320
TABS = 2

Scheme = Literal["light", "dark"]
OTHER: dict[Scheme, Scheme] = {"light": "dark", "dark": "light"}
PALETTES: dict[Scheme, str] = {"light": "default", "dark": "slate"}
"""The theme's names for the two."""


class Look(NamedTuple):
    """How a page is looked at."""

    width: int
    scheme: Scheme

    def __str__(self) -> str:
        return f"{self.width} {self.scheme}"


LOOKS = (Look(WIDE, "light"), Look(NARROW, "dark"))

AXE = PROJECT / "web" / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"

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


def axe_script(rules: list[str], within: str = "html") -> str:
    """The script that has axe look at a part of the page, by these tags or rules, and gives a line for each fault."""
    return f"""() => {{
    {LAID_OUT}
    const options = {{runOnly: {json.dumps(rules)}, resultTypes: ["violations"], selectors: false}}
    const line = id => node => `${{id}}: ${{node.html}}`
    const found = axe.run({json.dumps(within)}, options)
    return found.then(({{violations}}) => violations.flatMap(({{id, nodes}}) => nodes.map(line(id))))
}}"""


CONTRAST = ["color-contrast"]
"""The one rule that can find something in light that it does not find in dark, or the other way round."""


def violations(page: Page) -> list[str]:
    """What axe finds on a page, one line for each."""
    return _run(page, axe_script(TAGS))


def looking(browser: Browser, look: Look) -> BrowserContext:
    """A context for pages that are looked at like this."""
    return browser.new_context(
        viewport={"width": look.width, "height": 800}, color_scheme=look.scheme, reduced_motion="reduce"
    )


def faults_of_state(page: Page, part: str) -> list[str]:
    """What axe finds in a part of a page that has changed, and how much of it is wider than the screen.

    The rest of the page is as it was when the page was looked at as a whole.
    """
    page.evaluate("scrollTo(0, 0)")  # else the header may lie over a button, which axe then calls too small
    wide = page.evaluate(OVERFLOW)
    return [*_run(page, axe_script(TAGS, part)), *([f"{wide} px too wide"] if wide > 0 else [])]


def _run(page: Page, script: str) -> list[str]:
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE.read_text("utf-8"))  # a script element would be refused by the page's policy
    faults: list[str] = page.evaluate(script)
    return faults


def looked_at(site: Path) -> list[Path]:
    """All but those that lead on at once."""
    return [file for file in sorted(site.rglob("*.html")) if 'http-equiv="refresh"' not in file.read_text("utf-8")]


def kinds_of(file: Path) -> set[str]:
    """The kinds of directives on a page."""
    return set(re.findall(r'<section class="hb hb-([a-z-]+)', file.read_text("utf-8")))


def faults_by_page(
    browser: Browser,
    address: str,
    site: Path,
    looks: list[tuple[Path, Look]],
    part: str = "html",
    *,
    both: bool = False,
) -> dict[str, list[str]]:
    """What is wrong on each page: what axe finds in a part of it, and text wider than a narrow screen.

    With `both` its colors are looked at in the other scheme, too. Some pages are worked on at a time: while one is
    asked, the others go on.
    """
    tabs = [_tab(browser, part) for _ in range(TABS)]
    working: deque[tuple[Page, str, Look]] = deque()
    faults: dict[str, list[str]] = {}
    for file, look in looks:
        tab = tabs.pop() if tabs else _finish(working.popleft(), faults, both)
        tab.emulate_media(color_scheme=look.scheme)
        tab.set_viewport_size({"width": look.width, "height": 800})
        tab.goto(f"{address}/{relative(site, file)}", wait_until="commit")
        working.append((tab, relative(site, file), look))
    for tab in [*tabs, *(_finish(work, faults, both) for work in working)]:
        tab.context.close()
    return faults


def _tab(browser: Browser, part: str) -> Page:
    """A tab in which axe runs as soon as a page is there."""
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.add_init_script("localStorage.clear()")  # the theme keeps the colors of the first page
    page.add_init_script(AXE.read_text("utf-8"))
    page.add_init_script(
        f"window.looked = new Promise(done => addEventListener('load', () => done(({axe_script(TAGS)})())))"
    )
    return page


def _finish(work: tuple[Page, str, Look], faults: dict[str, list[str]], both: bool) -> Page:
    tab, name, look = work
    wrong: list[str] = tab.evaluate("() => window.looked")
    if both:
        wrong += _faults_of_colors(tab, OTHER[look.scheme])
    tab.set_viewport_size({"width": NARROW, "height": 800})
    overflow = tab.evaluate(OVERFLOW)
    if overflow > 0:
        wrong.append(f"{overflow} px too wide")
    if wrong:
        faults[f"{name} {look.width} {look.scheme}"] = wrong
    return tab


def _faults_of_colors(tab: Page, scheme: Scheme) -> list[str]:
    tab.emulate_media(color_scheme=scheme)
    expect(tab.locator("body")).to_have_attribute("data-md-color-scheme", PALETTES[scheme])
    return [f"{scheme}: {line}" for line in tab.evaluate(axe_script(CONTRAST))]
