"""What stands around every page: the menu, the links in its header, the links at its foot."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any
from xml.etree.ElementTree import Element, tostring

from ..book.read import Handbook
from ..html.build import el
from ..html.icon import drawing
from ..model.guide import HOME, Guide, Page, address_of
from ..source.markup import plain_text
from ..source.profile import Medium
from ..source.svg import QUICK_ICON
from .theme_markup import BEFORE_SWITCH, put_before


@dataclass(frozen=True, slots=True)
class FootLink:
    """A link at the foot of every page; `address` is that of the page in the site."""

    title: str
    address: str


def foot_links(handbook: Handbook) -> list[FootLink]:
    """Links to the pages and sections that ask for it."""
    return [FootLink(_title(page, handbook), address_of(page.path)) for page in handbook.guide.foot]


def menu(guide: Guide) -> list[Any]:
    """The menu as MkDocs reads it: sections by group, each with its pages in the order of its cards; then the tools.

    The home page comes first, alone or at the beginning of the section that it belongs to.
    """
    entries: list[Any] = [] if guide.home_section else [{"Home": HOME}]
    in_menu = (section for section in guide.sections if not section.foot)
    for group, sections in groupby(in_menu, key=lambda section: section.group):
        parts = [{section.title: [page.path for page in guide.pages_of(section)]} for section in sections]
        entries += [{group: parts}] if group and (len(parts) > 1 or group not in parts[0]) else parts
    return [*entries, *(page.path for page in guide.tools if guide.section_of(page.path) is None)]


def not_in_menu(guide: Guide) -> Iterator[str]:
    """The pages that a link at the foot leads to, and no entry of the menu."""
    for page in guide.pages:
        section = guide.section_of(page.path)
        if section.foot if section else page.path != HOME and page not in guide.tools:
            yield page.path


def with_header_links(html: str, handbook: Handbook, base: str) -> str:
    """A whole page of the theme, with the tools and the link to the quick cards before its switch of colors.

    `base` leads from the page to the site's first folder. Raises ThemeError when the theme has no such switch.
    """
    links = (_tools(handbook, base), _quick_link(handbook, base))
    html_links = "".join(tostring(link, encoding="unicode", method="html") for link in links if link is not None)
    return put_before(html, BEFORE_SWITCH, html_links)


def _tools(handbook: Handbook, base: str) -> Element | None:
    """The tools, for a screen that has room; on a narrow one they are in the menu. None where there are none."""
    links = [el("a", _title(page, handbook), href=base + address_of(page.path)) for page in handbook.guide.tools]
    return el("div", *links, class_="hb-tools") if links else None


def _quick_link(handbook: Handbook, base: str) -> Element | None:
    """The link to the quick cards. None where there are none."""
    page = handbook.guide.quick
    if page is None:
        return None
    icon, label = drawing(QUICK_ICON, handbook.root), el("span", "Now")
    return el("a", icon, label, href=base + address_of(page.path), class_="hb-quick", data_key="q")


def _title(page: Page, handbook: Handbook) -> str:
    return handbook.profile.fill(plain_text(page.title), Medium.PAGE)
