"""What is done to a page once the theme has written it, in one place, for any host: here the order matters."""

from __future__ import annotations

from pathlib import PurePosixPath
from urllib.parse import quote, urlsplit

from ..book.read import Handbook
from .command import with_command
from .corrections import corrected
from .csp import with_policy
from .deferred import without_later
from .due import with_due
from .frame import with_header_links
from .offline import with_edition
from .print_links import with_addresses
from .slim import slim_page
from .theme_markup import Correction, ThemeError

NOT_FOUND = "404.html"
"""Shown for any wrong address, so its links begin at the root of the server and it has no address of its own."""


_NO_GENERATOR = Correction(r'<meta name="generator" content="[^"]*">\n?', "")
"""The line that names the program: a browser keeps pages by their hash, whichever program has built them."""


def finish(html: str, address: str, handbook: Handbook, *, preview: bool = False) -> tuple[str, dict[str, str]]:
    """A whole page of the theme, made ready for its readers, and the files that it loads, as text by their address.

    `address` is that of the page in the site. In a `preview` scripts that it writes into the page can run, and nothing
    is kept offline. Raises ThemeError when the theme has changed.
    """
    try:
        return _finished(html, address, handbook, preview=preview)
    except ThemeError as error:
        raise ThemeError(
            f"{address}: the theme's page is not as expected: {error}. Install the versions in requirements.txt, or "
            "adapt hooks/handbook/site (corrections.py, frame.py) to the new theme."
        ) from None


def _finished(html: str, address: str, handbook: Handbook, *, preview: bool) -> tuple[str, dict[str, str]]:
    site = handbook.site.address
    html, files = _deferred(html, address)  # first: what a reader may not need is not looked at
    base = _base(address, site)
    html = with_due(html, handbook, base)
    html = with_header_links(with_command(html, address, handbook, base), handbook, base)
    if site and address != NOT_FOUND:
        html = with_addresses(html, site + quote(address))
    html = slim_page(corrected(html))
    if address != NOT_FOUND:
        html = _NO_GENERATOR.apply(html)
    if not preview:
        html = with_policy(with_edition(html, handbook))
    return html, files


def _deferred(html: str, address: str) -> tuple[str, dict[str, str]]:
    page = PurePosixPath(address)
    html, scripts = without_later(html, page.stem)
    return html, {str(page.with_name(name)): script for name, script in scripts.items()}


def _base(address: str, site: str) -> str:
    """What leads from a page to the site's first folder: empty, or with a slash at its end."""
    if address == NOT_FOUND:
        return urlsplit(site).path or "/"
    return "../" * address.count("/")
