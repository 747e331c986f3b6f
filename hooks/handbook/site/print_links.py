"""Where the links of a page lead, for a reader on paper: a number behind each link, and a list at the end."""

from __future__ import annotations

import re
from html import escape, unescape
from urllib.parse import urldefrag, urljoin, urlsplit

from ..model.blocks import BLOCKS

_ARTICLE = re.compile(r"(<article\b[^>]*>)(.*?)(</article>)", re.DOTALL)
_FRAME = ("section", "tags", "next", "feedback", "edit")
_WAYS_ON = "|".join([*(kind for kind, block in BLOCKS.items() if not block.links_on_paper), *_FRAME])
_PASSED_OVER = rf'<(section|p) class="(?:hb )?hb-(?:{_WAYS_ON})".*?</\1>'
_LINK = re.compile(rf'{_PASSED_OVER}|<a (?![^>]*class="(?:hb-term|hb-row-link))[^>]*?href="([^"]*)"', re.DOTALL)


def with_addresses(page: str, address: str) -> str:
    """A whole page as HTML, with a list that only print shows. `address` is its own, in full.

    Left out are the ways on from it (its section, cards, topics, next), explained terms, and links to a place on it.
    """
    return _ARTICLE.sub(lambda article: article[1] + _with_list(article[2], address) + article[3], page, count=1)


def _with_list(text: str, address: str) -> str:
    entries: list[str] = []

    def numbered(link: re.Match[str]) -> str:
        target = _on_paper(link[2], address) if link[2] else ""
        if not target:
            return link[0]
        if target not in entries:
            entries.append(target)
        return f'{link[0]} data-link="{entries.index(target) + 1}"'

    text = _LINK.sub(numbered, text)
    items = "".join(f"<li>{escape(target)}</li>" for target in entries)
    return f'{text}<div class="hb-links"><p>Links in this text</p><ol>{items}</ol></div>' if entries else text


def _on_paper(href: str, address: str) -> str:
    """The address as one would type it. Empty for a place on the page itself, a telephone number and the like."""
    target = urljoin(address, unescape(href))
    page, _ = urldefrag(target)
    if urlsplit(target).scheme not in ("http", "https") or page == address:
        return ""
    same_site = urlsplit(page).netloc == urlsplit(address).netloc
    return (page if same_site else target).removeprefix("https://").removesuffix("/")
