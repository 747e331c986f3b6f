"""MkDocs hook: what stands around every page: the menu, and what the templates in hooks/theme show of the handbook."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from desk import desk_of
from handbook.html.news import FEED
from handbook.model.guide import HOME, Guide
from handbook.site.frame import foot_links

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def on_config(config: MkDocsConfig) -> None:
    """The address and the edition are those that the library read, so that pages, QR codes and exports agree."""
    handbook = desk_of(config).handbook
    config.site_url = handbook.site.address or None
    config.nav = _menu(handbook.guide)
    config.extra |= {"edition": handbook.edition, "feed": FEED, "foot": foot_links(handbook)}


def _menu(guide: Guide) -> list[Any]:
    """The home page, the sections by group in the order of their cards, then the pages outside all sections."""
    menu: list[Any] = [{"Home": HOME}]
    for group, sections in groupby(guide.sections, key=lambda section: section.group or section.title):
        entries = [{section.title: [page.path for page in guide.pages_of(section)]} for section in sections]
        menu.append(entries[0] if group in entries[0] else {group: entries})
    return [*menu, *(page.path for page in guide.pages if guide.section_of(page.path) is None and page.path != HOME)]
