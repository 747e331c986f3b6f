"""The fonts of what is printed, and which characters they can print."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from ..source.fonts import characters

FOLDER = Path(__file__).parent / "fonts"
LANGUAGES = Path(__file__).parent / "language-fonts"
"""For names and languages in other scripts, in one weight."""

FOLDERS = (FOLDER, LANGUAGES)
"""Where all of them are."""


def unprintable(text: str) -> str:
    """The characters of a text that no font here can print, each once, in order."""
    return _lacking(text, *FOLDERS)


def foreign(text: str) -> str:
    """Those that the fonts of running text lack, each once, in order."""
    return _lacking(text, FOLDER)


def _lacking(text: str, *folders: Path) -> str:
    printable = _characters_in(*folders)
    return "" if printable.issuperset(text) else "".join(dict.fromkeys(char for char in text if char not in printable))


@lru_cache(maxsize=2)
def _characters_in(*folders: Path) -> frozenset[str]:
    return frozenset().union(*(characters(file.read_bytes()) for folder in folders for file in folder.glob("*.ttf")))
