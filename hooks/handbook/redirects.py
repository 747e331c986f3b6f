"""Old addresses of pages: the page left at each, and what can be wrong with them."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from html import escape
from urllib.parse import quote

from .book import DOCS, Handbook
from .model.guide import Page
from .problems import Problem
from .profile import Medium

_LEFT = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Moved: {title}</title>
<meta name="robots" content="noindex">
<meta name="viewport" content="width=device-width,initial-scale=1">
<link rel="canonical" href="{canonical}">
<script src="{script}" data-to="{link}"></script>
<meta http-equiv="refresh" content="0; url={link}">
</head>
<body>
<p>This page has moved: <a href="{link}">{title}</a></p>
</body>
</html>
"""


def redirect_pages(handbook: Handbook, site: str) -> dict[str, str]:
    """The page to leave at each old address (path in the site). `site` ends in a slash, or is empty.

    It leads on by itself, with and without script, on a server and opened as a file; with script it keeps the anchor.
    """
    pages = handbook.guide.pages
    return {address_of(old): _left(handbook, old, pages[new], site) for old, new in handbook.guide.moved.items()}


def _left(handbook: Handbook, old: str, page: Page, site: str) -> str:
    folder, address = posixpath.dirname(old) or ".", address_of(page.path)
    link = quote(posixpath.relpath(address, folder))
    return _LEFT.format(
        title=escape(handbook.profile.fill(page.title, Medium.PAGE)),
        link=link,
        canonical=escape(site + quote(address)) if site else link,
        script=posixpath.relpath("assets/javascripts/moved.js", folder),
    )


def address_of(path: str) -> str:
    """The address of a page in the site."""
    return posixpath.splitext(path)[0] + ".html"


def wrong_redirects(handbook: Handbook) -> Iterator[Problem]:
    """An old address is the path of a page that is no more, and one page claims it."""
    claimed: dict[str, Page] = {}
    for page in handbook.guide.pages.values():
        for at, old in enumerate(page.meta.was if page.meta else ()):
            line = page.markup.meta.line(("was", at))
            for message, cure in _faults(handbook, page, old, claimed.setdefault(old, page)):
                yield Problem(page.file, line, message, cure)


def _faults(handbook: Handbook, page: Page, old: str, first: Page) -> Iterator[tuple[str, str]]:
    if not old.endswith(".md") or posixpath.normpath(old) != old or old.startswith(("/", "../")):
        example = "was: [channels/telephone/hold.md]"
        yield f'"{old}" is not the old path of a page', f'Write its path below docs/ as it was: "{example}".'
    elif old == page.path:
        yield "this page names itself as its old address", f'Remove "{old}" from "was".'
    elif old in handbook.guide.pages:
        yield f'"{old}" is a page again, so nothing can lead on from it', f'Remove "{old}" from "was".'
    elif first is not page:
        yield f'the old address "{old}" is claimed by {first.file} too', "Keep it in the page that replaces it."


def lost_addresses(handbook: Handbook) -> Iterator[Problem]:
    """A page that was published leads on when it is removed: links and printed QR codes still point at it."""
    for path in sorted(handbook.gone):
        message = "this page was published and is gone; links and printed codes still lead to it"
        cure = f'In the head of the page that takes its place, add the line "was: [{path}]".'
        yield Problem(f"{DOCS}/{path}", 0, message, cure)
