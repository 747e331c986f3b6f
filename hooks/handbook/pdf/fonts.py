"""The fonts of the printed guide, and which characters they can print."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from ..source.fonts import characters

FOLDER = Path(__file__).parent / "fonts"


def unprintable(text: str) -> str:
    """The characters of a text that no font here can print, each once, in order."""
    printable = _printable()
    return "" if printable.issuperset(text) else "".join(dict.fromkeys(char for char in text if char not in printable))


@lru_cache(maxsize=1)
def _printable() -> frozenset[str]:
    return frozenset().union(*(characters(file.read_bytes()) for file in FOLDER.glob("*.ttf")))
