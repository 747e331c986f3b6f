"""The page left at each old address."""

from __future__ import annotations

import posixpath
from html import escape
from urllib.parse import quote

from ..book.read import Handbook
from ..model.guide import Page, address_of
from ..source.profile import Medium

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
    return {address_of(old): _left(handbook, old, page, site) for old, page in handbook.guide.redirects.items()}


def _left(handbook: Handbook, old: str, page: Page, site: str) -> str:
    folder, address = posixpath.dirname(old) or ".", address_of(page.path)
    link = quote(posixpath.relpath(address, folder))
    return _LEFT.format(
        title=escape(handbook.profile.fill(page.title, Medium.PAGE)),
        link=link,
        canonical=escape(site + quote(address)) if site else link,
        script=posixpath.relpath("assets/javascripts/moved.js", folder),
    )
