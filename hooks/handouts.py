"""MkDocs hook: makes the files of the quizzes where a page offers them, and tells the pages of them."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from mkdocs.structure.files import File

from desk import desk_of
from handbook.export.handouts import Pack, inputs_of, make_handouts
from handbook.model.blocks import Handouts
from handbook.pdf import PrintError

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

_made: dict[str, Pack] = {}
"""The files of the build before, by what they were made of: a preview makes them anew only when that changes."""

log = logging.getLogger("mkdocs.hooks.handbook")


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add the files to the site. Whatever cannot be made is a warning, which stops a strict build."""
    desk = desk_of(config)
    pages = desk.handbook.guide.pages
    if not any(isinstance(placed.block, Handouts) for page in pages for placed in page.placed):
        return
    edition, site = desk.handbook.edition, desk.handbook.site.address
    inputs = inputs_of(desk.handbook, edition, site)
    try:
        pack = _made.get(inputs) or make_handouts(desk.handbook, edition, site)
    except (PrintError, OSError) as error:
        log.warning("the files of the quizzes cannot be made: %s", error)
        return
    _made.clear()
    _made[inputs] = pack
    for address, content in pack.files.items():
        files.append(File.generated(config, address, content=content))
    desk.handouts = pack.table
