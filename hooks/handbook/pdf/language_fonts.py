"""The fonts of the language card: the one that comes with the handbook, and those that a county adds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ..book.read import FONTS
from ..source.cache import fingerprint
from ..source.fonts import KINDS, FontError, characters
from .fonts import LANGUAGES, foreign

JOINERS = "\u200c\u200d"
"""Marks between letters, which no font has to draw. Persian and the scripts of India are misspelled without them."""


@dataclass(frozen=True)
class LanguageFonts:
    """What can print the lines of the card that the fonts of the guide can't. `root` is the handbook's folder."""

    root: Path

    @property
    def folders(self) -> tuple[Path, ...]:
        """Where they are: the county's own go first."""
        return (self.root / FONTS, LANGUAGES)

    @cached_property
    def fingerprint(self) -> str:
        """A hash of all of them."""
        return fingerprint(part for file in self._files for part in (file.name, file.read_bytes()))

    def family(self, text: str) -> str | None:
        """The first that has all characters of a text that the guide's own fonts lack. None where none has them."""
        lacking = self._lacking(text)
        return next((family for family, missing in lacking.items() if not missing), None)

    def missing(self, text: str) -> str:
        """The characters that keep a text from being printed: those that even the nearest font lacks."""
        return min(self._lacking(text).values(), key=len)

    def _lacking(self, text: str) -> dict[str, str]:
        """What each family lacks of what the guide's own fonts lack, in order."""
        needed = [char for char in foreign(text) if char not in JOINERS]
        return {
            family: "".join(char for char in needed if char not in letters)
            for family, letters in self._families.items()
        }

    @cached_property
    def _families(self) -> dict[str, frozenset[str]]:
        """The characters of each family, under the name by which Typst knows it."""
        import typst  # noqa: PLC0415 (read only where something is to print)

        folders = [folder for folder in self.folders if folder.is_dir()]
        names = {Path(font.path or ""): font.family for font in typst.Fonts(False, False, folders).fonts()}
        families: dict[str, frozenset[str]] = {}
        for file in self._files:
            if file in names:
                families.setdefault(names[file], _characters_of(file))
        return families

    @cached_property
    def _files(self) -> list[Path]:
        return [file for folder in self.folders for file in font_files(folder)]


def font_files(folder: Path) -> Iterator[Path]:
    """The files of a folder that are fonts by their names, in the order of these."""
    return (file for file in sorted(folder.glob("*")) if file.suffix.lower() in KINDS and file.is_file())


def _characters_of(file: Path) -> frozenset[str]:
    """The characters of a font; none of one that can't be printed, which the check reports."""
    try:
        return characters(file.read_bytes())
    except FontError:
        return frozenset()
