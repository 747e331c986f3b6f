"""MkDocs hook: spares the theme's search what it would read in vain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.plugins import CombinedEvent, event_priority

from handbook.site.unsearched import hold_back, put_back

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

_held: list[str] = []


@event_priority(100)
def _before(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> None:
    page.content, _held[:] = hold_back(page.content or "")


@event_priority(-100)
def _after(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> None:
    page.content = put_back(page.content or "", _held)


on_page_context = CombinedEvent(_before, _after)
