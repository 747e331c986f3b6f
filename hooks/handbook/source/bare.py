"""Texts without marks: Markdown's inline patterns need not look at them, and most texts are so."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown.util import AtomicString

_MARKS = re.compile(r"[*_`\[<&\\{\n\x02]")


class Bare(AtomicString):
    """A text in which no inline pattern of Python-Markdown or of ours finds anything."""


def is_bare(text: str) -> bool:
    """Whether a text has no marks."""
    return not _MARKS.search(text)


def spare(element: Element) -> None:
    """Let the inline patterns pass over the texts of a tree that have no marks. What comes out is the same."""
    for part in element.iter():
        part.text, part.tail = _spared(part.text), _spared(part.tail)


def _spared(text: str | None) -> str | None:
    return text if not text or isinstance(text, AtomicString) or not is_bare(text) else Bare(text)
