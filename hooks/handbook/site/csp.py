"""The Content-Security-Policy of a page: what it may load and run. Anything else is refused by the browser."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html import escape

from .theme_markup import ThemeError

_SCRIPT = re.compile(r"<script\b(?P<attributes>[^>]*)>(?P<text>.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
_CHARSET = re.compile(r"<meta charset=[^>]*>", re.IGNORECASE)


def with_policy(page: str) -> str:
    """A finished HTML page with its policy (CSP level 3), right behind the line that names its character set.

    It stands in the page, not in a header: so it holds with any server, and where a page is opened as a file. It allows
    what comes from the site itself and, by their hashes, the scripts that the theme writes into the page. Raises
    ThemeError when there is no place for it.
    """
    head = _CHARSET.search(page)
    if head is None:
        raise ThemeError('it has no "<meta charset=…>", behind which its policy goes')
    meta = f'<meta http-equiv="Content-Security-Policy" content="{escape(policy(page), quote=False)}">'
    return f"{page[: head.end()]}{meta}{page[head.end() :]}"


def policy(page: str) -> str:
    """The policy for an HTML page as text."""
    hashes = dict.fromkeys(_hash(found["text"]) for found in _SCRIPT.finditer(page) if _runs(found["attributes"]))
    return "; ".join(
        (
            "default-src 'self'",
            " ".join(["script-src 'self'", *hashes]),
            "img-src 'self' data:",  # the theme's icons are data addresses in its style sheets
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _runs(attributes: str) -> bool:
    """Whether a script element holds a script, not data and not the address of one."""
    kind = re.search(r"""\btype\s*=\s*["']?([^"'\s>]+)""", attributes, re.IGNORECASE)
    script = kind is None or kind[1].lower() in ("module", "text/javascript", "application/javascript")
    return script and not re.search(r"\bsrc\s*=", attributes, re.IGNORECASE)


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
