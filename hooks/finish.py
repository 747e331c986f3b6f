"""MkDocs hook: finishes each page once the theme has written it, and the site once all pages are there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority

from desk import desk_of
from handbook.site.finish import NOT_FOUND, finish
from handbook.site.offline import write_offline
from handbook.site.slim import slim_site
from handbook.site.theme_markup import ThemeError
from handbook.source.cache import Cache

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

_mode = {"preview": False}


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """The preview has no policy, because MkDocs writes a script of its own into it, and nothing of it is kept."""
    _mode["preview"] = command == "serve"


@event_priority(-100)
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Finish a page: the last thing that is done to it."""
    return _finished(output, page.file.dest_uri, config)


@event_priority(-100)
def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Finish the page that is shown for a wrong address."""
    return _finished(output_content, NOT_FOUND, config) if template_name == NOT_FOUND else output_content


def on_post_build(config: MkDocsConfig) -> None:
    """Leave out of the site what no reader loads, then list what a browser keeps of it."""
    handbook = desk_of(config).handbook
    try:
        slim_site(Path(config.site_dir), Cache(handbook.root))
    except ThemeError as error:
        raise PluginError(str(error)) from error
    if not _mode["preview"]:
        write_offline(Path(config.site_dir), handbook)


def _finished(output: str, address: str, config: MkDocsConfig) -> str:
    try:
        output, files = finish(output, address, desk_of(config).handbook, preview=_mode["preview"])
    except ThemeError as error:
        raise PluginError(str(error)) from error
    for name, text in files.items():
        file = Path(config.site_dir, name)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8", newline="\n")
    return output
