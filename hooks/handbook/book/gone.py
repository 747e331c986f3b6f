"""What a reader finds at the address of a page that was published and removed: links and printed codes lead there."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from ..model.guide import HOME, Page
from .read import DOCS, Handbook

_TITLE = re.compile(r"^title:[ \t]*(?P<title>.+?)[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Gone:
    """A removed page: its path (from docs), its last title, and the page to look at instead.

    `is_back`: that page has its title. So what was moved and moved back leads on by itself.
    """

    path: str
    title: str
    instead: Page
    is_back: bool


def gone_pages(handbook: Handbook) -> Iterator[Gone]:
    """Every page that is gone, while there is any page to look at instead."""
    by_title = {page.meta.title: page for page in reversed(handbook.guide.pages) if page.meta}
    for path in sorted(handbook.gone):
        title = _title(handbook.past.text(f"{DOCS}/{path}") or "")
        page = by_title.get(title) or _above(path, handbook)
        if page:
            yield Gone(path, title, page, title in by_title)


@lru_cache(maxsize=1)
def pages_back(handbook: Handbook) -> Mapping[str, Page]:
    """The pages that removed paths lead on to, because they have the title of the page that was there."""
    return {each.path: each.instead for each in gone_pages(handbook) if each.is_back}


def _title(text: str) -> str:
    match = _TITLE.search(text)
    return match["title"].strip("\"'") if match else ""


def _above(path: str, handbook: Handbook) -> Page | None:
    """The first page of the nearest folder around a path that has one; else the home page."""
    folder = posixpath.dirname(path)
    while folder:
        if page := handbook.guide.page(f"{folder}/index.md"):
            return page
        folder = posixpath.dirname(folder)
    return handbook.guide.page(HOME)
