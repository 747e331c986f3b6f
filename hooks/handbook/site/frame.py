"""What stands around every page: a link to the quick cards in its header, links at its foot."""

from __future__ import annotations

from html import escape
from xml.etree.ElementTree import Element, tostring

from ..book.read import Handbook
from ..html.build import el
from ..html.icon import drawing

QUICK = "now/index.md"
AT_FOOT = ("reference/accessibility.md", "reference/feedback.md")

LOST = (
    "<h1>This page is not here</h1>"
    "<p>The address may be mistyped, or the page may have moved. Type a word into the search, "
    'or begin at <a href="{base}index.html">the home page</a>.</p>'
)
"""Shown for a wrong address."""


def quick_link(handbook: Handbook, base: str) -> str:
    """The link as HTML; `base` leads from the page to the site's first folder. Empty without quick cards."""
    if QUICK not in handbook.guide.pages:
        return ""
    link = el(
        "a",
        drawing("bolt", handbook.root),
        el("span", el("span", "I need it ", class_="hb-wide"), el("span", "now")),
        href=_address(QUICK, base),
        class_="hb-quick",
        data_key="q",
    )
    link.set("aria-label", "I need it now")
    return _html(link)


def foot(handbook: Handbook, base: str) -> str:
    """Links to the pages that every page leads to, as HTML. Those that are not there are left out."""
    pages = (handbook.guide.pages[path] for path in AT_FOOT if path in handbook.guide.pages)
    links = [f'<li><a href="{escape(_address(page.path, base))}">{escape(page.title)}</a></li>' for page in pages]
    return f'<ul class="hb-foot">{"".join(links)}</ul>' if links else ""


def _address(path: str, base: str) -> str:
    return f"{base}{path.removesuffix('.md')}.html"


def _html(element: Element) -> str:
    return tostring(element, encoding="unicode", method="html")
