"""MkDocs hook: the files that no one writes: PDFs, hand-outs, redirects, feed, colors, search index, quiz pages."""

from __future__ import annotations

import logging
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from mkdocs.structure.files import File

from desk import desk_of
from handbook.book.read import DOCS
from handbook.export.handouts import are_offered, make_handouts
from handbook.html.news import feed
from handbook.model.news import FEED
from handbook.pdf import PrintError, print_guide
from handbook.pdf.formats import FOLDER as POCKET_GUIDE
from handbook.site.county_sheet import SHEET, county_sheet
from handbook.site.csp import with_policy
from handbook.site.markdown_extension import Desk
from handbook.site.redirects import redirect_pages
from handbook.site.search_index import search_files
from handbook.site.workshop import has_workshop, missing_parts
from handbook.source.codes import Code
from handbook.source.problems import Problems

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

_UNFIT = (Code.FILE_KIND, Code.FILE_LINK, Code.PICTURE_UNFIT)

log = logging.getLogger("mkdocs.hooks.handbook")


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add them. Whatever cannot be made is a warning, which stops a strict build.

    A preview does without the workshop: its parts are large, and HR previews text.
    """
    desk = desk_of(config)
    site = desk.handbook.site
    contents = _pocket_guide(desk) | _handouts(desk) | {FEED: feed(desk.handbook, site.name, site.address)}
    desk.workshop = not desk.preview and has_workshop(desk.handbook) and _has_parts(desk.handbook.root)
    contents |= {address: with_policy(page) for address, page in redirect_pages(desk.handbook, site.address).items()}
    if sheet := county_sheet(desk.handbook.organization.settings.colors):
        contents[SHEET] = sheet
        config.extra["county_sheet"] = SHEET
    contents |= search_files(desk.handbook)
    for file in _unfit(files, desk):
        files.remove(file)
    contents |= {page.path: page.markup.body for page in desk.handbook.guide.pages if page.generated}
    for address, content in contents.items():
        files.append(File.generated(config, address, content=content))


def _has_parts(root: Path) -> bool:
    missing = missing_parts(root)
    if missing:
        log.info("The workshop is left out: %s isn't there", missing[0])
    return not missing


def _unfit(files: Files, desk: Desk) -> list[File]:
    """What may run something in a browser, or lies elsewhere. A strict build stops at it; no other publishes it."""
    unfit_paths = {problem.path for problem in desk.problems.blocking if problem.code in _UNFIT}
    return [file for file in files if _is_odd_page(file, desk) or unfit_paths & set(_path_and_folders(file))]


def _is_odd_page(file: File, desk: Desk) -> bool:
    return file.is_documentation_page() and file.src_uri not in desk.handbook.guide.paths


def _path_and_folders(file: File) -> list[str]:
    path = PurePosixPath(DOCS, file.src_uri)
    return [] if file.is_documentation_page() else [str(path), *map(str, path.parents)]


def _pocket_guide(desk: Desk) -> dict[str, bytes | str]:
    """The PDFs by address; the pages list them."""
    problems, edition = Problems(), desk.handbook.edition
    guide_files = print_guide(desk.handbook, edition, desk.handbook.site.address, problems)
    for problem in problems.blocking:
        log.warning("%s", problem)
    desk.downloads = tuple(guide.download(POCKET_GUIDE, edition) for guide in guide_files)
    return {POCKET_GUIDE + guide.format.file: guide.pdf for guide in guide_files}


def _handouts(desk: Desk) -> dict[str, bytes]:
    """The files of the quizzes by address, where a page offers them; the pages list them."""
    handbook = desk.handbook
    if not are_offered(handbook):
        return {}
    try:
        pack = make_handouts(handbook, handbook.edition, handbook.site.address)
    except (PrintError, OSError) as error:
        log.warning("the files of the quizzes cannot be made: %s", error)
        return {}
    desk.handouts = pack.table
    return dict(pack.files)
