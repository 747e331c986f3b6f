"""The page left at each old address: it leads on, or tells that the page is gone and what to look at."""

from __future__ import annotations

import posixpath
from html import escape
from urllib.parse import quote

from ..book.gone import Gone, gone_pages
from ..book.read import Handbook
from ..model.guide import HOME, Page, address_of
from ..source.markup import plain_text
from ..source.profile import Medium

_REDIRECT = """<!doctype html>
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


_GONE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Gone: {title}</title>
<meta name="robots" content="noindex">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
</head>
<body>
<h1>This page is gone</h1>
<p>{what} was taken out of the handbook.</p>
<p>Look here instead: <a href="{link}">{instead}</a></p>
<p>Or search for it from the <a href="{home}">home page</a>.</p>
</body>
</html>
"""


def redirect_pages(handbook: Handbook, site: str) -> dict[str, str]:
    """The page to leave at each old address (path in the site). `site` ends in a slash, or is empty.

    It leads on by itself, with and without script, on a server and opened as a file; with script it keeps the anchor.
    """
    moved = dict(handbook.guide.redirects)
    gone = list(gone_pages(handbook))
    moved |= {each.path: each.instead for each in gone if each.is_back}
    pages = {address_of(old): _redirect_page(handbook, old, page, site) for old, page in moved.items()}
    return pages | {address_of(each.path): _gone_page(handbook, each) for each in gone if not each.is_back}


def _gone_page(handbook: Handbook, gone: Gone) -> str:
    """It tells that the page is gone, and what to look at: nobody is led on to what may be about something else."""
    title = _words(handbook, gone.title)
    return _GONE.format(
        title=title,
        what=f"“{title}”" if title else "What was here",
        link=_link(gone.path, gone.instead),
        instead=_words(handbook, gone.instead.title),
        home=quote(posixpath.relpath(address_of(HOME), posixpath.dirname(gone.path) or ".")),
    )


def _redirect_page(handbook: Handbook, old: str, page: Page, site: str) -> str:
    link = _link(old, page)
    return _REDIRECT.format(
        title=_words(handbook, page.title),
        link=link,
        canonical=escape(site + quote(address_of(page.path))) if site else link,
        script=posixpath.relpath("assets/javascripts/moved.js", posixpath.dirname(old) or "."),
    )


def _link(old: str, page: Page) -> str:
    return quote(posixpath.relpath(address_of(page.path), posixpath.dirname(old) or "."))


def _words(handbook: Handbook, title: str) -> str:
    return escape(handbook.profile.fill(plain_text(title), Medium.PAGE))
