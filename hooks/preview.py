"""MkDocs hook: a preview makes only those pages again that could differ from what they were before a change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from mkdocs.plugins import event_priority

from desk import desk_of, set_shelf, shelf_of
from handbook.site.markdown_extension import Desk
from handbook.site.shelf import Shelf
from shelf_page import ShelfPage, ShelfTemplate

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

_shelves: list[Shelf] = []


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """A preview builds again and again. What is built for readers is made from nothing."""
    _shelves[:] = [Shelf()] if command == "serve" else []


@event_priority(-100)
def on_files(files: Files, config: MkDocsConfig) -> None:
    """Give MkDocs pages that look on the shelf, once all files are known and the templates have what they show."""
    for shelf in _shelves:
        extra = {name: value for name, value in config.extra.items() if not isinstance(value, Desk)}
        shelf.begin(desk_of(config), repr((config.nav, extra)))
        set_shelf(config, shelf)
        for file in files.documentation_pages():
            ShelfPage(None, file, config)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Have the theme write only the other pages."""
    if shelf_of(config):
        env.template_class = ShelfTemplate
