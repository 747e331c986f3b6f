"""Reads a page in Chromium by axe, as a whole."""

from __future__ import annotations

import json

from playwright.sync_api import Page

from support.folders import PROJECT

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


def reading(only: list[str]) -> str:
    """The script that has axe look at what is drawn, by the rules of these tags or names, and gives a line for each."""
    return f"""() => {{
    {LAID_OUT}
    const found = axe.run({{runOnly: {json.dumps(only)}, resultTypes: ["violations"], selectors: false}})
    const line = id => node => `${{id}}: ${{node.html}}`
    return found.then(({{violations}}) => violations.flatMap(({{id, nodes}}) => nodes.map(line(id))))
}}"""


WHOLE = reading(TAGS)
COLORS = reading(["color-contrast"])
"""What can differ between light and dark: nothing but the colors does."""


def violations(page: Page) -> list[str]:
    """What axe finds on a page, one line for each."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE.read_text("utf-8"))  # a script element would be refused by the page's policy
    results: list[str] = page.evaluate(WHOLE)
    return results
