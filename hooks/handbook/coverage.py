"""What the questions cover: sections by level, and pages, procedures and tables that no question asks about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from .book import Handbook
from .model.blocks import Expectations, Procedure, Quiz
from .model.guide import Guide, Page, Placed
from .model.items import Item

LEVELS = ("recall", "apply", "judge")


@dataclass(frozen=True, slots=True)
class Coverage:
    """Questions in use by section and level, in the order of the menu; pages and directives without one."""

    sections: tuple[tuple[str, Counter[str]], ...]
    pages: tuple[Page, ...]
    directives: tuple[Placed, ...]


def coverage(handbook: Handbook) -> Coverage:
    """What the questions in use cover. A question that refers to several sections counts in each."""
    guide = handbook.guide
    items = [banked.item for banked in handbook.bank.items.values() if banked.item.status == "active"]
    counts: dict[str, Counter[str]] = {section.folder: Counter() for section in guide.sections}
    for item in items:
        folders = {section.folder for page in _pages(item, guide) if (section := guide.section_of(page))}
        for folder in folders:
            counts[folder][item.level] += 1
    asked_pages = {page for item in items for page in _pages(item, guide)}
    asked_names = {ref.rpartition("#")[2] for item in items for ref in item.refs}
    return Coverage(
        tuple((section.title, counts[section.folder]) for section in guide.sections),
        tuple(page for page in _to_ask(guide) if page.path not in asked_pages),
        tuple(placed for page in _to_ask(guide) for placed in page.placed if _unasked(placed, asked_names)),
    )


def _pages(item: Item, guide: Guide) -> set[str]:
    """The pages that an item refers to."""
    return {guide.blocks[ref].page if ref in guide.blocks else ref.partition("#")[0] for ref in item.refs}


def _to_ask(guide: Guide) -> Iterator[Page]:
    """The pages of all sections but their first pages, which only lead on, and those made to hold a quiz."""
    for section in guide.sections:
        for page in guide.pages_of(section):
            holds_quiz = any(isinstance(placed.block, Quiz) and placed.block.quiz for placed in page.placed)
            if page.path != f"{section.folder}/index.md" and not holds_quiz:
                yield page


def _unasked(placed: Placed, asked: set[str]) -> bool:
    return isinstance(placed.block, Procedure | Expectations) and placed.block.id not in asked
