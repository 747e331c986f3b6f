"""MkDocs hook: the menu, from the sections and the order of the cards on their first pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.fences import Desk
from handbook.model.guide import HOME

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def on_config(config: MkDocsConfig) -> None:
    """Set the menu: the home page, the sections, then the pages outside all sections."""
    desk: Desk = config.extra["desk"]
    guide = desk.handbook.guide
    loose = [path for path in guide.pages if guide.section_of(path) is None and path != HOME]
    sections = [{section.title: [page.path for page in guide.pages_of(section)]} for section in guide.sections]
    config.nav = [HOME, *sections, *loose]
