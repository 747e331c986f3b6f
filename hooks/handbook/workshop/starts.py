"""Starts something new from its template: the files that it goes into, with their new text."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypedDict

from ..book.bank import ITEMS_FOLDER, QUIZZES
from ..book.read import DOCS, NEWS, REVIEWS, SECTIONS, Handbook
from ..fix.ids import new_name
from ..model.blocks import Cards
from ..model.guide import HOME, Section
from ..source.document import read_text
from ..source.names import slug
from ..source.problems import Problems
from ..source.templates import (
    SUMMARY,
    Started,
    card_start,
    item_start,
    news_start,
    page_start,
    quiz_start,
    review_start,
    section_start,
)

Texts = dict[str, str]
"""Files by their path, the one to go on with first."""

EVERYONE = "Everyone who helps customers"


class Beginning(TypedDict):
    """What to start: its kind, its first words, and where it goes (a section's folder, or a topic)."""

    kind: str
    words: str
    place: str
    type: str
    """Of a question."""
    day: str
    """Today, for what has a date."""


def begin(handbook: Handbook, beginning: Beginning) -> Texts:
    """The files with something new in them. Raises ValueError, in words, for what can't be begun."""
    if not beginning["words"].strip() and beginning["kind"] != "review":
        raise ValueError("Give it a title or its first words. You can change them later.")
    return _KINDS[beginning["kind"]](handbook, beginning)


def page_files(handbook: Handbook, section: Section, title: str, summary: str, keywords: list[str]) -> Texts:
    """A page with a card for it on the first page of its section. Raises ValueError where it already exists."""
    file = f"{slug(title) or 'new'}.md"
    path = f"{DOCS}/{section.folder}/{file}"
    if (handbook.root / path).exists():
        raise ValueError(f"{path} already exists. Choose another title.")
    name = new_name(section.folder.rpartition("/")[2], title, names_of(handbook))
    start = page_start(title, summary, keywords, name)
    return {path: start, **_with_card(handbook, section, card_start(file, title, summary))}


def names_of(handbook: Handbook) -> set[str]:
    """Every id that is taken."""
    return {*handbook.bank.items, *handbook.bank.quizzes, *handbook.guide.blocks, *handbook.unread}


def appended(handbook: Handbook, path: str, start: str) -> Texts:
    """A file with something at its end."""
    before = _read(handbook, path).rstrip()
    return {path: f"{before}\n\n{start}" if before else start}


def _page(handbook: Handbook, beginning: Beginning) -> Texts:
    section = _section(handbook, beginning["place"])
    return page_files(handbook, section, beginning["words"], SUMMARY, [])


def _question(handbook: Handbook, beginning: Beginning) -> Texts:
    topic = slug(beginning["place"]) or "new"
    name = new_name(topic, beginning["words"], names_of(handbook))
    started = Started(name, beginning["type"] or "single", "apply", beginning["words"], HOME, topic)
    return appended(handbook, f"{ITEMS_FOLDER}/{topic}.yml", item_start(started))


def _quiz(handbook: Handbook, beginning: Beginning) -> Texts:
    name = new_name("quiz", beginning["words"], names_of(handbook))
    first = next(iter(handbook.bank.active), None)
    start = quiz_start(name, beginning["words"], SUMMARY, [first.id] if first else [])
    return appended(handbook, QUIZZES, start)


def _news(handbook: Handbook, beginning: Beginning) -> Texts:
    """The newest is at the top, below the comments."""
    start = news_start(beginning["day"], EVERYONE, beginning["words"])
    lines = _read(handbook, NEWS).rstrip().split("\n")
    first = next((at for at, line in enumerate(lines) if line.startswith("- ")), None)
    if first is None:
        return appended(handbook, NEWS, start)
    return {NEWS: "\n".join([*lines[:first], start, *lines[first:], ""])}


def _review(handbook: Handbook, beginning: Beginning) -> Texts:
    section = _section(handbook, beginning["place"])
    return appended(handbook, REVIEWS, review_start(beginning["day"], section.folder, section.owner))


def _new_section(handbook: Handbook, beginning: Beginning) -> Texts:
    folder = slug(beginning["words"]) or "new"
    path, name = f"{DOCS}/{folder}/{HOME}", new_name(folder, beginning["words"], names_of(handbook))
    if (handbook.root / path).exists():
        raise ValueError(f"{path} already exists. Choose another title.")
    start = section_start(folder, beginning["words"])
    return {**appended(handbook, SECTIONS, start), path: page_start(beginning["words"], SUMMARY, [], name)}


_KINDS: dict[str, Callable[[Handbook, Beginning], Texts]] = {
    "page": _page,
    "question": _question,
    "quiz": _quiz,
    "news": _news,
    "review": _review,
    "section": _new_section,
}


def _section(handbook: Handbook, folder: str) -> Section:
    section = next((section for section in handbook.guide.sections if section.folder == folder), None)
    if section is None:
        raise ValueError("Choose the section that it belongs to.")
    return section


def _read(handbook: Handbook, path: str) -> str:
    return (read_text(handbook.root, path, Problems()) or "") if (handbook.root / path).exists() else ""


def _with_card(handbook: Handbook, section: Section, card: str) -> Texts:
    """The first page of a section with a card at the end of its cards, by its path. None where there are no cards."""
    index = handbook.guide.page(f"{section.folder}/{HOME}")
    cards = next((placed for placed in (index.placed if index else ()) if isinstance(placed.block, Cards)), None)
    if index is None or cards is None:
        return {}
    lines = _read(handbook, index.file).split("\n")
    end = cards.fence.line + len(cards.fence.body.rstrip("\n").split("\n"))
    lines[end:end] = card.rstrip("\n").split("\n")
    return {index.file: "\n".join(lines)}
