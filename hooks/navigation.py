"""MkDocs hook: the menu, from the sections and the order of the cards on their first pages."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from handbook.model.guide import HOME
from handbook.site.markdown_extension import Desk

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def on_config(config: MkDocsConfig) -> None:
    """Set the menu: the home page, the sections by group, then the pages outside all sections."""
    desk: Desk = config.extra["desk"]
    guide = desk.handbook.guide
    menu: list[Any] = [{"Home": HOME}]
    for group, sections in groupby(guide.sections, key=lambda section: section.group or section.title):
        entries = [{section.title: [page.path for page in guide.pages_of(section)]} for section in sections]
        menu.append(entries[0] if group in entries[0] else {group: entries})
    config.nav = [
        *menu,
        *(page.path for page in guide.pages if guide.section_of(page.path) is None and page.path != HOME),
    ]
