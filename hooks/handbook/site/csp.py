"""The Content-Security-Policy of a page: what it may load and run. Anything else is refused by the browser."""

from __future__ import annotations

import re
from html import escape

from .theme_markup import ThemeError

_SCRIPT = re.compile(r"<script\b(?P<attributes>[^>]*)>(?P<text>.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
_CHARSET = re.compile(r"<meta charset=[^>]*>", re.IGNORECASE)

POLICY = (
    "default-src 'self'; "
    "script-src 'self'; "
    "img-src 'self' data:; "  # the theme's icons are data addresses in its style sheets
    "worker-src 'self'; "
    "manifest-src 'self'; "
    "object-src 'none'; "
    "base-uri 'none'; "
    "form-action 'none'"
)
"""It allows what comes from the site itself, and no script that stands in a page."""


def with_policy(page: str) -> str:
    """A finished HTML page with its policy (CSP level 3), right behind the line that names its character set.

    It stands in the page, not in a header: so it holds with any server, and where a page is opened as a file. Raises
    ThemeError when the page holds a script, which would be refused, and when there is no place for the policy.
    """
    for script in _SCRIPT.finditer(page):
        if _runs(script["attributes"]):
            raise ThemeError(f"it holds a script, which its policy refuses: {script['text'][:60]!r}")
    head = _CHARSET.search(page)
    if head is None:
        raise ThemeError('it has no "<meta charset=…>", behind which its policy goes')
    meta = f'<meta http-equiv="Content-Security-Policy" content="{escape(POLICY, quote=False)}">'
    return f"{page[: head.end()]}{meta}{page[head.end() :]}"


def _runs(attributes: str) -> bool:
    """Whether a script element holds a script, not data and not the address of one."""
    kind = re.search(r"""\btype\s*=\s*["']?([^"'\s>]+)""", attributes, re.IGNORECASE)
    script = kind is None or kind[1].lower() != "application/json"
    return script and not re.search(r"\bsrc\s*=", attributes, re.IGNORECASE)
