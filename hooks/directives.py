"""MkDocs hook: checks the handbook, then renders directives, placeholders and the heads of pages."""

from __future__ import annotations

import gc
import logging
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority

from desk import desk_of, set_desk
from handbook.checks import check_handbook
from handbook.site.markdown_extension import Desk, extension_configs
from handbook.site.page_markdown import page_markdown, page_meta

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

log = logging.getLogger("mkdocs.hooks.handbook")


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """A build ends before there is garbage worth looking for, and looking takes longer the larger its pages are."""
    if command != "serve":
        gc.disable()


@event_priority(100)
def on_config(config: MkDocsConfig) -> None:
    """Before any other hook, read and check everything; a problem is a warning, which stops a strict build."""
    handbook, problems = check_handbook(Path(config.config_file_path).parent)
    for problem in problems.blocking:
        log.warning("%s", problem)
    desk = Desk(handbook, problems)
    for name, options in extension_configs(desk).items():
        config.mdx_configs.setdefault(name, {}).update(options)
    set_desk(config, desk)


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    """Give MkDocs the text as the library read it: a page in another encoding shows its problem in the preview."""
    desk = desk_of(config)
    known = desk.handbook.guide.page(page.file.src_uri)
    return "\n" + known.markup.body if known else None


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Give MkDocs the page as the library reads it, so that the head of a page may be typed without quotes."""
    desk = desk_of(config)
    desk.page = page.file.src_uri
    known = desk.handbook.guide.page(desk.page)
    if known is None:
        raise PluginError(f"docs/{desk.page}: its name or that of its folder begins with _ or a dot; rename it")
    page.meta = page_meta(known, desk.handbook)
    inside = {problem for placed in known.placed for problem in desk.problems_in(placed)}
    outside = [problem for problem in desk.problems.blocking if problem.path == known.file and problem not in inside]
    return page_markdown(known, desk.handbook, outside)
