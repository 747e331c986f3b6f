"""What stands around every page: a link to the quick cards in its header, links at its foot."""

from __future__ import annotations

from html import escape
from xml.etree.ElementTree import Element, tostring

from ..book.read import Handbook
from ..html.build import el
from ..html.icon import drawing
from ..model.guide import address_of

LOST = (
    "<h1>This page is not here</h1>"
    "<p>The address may be mistyped, or the page may have moved. Type a word into the search, "
    'or begin at <a href="{base}index.html">the home page</a>.</p>'
)
"""Shown for a wrong address."""


def quick_link(handbook: Handbook, base: str) -> str:
    """The link as HTML; `base` leads from the page to the site's first folder. Empty without quick cards."""
    page = handbook.guide.quick
    if page is None:
        return ""
    link = el(
        "a",
        drawing("bolt", handbook.root),
        el("span", el("span", "I need it ", class_="hb-wide"), el("span", "now")),
        href=base + address_of(page.path),
        class_="hb-quick",
        data_key="q",
    )
    link.set("aria-label", "I need it now")
    return _html(link)


def foot(handbook: Handbook, base: str) -> str:
    """Links to the pages whose heads ask for it, as HTML. Empty where there are none."""
    addresses = ((escape(base + address_of(page.path)), escape(page.title)) for page in handbook.guide.foot)
    links = [f'<li><a href="{address}">{title}</a></li>' for address, title in addresses]
    return f'<ul class="hb-foot">{"".join(links)}</ul>' if links else ""


def _html(element: Element) -> str:
    return tostring(element, encoding="unicode", method="html")
