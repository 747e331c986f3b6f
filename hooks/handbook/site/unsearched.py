"""What the theme's search need not read of a page, held back while it reads: half of what a question costs.

It takes every page apart and throws away what is marked data-search-exclude. Nothing it finds depends on this.
"""

from __future__ import annotations

import re

_EXCLUDED = re.compile(r'<(div|section|template)\b[^>]*\bdata-search-exclude="[^>]*>')
_READ = re.compile(r"<h[1-6]\b|\bdata-search-")
"""It makes an entry of every heading, and takes its marks out of the page: what holds those is left to it."""

_HELD = re.compile(r"<!--handbook-held:(\d+)-->")


def hold_back(content: str) -> tuple[str, list[str]]:
    """The HTML of a page with comments in place of what is held back, and that."""
    parts, held, at = [], list[str](), 0
    for opening in _EXCLUDED.finditer(content):
        end = _end(content, opening) if opening.start() >= at else 0
        if end and not _READ.search(content, opening.end(), end):
            parts += [content[at : opening.end()], f"<!--handbook-held:{len(held)}-->"]
            held.append(content[opening.end() : end])
            at = end
    return "".join([*parts, content[at:]]), held


def put_back(content: str, held: list[str]) -> str:
    """The HTML as it was."""
    return _HELD.sub(lambda match: held[int(match[1])], content)


def _end(content: str, opening: re.Match[str]) -> int:
    """Where the element ends that begins there; 0 where it does not."""
    depth = 1
    for tag in re.compile(rf"<(/?){opening[1]}\b").finditer(content, opening.end()):
        depth += -1 if tag[1] else 1
        if not depth:
            return tag.start()
    return 0
