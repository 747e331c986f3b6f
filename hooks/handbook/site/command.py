"""The command bar: in the page it is a link to where pages are looked up; scripts put a box to type in into its place.

The home page has it large, above its cards, every other page in its header.
"""

from __future__ import annotations

from xml.etree.ElementTree import tostring

from ..book.read import Handbook
from ..html.build import el
from ..model.guide import HOME, address_of
from ..source.markup import literal, plain_text
from ..source.profile import Medium
from .theme_markup import BEFORE_SWITCH, put_before

_CLASS = "hb-command"


def command_markdown(page: str, handbook: Handbook) -> str:
    """The bar as a paragraph, for the home page; empty for any other (path from docs)."""
    there = handbook.guide.overview
    return f"[{literal(_title(handbook))}](<{there.path}>)\n{{: .{_CLASS} }}" if there and page == HOME else ""


def with_command(html: str, address: str, handbook: Handbook, base: str) -> str:
    """A whole page of the theme with the bar in its header; the home page as it is.

    `address` is that of the page in the site, `base` leads from it to the site's first folder. Raises ThemeError when
    the theme has no place for it.
    """
    there = handbook.guide.overview
    if there is None or address == address_of(HOME):
        return html
    link = el("a", _title(handbook), href=base + address_of(there.path))
    bar = tostring(el("div", link, class_=_CLASS), encoding="unicode", method="html")
    return put_before(html, BEFORE_SWITCH, bar)


def _title(handbook: Handbook) -> str:
    there = handbook.guide.overview
    return handbook.profile.fill(plain_text(there.title), Medium.PAGE) if there else ""
