"""Where a link may lead: to a page or file of the handbook, a web address, an email address, a phone number."""

from __future__ import annotations

import html
import re
from urllib.parse import urlsplit

SCHEMES = ("http", "https", "mailto", "tel")

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_IGNORED = re.compile(r"[\t\n\r]")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_LED = "".join(map(chr, range(33)))


def scheme_of(address: str) -> str:
    """The scheme that a browser sees in an address, in lowercase; empty for a path.

    It reads entities, and passes over blanks and control characters before an address, and over tabs and line ends
    anywhere in it. Source: WHATWG URL Standard, basic URL parser.
    """
    match = _SCHEME.match(_IGNORED.sub("", html.unescape(address)).lstrip(_LED))
    return match[1].lower() if match else ""


def leads_out(address: str) -> bool:
    """Whether an address has a scheme or names a host, so that it is no path in the handbook."""
    return bool(scheme_of(address)) or address.startswith("//")


def is_fit(address: str) -> bool:
    """Whether an address may stand in a page or an export: a relative path, or one of the known schemes."""
    plain = html.unescape(address)
    scheme = scheme_of(address)
    if _CONTROL.search(plain) or (scheme and not plain.lower().startswith(f"{scheme}:")):
        return False
    if scheme in ("http", "https"):
        return _has_host(plain)
    return scheme in SCHEMES if scheme else not plain.startswith(("/", "\\")) and "\\" not in plain


def _has_host(address: str) -> bool:
    try:
        return "\\" not in address and bool(urlsplit(address).hostname)
    except ValueError:
        return False
