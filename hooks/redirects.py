"""MkDocs hook: leaves a small page at the old address of every page that names one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.structure.files import File

from handbook.site.csp import with_policy
from handbook.site.markdown_extension import Desk
from handbook.site.redirects import redirect_pages

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add them to the site's files."""
    desk: Desk = config.extra["desk"]
    for address, text in redirect_pages(desk.handbook, config.site_url or "").items():
        files.append(File.generated(config, address, content=with_policy(text)))
