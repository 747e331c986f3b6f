"""MkDocs hook: prints the pocket guide into the built site."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from mkdocs.structure.files import File

from handbook.edition import read_edition
from handbook.fences import Desk
from handbook.pdf import pocket_guide
from handbook.problems import Problems

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

ADDRESS = "pocket-guide/pocket-guide.pdf"

log = logging.getLogger("mkdocs.hooks.handbook")


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add the PDF to the site's files. Whatever cannot be printed is a warning, which stops a strict build."""
    desk: Desk = config.extra["desk"]
    problems = Problems()
    printed = pocket_guide(desk.handbook, read_edition(desk.handbook.root), config.site_url or "", problems)
    for problem in problems:
        log.warning("%s", problem)
    if printed is not None:
        files.append(File.generated(config, ADDRESS, content=printed))
