"""MkDocs hook: what stands around every page: the menu, and what the templates in hooks/theme show of the handbook."""

from __future__ import annotations

import os
from itertools import groupby
from typing import TYPE_CHECKING, Any

from desk import desk_of
from handbook.git.edition import read_edition
from handbook.html.news import FEED
from handbook.model.guide import HOME, Guide
from handbook.site.frame import foot_links

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def on_config(config: MkDocsConfig) -> None:
    """HANDBOOK_SITE_URL goes before the address in mkdocs.yml, so that QR codes lead to where it is published."""
    handbook = desk_of(config).handbook
    config.site_url = os.environ.get("HANDBOOK_SITE_URL") or config.site_url
    config.nav = _menu(handbook.guide)
    config.extra |= {"edition": read_edition(handbook.root), "feed": FEED, "foot": foot_links(handbook)}


def _menu(guide: Guide) -> list[Any]:
    """The home page, the sections by group in the order of their cards, then the pages outside all sections."""
    menu: list[Any] = [{"Home": HOME}]
    for group, sections in groupby(guide.sections, key=lambda section: section.group or section.title):
        entries = [{section.title: [page.path for page in guide.pages_of(section)]} for section in sections]
        menu.append(entries[0] if group in entries[0] else {group: entries})
    return [*menu, *(path for path in guide.pages if guide.section_of(path) is None and path != HOME)]
