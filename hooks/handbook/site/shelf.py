"""Keeps the finished pages of a preview: after a change, a page is made again only where it could come out otherwise.

A page is kept by all that it is made of: its Markdown, its directives as they are rendered now, whatever they show of
other pages and of the bank, and what any page may show of the handbook: its frame, titles, anchors, terms, values.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any
from xml.etree.ElementTree import tostring

from .. import html
from ..book.read import DOCS, Handbook
from ..html.context import Context
from ..model.dates import edition_in_words
from ..source.site_config import CONFIG
from .markdown_extension import Desk

THEME = "hooks/theme"
"""What changes the theme (from the handbook's folder)."""


@dataclass(frozen=True, slots=True)
class FinishedPage:
    """A whole page as HTML, the files that it loads, and what the host has to know of it for the others."""

    html: str
    files: Mapping[str, str]
    facts: Any


@dataclass(frozen=True, slots=True)
class _Place:
    key: str
    edition: str
    page: FinishedPage


class Shelf:
    """The pages of the builds of one preview. In each build, `begin` comes first, then `find` and `put` for each page.

    Pages are named by their path from docs.
    """

    def __init__(self) -> None:
        self._places: dict[str, _Place] = {}

    def begin(self, desk: Desk, surroundings: str) -> None:
        """Begin a build. Pages that are gone are dropped. `surroundings` is all that the host's templates are given."""
        edition = desk.handbook.edition
        self._desk, self._edition = desk, edition_in_words(edition) if edition.revision else ""
        self._frame, self._keys = self._hash([surroundings, *_frame(desk.handbook)]), dict[str, str]()
        self._places = {path: self._places[path] for path in desk.handbook.guide.paths if path in self._places}

    def find(self, path: str, text: str) -> FinishedPage | None:
        """The page whose Markdown this is, as it was made before. None where it could differ."""
        self._keys[path] = self._hash([self._frame, text, *_boxes(path, self._desk)])
        place = self._places.get(path)
        if place is None or place.key != self._keys[path]:
            return None
        if not (place.edition and self._edition):
            return place.page
        return replace(place.page, html=place.page.html.replace(place.edition, self._edition))

    def put(self, path: str, page: FinishedPage) -> None:
        """Keep a page that was made in this build."""
        self._places[path] = _Place(self._keys[path], self._edition, page)

    def _hash(self, parts: Iterable[str]) -> str:
        """One hash of all parts, whichever edition they name: after a commit, that alone differs on most pages."""
        whole = sha256()
        for part in parts:
            raw = (part.replace(self._edition, "") if self._edition else part).encode("utf-8", "surrogatepass")
            whole.update(len(raw).to_bytes(8))
            whole.update(raw)
        return whole.hexdigest()


def _boxes(path: str, desk: Desk) -> Iterator[str]:
    """The directives of a page as they would be rendered. At which level of heading, its Markdown says."""
    page = desk.handbook.guide.page(path)
    context = Context(desk.handbook, path, 2, desk.downloads, desk.handouts)
    for placed in page.placed if page else ():
        problems = desk.problems_in(placed)
        if problems or placed.block is None:
            yield repr(problems)
        else:
            yield tostring(html.render(placed.block, context), encoding="unicode")


def _frame(handbook: Handbook) -> Iterator[str]:
    """What any page may show of the others, or lead to: all but their running text and what is in their directives."""
    yield (handbook.root / CONFIG).read_text("utf-8", errors="replace")
    for template in sorted((handbook.root / THEME).rglob("*.html")):
        yield from (str(template), template.read_text("utf-8", errors="replace"))
    for path in sorted(handbook.files):
        state = (handbook.root / DOCS / path).stat()
        yield path if path.endswith(".md") else f"{path} {state.st_size} {state.st_mtime_ns}"
    for page in handbook.guide.pages:
        yield repr((page.path, page.file, page.meta, page.generated))
        yield repr([(heading.level, heading.text, heading.anchor) for heading in page.headings])
        yield repr([(placed.kind, placed.block and (placed.block.id, placed.block.title)) for placed in page.placed])
    yield repr((handbook.guide.sections, handbook.glossary, handbook.reviews, handbook.editor, handbook.site))
    yield repr((handbook.profile.values, handbook.organization.settings))
