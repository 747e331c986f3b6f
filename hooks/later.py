"""MkDocs hook: moves what a page can leave for later to a script beside it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from handbook.site.deferred import without_later

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Before anything is read off the finished page, such as the links to print."""
    file = Path(config.site_dir, page.file.dest_uri)
    output, scripts = without_later(output, file.stem)
    for name, script in scripts.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.with_name(name).write_text(script, "utf-8", newline="\n")
    return output
