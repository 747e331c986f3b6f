"""MkDocs hook: makes only those pages again that could differ from what an earlier build kept of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.plugins import event_priority

from desk import desk_of, set_shelf
from handbook.site import markdown_extension
from handbook.site.shelf import Shelf
from handbook.source.parser import EXTENSIONS
from shelf_page import ShelfPage, ShelfTemplate, surroundings

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

_HOOKS = {f"hooks/{name}.py" for name in ("directives", "frame", "files", "finish", "pages")}
_EXTENSIONS = {*EXTENSIONS, markdown_extension.__name__}


@event_priority(-100)
def on_files(files: Files, config: MkDocsConfig) -> None:
    """Give MkDocs pages that look on the shelf, once all files are known and the templates have what they show.

    A hook, a plugin or an extension that isn't ours may make pages of anything: then all are made again.
    """
    if not (set(config.plugins) <= _HOOKS and set(config.markdown_extensions) <= _EXTENSIONS):
        return
    set_shelf(config, Shelf(desk_of(config), surroundings(files, config)))
    for file in files.documentation_pages():
        ShelfPage(None, file, config)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Have the theme write only the other pages."""
    env.template_class = ShelfTemplate
