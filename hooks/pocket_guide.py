"""MkDocs hook: prints the pocket guide into the built site, in every format, and tells the pages of it."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from mkdocs.structure.files import File

from handbook.pdf import print_guide
from handbook.site.markdown_extension import Desk
from handbook.source.problems import Problems

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

FOLDER = "pocket-guide/"

log = logging.getLogger("mkdocs.hooks.handbook")


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add the PDFs to the site's files. Whatever cannot be printed is a warning, which stops a strict build."""
    desk: Desk = config.extra["desk"]
    problems = Problems()
    edition = desk.handbook.edition
    printed = print_guide(desk.handbook, edition, desk.handbook.site.address, problems)
    for problem in problems.blocking:
        log.warning("%s", problem)
    for guide in printed:
        files.append(File.generated(config, FOLDER + guide.format.file, content=guide.pdf))
    desk.downloads = tuple(guide.download(FOLDER, edition) for guide in printed)
