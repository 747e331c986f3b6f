"""What stands around every page: the menu, the tabs, the links in its header and at its foot, whose handbook it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any
from xml.etree.ElementTree import Element, tostring

from ..book.county import county
from ..book.read import Handbook
from ..html.build import el
from ..html.icon import drawing
from ..model.blocks import Cards
from ..model.guide import HOME, Guide, Page, Section, address_of
from ..source.markup import plain_text
from ..source.profile import Medium
from ..source.svg import QUICK_ICON
from .theme_markup import BEFORE_SWITCH, Correction, put_before

_LONG = 24
"""Pages that the menu of a section shows one below the other. More are folded by the cards of its first page."""

_NAME = r'(<div class="md-header__topic">)\s*(?=<span class="md-ellipsis">)'


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link to a page of the site, by its address there, with the color of what the page is for."""

    title: str
    address: str
    hue: str | None = None
    icon: str = ""
    """Its drawing, as HTML."""


@dataclass(frozen=True, slots=True)
class PagePlace:
    """Where a page is: what its tab is called (empty where it has none), its color, and its section.

    The first page of a section and a quick card name no section: they are the place.
    """

    tab: str
    hue: str | None
    section: PageLink | None = None


def foot_links(handbook: Handbook) -> list[PageLink]:
    """Links to the pages and sections that ask for it."""
    return [_link(page, handbook) for page in handbook.guide.foot]


def moments(handbook: Handbook) -> list[PageLink]:
    """The quick cards in the order of the page that lists them, for a page that is shown in place of another."""
    guide = handbook.guide
    cards = (placed.block for placed in guide.quick.blocks) if guide.quick else ()
    entries = (card for block in cards if isinstance(block, Cards) for card in block.items)
    pages = ((guide.page_at(guide.quick.path, card.link), card.icon) for card in entries if guide.quick)
    return [_link(page, handbook, icon) for page, icon in pages if page and guide.is_quick_card(page)]


def menu(guide: Guide) -> list[Any]:
    """The menu as MkDocs reads it: sections by group, each with its pages in the order of its cards; then the tools.

    The home page comes first, alone or at the beginning of the section that it belongs to. Last come the sections at
    the foot: the menu of their own pages shows them, no other does (`at_foot`).
    """
    entries: list[Any] = [] if guide.home_section else [{"Home": HOME}]
    entries += _groups(guide, (section for section in guide.sections if not section.foot))
    entries += [page.path for page in guide.tools if guide.section_of(page.path) is None]
    return [*entries, *_groups(guide, (section for section in guide.sections if section.foot))]


def _groups(guide: Guide, sections: Iterator[Section]) -> Iterator[Any]:
    for group, members in groupby(sections, key=lambda section: section.group):
        parts = [{section.title: _entries(guide, section)} for section in members]
        yield from [{group: parts}] if group and (len(parts) > 1 or group not in parts[0]) else parts


def _entries(guide: Guide, section: Section) -> list[Any]:
    pages = guide.pages_of(section)
    if len(pages) <= _LONG:
        return [page.path for page in pages]
    entries: list[Any] = []
    for title, members in guide.parts_of(section):
        paths = [page.path for page in members]
        entries += [{title: paths}] if title and len(paths) > 1 else paths
    return entries


def at_foot(guide: Guide) -> list[str]:
    """What the entries of the menu are called that only their own pages show."""
    return [section.tab for section in guide.sections if section.foot]


def not_in_menu(guide: Guide) -> Iterator[str]:
    """The pages outside all sections that a link at the foot leads to, and no entry of the menu."""
    for page in guide.pages:
        if guide.section_of(page.path) is None and page.path != HOME and page not in guide.tools:
            yield page.path


def tabs(handbook: Handbook) -> list[PageLink]:
    """The tabs: the first page of each entry of the menu that is a section, by what the entry is called."""
    first: dict[str, PageLink] = {}
    for section in handbook.guide.sections:
        if (pages := handbook.guide.pages_of(section)) and not section.foot:
            first.setdefault(section.tab, PageLink(section.tab, address_of(pages[0].path), section.hue))
    return [*([] if handbook.guide.home_section else [PageLink("Home", address_of(HOME))]), *first.values()]


def places(handbook: Handbook) -> dict[str, PagePlace]:
    """Where each page is, by its path."""
    return {page.path: _place(page, handbook.guide) for page in handbook.guide.pages}


def _place(page: Page, guide: Guide) -> PagePlace:
    section, hue = guide.section_of(page.path), guide.hue_of(page)
    if section is None:
        return PagePlace("Home" if page.path == HOME else "", hue)
    first = guide.pages_of(section)[0]
    alone = first is page or guide.is_quick_card(page)
    return PagePlace(section.tab, hue, None if alone else PageLink(section.title, address_of(first.path)))


def with_header_links(html: str, handbook: Handbook, base: str) -> str:
    """A whole page of the theme, with the county's name in its header, and links before its switch of colors.

    `base` leads from the page to the site's first folder. Raises ThemeError when the theme has no such places.
    """
    links = (_tools(handbook, base), _quick_link(handbook, base))
    html = put_before(html, BEFORE_SWITCH, "".join(_as_html(link) for link in links if link is not None))
    name = county(handbook).name
    return Correction(_NAME, r"\1" + _as_html(el("span", name, class_="hb-county"))).apply(html) if name else html


def _as_html(element: Element) -> str:
    return tostring(element, encoding="unicode", method="html")


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


def _link(page: Page, handbook: Handbook, icon: str | None = None) -> PageLink:
    html = _as_html(drawing(icon, handbook.root)) if icon else ""
    return PageLink(_title(page, handbook), address_of(page.path), handbook.guide.hue_of(page), html)


def _title(page: Page, handbook: Handbook) -> str:
    return handbook.profile.fill(plain_text(page.title), Medium.PAGE)
