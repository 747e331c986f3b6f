"""MkDocs hook: the files of the site that no one writes: the printed pocket guide, redirects, the feed of news."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from mkdocs.structure.files import File

from desk import desk_of
from handbook.html.news import FEED, feed
from handbook.pdf import print_guide
from handbook.site.csp import with_policy
from handbook.site.markdown_extension import Desk
from handbook.site.redirects import redirect_pages
from handbook.source.problems import Problems

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

POCKET_GUIDE = "pocket-guide/"

log = logging.getLogger("mkdocs.hooks.handbook")


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add them. Whatever cannot be printed is a warning, which stops a strict build."""
    desk = desk_of(config)
    site = desk.handbook.site
    contents = _pocket_guide(desk) | {FEED: feed(desk.handbook, site.name, site.address)}
    contents |= {address: with_policy(page) for address, page in redirect_pages(desk.handbook, site.address).items()}
    for address, content in contents.items():
        files.append(File.generated(config, address, content=content))


def _pocket_guide(desk: Desk) -> dict[str, bytes | str]:
    """The PDFs by address; the pages are told of them."""
    problems, edition = Problems(), desk.handbook.edition
    printed = print_guide(desk.handbook, edition, desk.handbook.site.address, problems)
    for problem in problems.blocking:
        log.warning("%s", problem)
    desk.downloads = tuple(guide.download(POCKET_GUIDE, edition) for guide in printed)
    return {POCKET_GUIDE + guide.format.file: guide.pdf for guide in printed}
