"""What the questions cover: sections by level; pages, headings, procedures and tables that no question asks about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from sys import maxsize

from ..book.read import Handbook
from ..model.blocks import Expectations, Procedure, Quiz
from ..model.guide import Destination, Guide, Page, PlacedBlock
from ..model.items import Item
from ..source.markup import Heading


@dataclass(frozen=True, slots=True)
class Coverage:
    """Questions in use by section and level, in the order of the menu; pages, headings and directives without one.

    Headings are those of pages that have a question.
    """

    sections: tuple[tuple[str, Counter[str]], ...]
    pages: tuple[Page, ...]
    headings: tuple[tuple[Page, Heading], ...]
    directives: tuple[PlacedBlock, ...]


def coverage(handbook: Handbook) -> Coverage:
    """What the questions in use cover. A question that refers to several sections counts in each."""
    guide = handbook.guide
    items = handbook.bank.active
    counts: dict[str, Counter[str]] = {section.folder: Counter() for section in guide.sections}
    for item in items:
        folders = {
            section.folder for there in _destinations(item, guide) if (section := guide.section_of(there.page.path))
        }
        for folder in folders:
            counts[folder][item.level] += 1
    asked = [there for item in items for there in _destinations(item, guide)]
    asked_pages = {there.page.path for there in asked}
    asked_names, refs = {there.anchor for there in asked}, {there.path for there in asked}
    return Coverage(
        tuple((section.title, counts[section.folder]) for section in guide.sections),
        tuple(page for page in _to_ask(guide) if page.path not in asked_pages),
        tuple(
            (page, heading)
            for page in _to_ask(guide)
            if page.path in asked_pages
            for heading in _unasked_headings(page, refs)
        ),
        tuple(placed for page in _to_ask(guide) for placed in page.blocks if _unasked(placed, asked_names)),
    )


def _destinations(item: Item, guide: Guide) -> Iterator[Destination]:
    """The places that an item refers to."""
    return (there for ref in item.refs if (there := guide.destination(ref)))


def _to_ask(guide: Guide) -> Iterator[Page]:
    """The pages of all sections but their first pages, which only lead on, and those made to hold a quiz."""
    for section in guide.sections:
        for page in guide.pages_of(section):
            holds_quiz = any(isinstance(placed.block, Quiz) and placed.block.quiz for placed in page.placed)
            if page.path != f"{section.folder}/index.md" and not holds_quiz:
                yield page


def _unasked_headings(page: Page, refs: set[str]) -> Iterator[Heading]:
    """The headings below which nothing is referred to, be it the section, one around it, or a box in it."""
    boxes = [placed.fence.line for placed in page.blocks if f"{page.path}#{placed.block.id}" in refs]
    asked = [page.below(heading) for heading in page.headings if f"{page.path}#{heading.anchor}" in refs]
    for at, heading in enumerate(page.headings):
        following = page.headings[at + 1].line if at + 1 < len(page.headings) else maxsize
        around = any(heading.line in lines or lines.start in range(heading.line, following) for lines in asked)
        if not around and not any(line in range(heading.line, following) for line in boxes):
            yield heading


def _unasked(placed: PlacedBlock, asked: set[str]) -> bool:
    return isinstance(placed.block, Procedure | Expectations) and placed.block.id not in asked
