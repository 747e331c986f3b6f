"""Texts of a page made ready for a question: no links, whole sentences, quotes around what is said."""

from __future__ import annotations

import re
from functools import lru_cache

_LINKED_POINTER = re.compile(r"(?:See|Read) \[")
_POINTER = re.compile(r"\b(?:(?:list|table|steps|box|worksheet)s? (?:below|above)|this page)\b")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"])")


@lru_cache(maxsize=65536)
def unlinked(text: str) -> str:
    """The text with the words of its links alone, and without sentences that only point to another place.

    Empty when nothing is left.
    """
    parts = (part for part in _END.split(text) if not _LINKED_POINTER.match(part) and not _POINTER.search(part))
    return _LINK.sub(r"\1", " ".join(parts))


def first_and_rest(text: str) -> tuple[str, str]:
    """The first sentence of a text, and what follows it."""
    first, *rest = _END.split(text, maxsplit=1)
    return first, " ".join(rest)


def sentence(text: str) -> str:
    """The text with an end."""
    return text if text.endswith((".", "!", "?", "”", '"')) else f"{text}."


def quoted_words(text: str) -> str:
    """Words to say in quotes."""
    return f"“{text.strip('“”')}”" if not text.startswith('"') else text


def joined(*parts: str | None) -> str:
    """Those of the parts that there are, as sentences one after the other."""
    return " ".join(sentence(part) for part in parts if part)
