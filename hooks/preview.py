"""MkDocs hook: a preview makes only those pages again that could differ from what they were before a change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from mkdocs.plugins import CombinedEvent, event_priority

from desk import desk_of, set_shelf, shelf_of
from handbook.site.shelf import Shelf
from shelf_page import ShelfPage, ShelfTemplate

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

_SEARCH = "material/search"
_shelves: list[Shelf] = []


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """A preview builds again and again. What is built for readers is made from nothing."""
    _shelves[:] = [Shelf()] if command == "serve" else []


@event_priority(50)
def on_config(config: MkDocsConfig) -> None:
    """Begin with what is on the shelf, once the handbook has been read."""
    for shelf in _shelves:
        shelf.begin(desk_of(config))
        set_shelf(config, shelf)


@event_priority(-100)
def on_files(files: Files, config: MkDocsConfig) -> None:
    """Give MkDocs pages that look on the shelf, once all files are known."""
    if shelf_of(config):
        for file in files.documentation_pages():
            ShelfPage(None, file, config)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Have the theme write only the other pages."""
    if shelf_of(config):
        env.template_class = ShelfTemplate


@event_priority(50)
def _before(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> None:
    if isinstance(page, ShelfPage) and page.finished is None:
        page.entries = list(_index(config))


@event_priority(-50)
def _after(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> None:
    """The search has read a page: note what it has found, or let it have what it found before."""
    if isinstance(page, ShelfPage) and page.finished:
        _index(config).extend(page.entries)
    elif isinstance(page, ShelfPage):
        page.entries = _index(config)[len(page.entries) :]


on_page_context = CombinedEvent(_before, _after)


def _index(config: MkDocsConfig) -> list[Any]:
    plugin: Any = config.plugins[_SEARCH]
    entries: list[Any] = plugin.search_index.entries
    return entries
