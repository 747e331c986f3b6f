"""MkDocs hook: the feed of what is new."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from mkdocs.structure.files import File

from handbook.html.news import FEED, feed
from handbook.site.markdown_extension import Desk

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

# the space keeps the theme's script from taking it for another language, for which it would load a sitemap
LINK = '<link rel="alternate " type="application/atom+xml" title="What\'s new" href="{}">'


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add it to the site's files."""
    desk: Desk = config.extra["desk"]
    files.append(
        File.generated(config, FEED, content=feed(desk.handbook, desk.handbook.site.name, config.site_url or ""))
    )


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Tell news readers where it is."""
    address = posixpath.relpath(FEED, posixpath.dirname(page.url) or ".")
    return output.replace("</head>", f"{LINK.format(address)}</head>", 1)
