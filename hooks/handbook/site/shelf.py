"""Keeps finished pages: a build makes a page again only where it could come out otherwise than in an earlier one.

A page is kept by all that it is made of: its Markdown, its directives as they are rendered now, whatever they show of
other pages and of the bank, and what any page may show of the handbook: its frame, titles, anchors, terms, values.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from .. import html
from ..assembly import fixed_questions
from ..book.read import DOCS, Handbook
from ..html.context import Context
from ..html.sheet import spoken_boxes
from ..model.blocks import Progress, Quiz, Sheet
from ..model.dates import edition_in_words
from ..source.cache import Cache, CacheEntry, fingerprint
from .markdown_extension import Desk

_HTML = ""
"""In an entry of the cache, the name of the page itself: no file that it loads has it."""

_ODD = "surrogatepass"
"""A text that was typed as a code may hold what no file can."""


@dataclass(frozen=True, slots=True)
class FinishedPage:
    """A whole page as HTML, the files that it loads, and what the host has to know of it for the others, as JSON."""

    html: str
    files: Mapping[str, str]
    facts: Any


class Shelf:
    """The pages that earlier builds kept, for one build, which asks for each page once and then may put it there.

    Pages are named by their path from docs. `surroundings` is all that they are made of and the library doesn't know.
    """

    def __init__(self, desk: Desk, surroundings: Iterable[str | bytes]) -> None:
        self._desk, self._cache = desk, Cache(desk.handbook.root)
        self._editions = _names_of_edition(desk.handbook)
        self._frame = self._hash([str((desk.preview, len(self._editions))), *surroundings, *_frame(desk.handbook)])
        self._keys: dict[str, str] = {}

    def find(self, path: str, text: str) -> FinishedPage | None:
        """The page whose Markdown this is, as it was made before. None where it could differ."""
        key = self._keys[path] = self._hash([self._frame, path, text, *_boxes(path, self._desk)])
        entry = self._cache.find(("page", key))
        if entry is None:
            return None
        editions, facts = entry.facts
        files = {name: self._of_today(content.decode("utf-8", _ODD), editions) for name, content in entry.files.items()}
        return FinishedPage(files.pop(_HTML), files, facts)

    def put(self, path: str, page: FinishedPage) -> None:
        """Keep a page that was made in this build."""
        files = {name: text.encode("utf-8", _ODD) for name, text in {_HTML: page.html, **page.files}.items()}
        self._cache.keep(("page", self._keys[path]), CacheEntry(files, [self._editions, page.facts]))

    def _of_today(self, text: str, editions: Iterable[str]) -> str:
        """A text that names an earlier edition, with that of today. No other text can hold the revision of a commit."""
        for old, new in zip(editions, self._editions, strict=True):
            text = text.replace(old, new)
        return text

    def _hash(self, parts: Iterable[str | bytes]) -> str:
        """One hash of all parts, whichever edition they name: after a commit, that alone differs on most pages."""
        return fingerprint(self._without_edition(part) if isinstance(part, str) else part for part in parts)

    def _without_edition(self, text: str) -> str:
        for edition in self._editions:
            text = text.replace(edition, "")
        return text


def _names_of_edition(handbook: Handbook) -> tuple[str, ...]:
    """How pages name the edition. None where it has no revision: then it is a text as any other."""
    edition = handbook.edition
    return (edition_in_words(edition), str(edition)) if edition.revision else ()


def _boxes(path: str, desk: Desk) -> Iterator[str]:
    """All that the directives of a page show. At which level of heading, its Markdown says."""
    page = desk.handbook.guide.page(path)
    context = Context(desk.handbook, path, 2, desk.downloads, desk.handouts, desk.workshop)
    for placed in page.placed if page else ():
        problems = desk.problems_in(placed)
        if problems or placed.block is None:
            yield repr(problems)
        elif isinstance(placed.block, Quiz | Progress):
            yield from _questions(placed.block, desk.handbook)
        elif isinstance(placed.block, Sheet):
            yield from (f"{box.page} {box.block.model_dump_json()}" for box in spoken_boxes(context))
        else:
            parts = html.render(placed.block, context).iter()
            yield "".join(f"<{part.tag}{part.attrib}{len(part)}>{part.text}\0{part.tail}" for part in parts)


def _questions(block: Quiz | Progress, handbook: Handbook) -> Iterator[str]:
    """What a directive with questions shows: themselves say it in less time than they take to render."""
    bank, quizzes = handbook.bank, [block]
    if isinstance(block, Progress):  # it lists all quizzes, and asks all questions
        quizzes += [placed.block for placed in handbook.guide.blocks.values() if isinstance(placed.block, Quiz)]
    items = fixed_questions(block, bank, handbook.profile) if isinstance(block, Quiz) else bank.active
    yield repr((quizzes, [form for form, _, _ in bank.quizzes.values()]))
    yield from (item.model_dump_json() for item in items)


def _frame(handbook: Handbook) -> Iterator[str | bytes]:
    """What any page may show of the others, or lead to: all but their running text and what is in their directives."""
    for path in sorted(handbook.files):
        yield path
        if path.endswith(".svg"):  # it may stand in a page; a page only names any other
            yield (handbook.root / DOCS / path).read_bytes()
    for page in handbook.guide.pages:
        yield repr((page.path, page.file, page.meta, page.generated))
        yield repr([(heading.level, heading.text, heading.anchor) for heading in page.headings])
        yield repr([(placed.kind, placed.block and (placed.block.id, placed.block.title)) for placed in page.placed])
    yield repr((handbook.guide.sections, handbook.glossary, handbook.reviews, handbook.editor, handbook.site))
    yield repr((handbook.profile.values, handbook.organization.settings, sorted(handbook.gone)))
