"""What can be wrong with the old addresses of pages."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from ..book.gone import gone_pages
from ..book.read import DOCS, Handbook
from ..model.guide import Page, old_path, resolve_link
from ..source.codes import Code
from ..source.names import folded, page_fault
from ..source.problems import Level, Problem, nearest

_WRITE_WAS = 'Write the path that the page had in docs/: "was: [….md]".'


def wrong_redirects(handbook: Handbook) -> Iterator[Problem]:
    """An old address is the path of a page that is no more, and one page claims it."""
    first: dict[str, Page] = {}
    for page in sorted(handbook.guide.written, key=lambda page: handbook.past.seniority(page.file)):
        for at, old in enumerate(page.meta.was if page.meta else ()):
            line = page.markup.meta.line(("was", at))
            for message, hint, level in _faults(handbook, page, old, first.setdefault(old_path(old), page)):
                yield Problem(page.file, line, Code.PAGE_WAS, message, hint, level)


def _faults(handbook: Handbook, page: Page, old: str, first: Page) -> Iterator[tuple[str, str, Level]]:
    right = old_path(old.removeprefix(handbook.site.address))
    if old.startswith(f"{DOCS}/") and old.endswith(".md"):
        yield f'"{old}" begins with "{DOCS}/", and paths start below it', f'Write "{right}".', Level.PROBLEM
        return
    odd, remove = posixpath.normpath(old) != old or old.startswith(("/", "../")), f'Remove "{old}" from "was".'
    if not old.endswith(".md") or odd or page_fault(old):
        is_path = re.search(r"\.(?:md|html?)\b", old) and right.endswith(".md") and not page_fault(right)
        was_there = f"{DOCS}/{right}" in handbook.past.all_files(DOCS)
        hint = f'Write "{right}".' if is_path or was_there else _WRITE_WAS
        yield f'"{old}" is not the old path of a page', hint, Level.PROBLEM
    elif old == page.path:
        yield "this page lists itself as its own old address", remove, Level.PROBLEM
    elif old in handbook.guide.paths:
        yield f'"{old}" is a page again, so it no longer leads to this one', remove, Level.NOTICE
    elif first is not page:
        yield f'the old address "{old}" is claimed by {first.file}, too', remove, Level.PROBLEM
    elif (likely := _likely(handbook, page, old)) and f"{DOCS}/{old}" not in handbook.past.all_files(DOCS):
        yield f'no page was ever published at "{old}"', f'Did you mean "{likely}"?', Level.NOTICE


def _likely(handbook: Handbook, page: Page, old: str) -> str:
    """The removed page that an old address most likely means. Empty where none is like it."""
    gone = handbook.gone
    if old in gone:
        return ""
    if (beside := resolve_link(page.path, old)[0]) in gone:
        return beside
    return next((path for path in gone if folded(path) == folded(old)), "") or nearest(old, gone) or ""


def lost_addresses(handbook: Handbook) -> Iterator[Problem]:
    """A page that was published leads on when it is removed: links and printed QR codes still point at it.

    A notice, for a change can be undone without another edit: readers are told that the page is gone, and where to
    look. Only the home page has nobody to say so.
    """
    for gone in gone_pages(handbook):
        file, instead = f"{DOCS}/{gone.path}", f'"{gone.instead.title}" ({gone.instead.path})'
        lead = f"lead to {instead}" if gone.is_back else f"find a page that says so and names {instead}"
        message = f"this page was published and is gone, and links and printed codes now {lead}"
        hint = f'If another page takes its place, add this line to its head: "was: [{gone.path}]".'
        yield Problem(file, 0, Code.PAGE_GONE, message, hint, Level.NOTICE)
