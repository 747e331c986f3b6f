"""Accepted answers of other programs. These compare letter by letter, so their files list many spellings of one."""

from __future__ import annotations

from ..model.spelling import plain
from ..source.document import Node


def each_once(accept: list[Node]) -> list[Node]:
    """Accepted answers without those in words that say the same as one before them (`spelling.plain`)."""
    by_words: dict[str | int, Node] = {}
    for at, answer in enumerate(accept):
        by_words.setdefault(_words(answer, at), answer)
    return list(by_words.values())


def _words(answer: Node, at: int) -> str | int:
    """What an answer says; of one that is not in words, its place."""
    text = answer.get("text") if isinstance(answer, dict) else answer
    return plain(text) if isinstance(text, str) else at
