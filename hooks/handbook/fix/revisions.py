"""Raises `rev` of every question of which something else is right now than in the last commit."""

from __future__ import annotations

import re
from pathlib import Path

from ..book.bank import ITEMS_FOLDER
from ..git.repository import git, text_at
from ..model.items import ITEMS, Item
from ..model.schema import parse
from ..source.document import Document, read_document
from ..source.problems import Problems


def with_revisions(root: Path, path: str, text: str) -> str:
    """The text of a file of questions with every `rev` raised that has to be."""
    document = read_document(path, text, Problems())
    if document is None or not git(root, "rev-parse", "--verify", "--quiet", "HEAD"):
        return text
    before = _items_of_head(root)
    lines = text.split("\n")
    for at, item in reversed(_items(document)):
        old = before.get(item.id)
        if old and old.fingerprint != item.fingerprint and item.rev <= old.rev:
            _raise(lines, document, at, old.rev + 1)
    return "\n".join(lines)


def _raise(lines: list[str], document: Document, at: int, rev: int) -> None:
    where = document.line((at, "rev")) - 1
    if document.has((at, "rev")):
        lines[where] = re.sub(r"rev:.*", f"rev: {rev}", lines[where])
    else:
        below = document.line((at, "id")) - 1
        column = len(re.match(r" *(?:- +)?", lines[below])[0])  # type: ignore[index]  # it always matches
        lines.insert(below + 1, f"{' ' * column}rev: {rev}")


def _items_of_head(root: Path) -> dict[str, Item]:
    items: dict[str, Item] = {}
    for path in git(root, "ls-tree", "-r", "--name-only", "HEAD", "--", ITEMS_FOLDER).split("\n"):
        document = read_document(path, text_at(root, "HEAD", path) or "", Problems()) if path else None
        items.update((item.id, item) for _, item in (_items(document) if document else ()))
    return items


def _items(document: Document) -> list[tuple[int, Item]]:
    items = []
    for at, entry in enumerate(document.data if isinstance(document.data, list) else ()):
        kind = str(entry.get("type")) if isinstance(entry, dict) else ""
        item = parse(ITEMS[kind], document, Problems(), (at,)) if kind in ITEMS else None
        if item:
            items.append((at, item))
    return items
