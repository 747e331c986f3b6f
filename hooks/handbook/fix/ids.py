"""Gives an id to every question and directive that has none."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from ..book.bank import ITEMS_FOLDER
from ..book.pages import read_page
from ..book.read import DOCS
from ..model.blocks import BLOCKS
from ..source.document import Node, read_document
from ..source.problems import Problems

_ID = re.compile(r"^ *(?:- +)?id: *([\w-]+)", re.MULTILINE)
_SMALL = re.compile(
    r"an?|and|are|as|at|be|by|do(es)?|for|from|has|how|in|is|it|of|on|or|that|the|this|to|what|your?|\d+"
)
_LONGEST = 48


def with_ids(root: Path, path: str, text: str) -> str:
    """The text with an id in every entry that lacks one: the topic, then words of the question or title."""
    places = _nameless_items(path, text) if path.startswith(ITEMS_FOLDER) else _nameless_boxes(path, text)
    taken = _taken(root) if places else set()
    lines = text.split("\n")
    for at, topic, words in sorted(places, reverse=True):
        name = new_name(topic, words, taken)
        lead, dash, rest = re.fullmatch(r"( *)(- +)?(.*)", lines[at]).groups(default="")  # type: ignore[union-attr]
        inner = lead + " " * len(dash)
        lines[at : at + 1] = [f"{lead}{dash}id: {name}", inner + rest] if dash else [f"{lead}id: {name}", lead + rest]
    return "\n".join(lines)


def new_name(topic: str, text: str, taken: set[str]) -> str:
    """An id that is not taken: the topic and up to three telling words. It is taken from now on."""
    words = [word for word in re.findall(r"[a-z0-9]+", text.lower()) if not _SMALL.fullmatch(word)]
    base = "-".join([topic, *words[:3]])[: _LONGEST - 3].strip("-") or topic
    name, number = base, 2
    while name in taken:
        name, number = f"{base}-{number}", number + 1
    taken.add(name)
    return name


def _taken(root: Path) -> set[str]:
    files: Iterable[Path] = [*root.glob(f"{DOCS}/**/*.md"), *root.glob("quizbank/**/*.yml")]
    return {name for file in files for name in _ID.findall(file.read_text("utf-8", errors="replace"))}


def _nameless_items(path: str, text: str) -> list[tuple[int, str, str]]:
    document = read_document(path, text, Problems())
    entries: list[Node] = document.data if document and isinstance(document.data, list) else []
    return [
        (document.line((at,)) - 1, Path(path).stem, str(entry.get("stem", "") or entry.get("from", "")))
        for at, entry in enumerate(entries)
        if document and isinstance(entry, dict) and not entry.get("id")
    ]


def _nameless_boxes(path: str, text: str) -> list[tuple[int, str, str]]:
    if not path.endswith(".md"):
        return []
    page = read_page(path.removeprefix(f"{DOCS}/"), text, Problems())
    topic = Path(page.path).parent.name or Path(page.path).stem
    return [
        (placed.fence.line, topic, str(placed.document.data.get("title", "")))
        for placed in page.placed
        if placed.kind in BLOCKS
        and placed.document
        and isinstance(placed.document.data, dict)
        and placed.document.data
        and "id" not in placed.document.data
    ]
