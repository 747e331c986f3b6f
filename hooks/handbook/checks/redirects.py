"""What can be wrong with the old addresses of pages."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from ..book.read import DOCS, Handbook
from ..model.guide import Page
from ..source.codes import Code
from ..source.problems import Problem


def wrong_redirects(handbook: Handbook) -> Iterator[Problem]:
    """An old address is the path of a page that is no more, and one page claims it."""
    claimed: dict[str, Page] = {}
    for page in handbook.guide.pages:
        for at, old in enumerate(page.meta.was if page.meta else ()):
            line = page.markup.meta.line(("was", at))
            for message, hint in _faults(handbook, page, old, claimed.setdefault(old, page)):
                yield Problem(page.file, line, Code.PAGE_WAS, message, hint)


def _faults(handbook: Handbook, page: Page, old: str, first: Page) -> Iterator[tuple[str, str]]:
    if not old.endswith(".md") or posixpath.normpath(old) != old or old.startswith(("/", "../")):
        example = "was: [channels/telephone/hold.md]"
        yield f'"{old}" is not the old path of a page', f'Write the path that the page had in docs/: "{example}".'
    elif old == page.path:
        yield "this page lists itself as its own old address", f'Remove "{old}" from "was".'
    elif old in handbook.guide.paths:
        yield f'"{old}" is a page again, so it can\'t lead to this one', f'Remove "{old}" from "was".'
    elif first is not page:
        yield f'the old address "{old}" is also claimed by {first.file}', "Keep it in the page that replaces it."


def lost_addresses(handbook: Handbook) -> Iterator[Problem]:
    """A page that was published leads on when it is removed: links and printed QR codes still point at it."""
    for path in sorted(handbook.gone):
        message = "this page was published and is gone, but links and printed codes still lead to it"
        hint = f'In the head of the page that takes its place, add the line "was: [{path}]".'
        yield Problem(f"{DOCS}/{path}", 0, Code.PAGE_GONE, message, hint)
