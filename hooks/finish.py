"""MkDocs hook: finishes each page once the theme has written it, and the site once all pages are there."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority

from desk import desk_of
from handbook.site.finish import NOT_FOUND, finish
from handbook.site.offline import write_offline
from handbook.site.slim import slim_site
from handbook.site.theme_markup import ThemeError
from handbook.site.workshop import write_workshop
from handbook.source.cache import Cache
from handbook.source.memo import memo
from shelf_page import ShelfPage

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page


_memo = ExitStack()
_SPARE = 1000
"""Answers of an earlier build that stay: a page that is kept asks for none, until it has to be made again."""


def on_pre_build(config: MkDocsConfig) -> None:
    """What the pages of an earlier build were made of may be used again. One that failed has left it open."""
    _memo.close()
    _memo.enter_context(memo(desk_of(config).handbook.root, "pages", _SPARE))


@event_priority(-100)
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Finish a page: the last thing that is done to it."""
    if isinstance(page, ShelfPage) and page.finished:
        output, files = page.finished.html, page.finished.files
    else:
        output, files = _finish(output, page.file.dest_uri, config)
        if isinstance(page, ShelfPage):
            page.put(output, files, config)
    _write(files, config)
    return output


@event_priority(-100)
def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Finish the page that is shown for a wrong address."""
    if template_name != NOT_FOUND:
        return output_content
    output, files = _finish(output_content, NOT_FOUND, config)
    _write(files, config)
    return output


def on_post_build(config: MkDocsConfig) -> None:
    """Leave out of the site what no reader loads, put the workshop in, then list what a browser keeps."""
    handbook, site = desk_of(config).handbook, Path(config.site_dir)
    _memo.close()
    try:
        slim_site(site, Cache(handbook.root))
    except ThemeError as error:
        raise PluginError(str(error)) from error
    if desk_of(config).workshop:
        write_workshop(handbook, site)
    if not desk_of(config).preview:
        write_offline(site, handbook)


def _finish(output: str, address: str, config: MkDocsConfig) -> tuple[str, Mapping[str, str]]:
    """A preview has no policy: MkDocs writes a script of its own into its pages, which reloads them."""
    try:
        desk = desk_of(config)
        return finish(output, address, desk.handbook, preview=desk.preview)
    except ThemeError as error:
        raise PluginError(str(error)) from error


def _write(files: Mapping[str, str], config: MkDocsConfig) -> None:
    for name, text in files.items():
        file = Path(config.site_dir, name)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8", newline="\n")
