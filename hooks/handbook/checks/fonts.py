"""Checks of the fonts that a county adds for its language card."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from ..book.files import documents_below
from ..book.read import FONTS, Handbook
from ..source.codes import Code
from ..source.fonts import KINDS, FontError, characters
from ..source.problems import Problem

_TEXTS = (".txt", ".md", ".pdf", "")
"""Beside a font lies its license."""


def wrong_fonts(handbook: Handbook) -> Iterator[Problem]:
    """Each is a whole font, of a kind that can be printed, next to the others."""
    for name in documents_below(handbook.root / FONTS):
        path, kind = PurePosixPath(FONTS, name), PurePosixPath(name).suffix.lower()
        if kind in KINDS:
            yield from _unfit(handbook.root / path, path)
        elif kind not in _TEXTS:
            message = f'a file of this kind ("{kind}") can\'t be printed'
            yield Problem(str(path), 0, Code.PRINT_FONT, message, "Upload the .ttf or .otf file of the font instead.")


def _unfit(file: Path, path: PurePosixPath) -> Iterator[Problem]:
    if str(path.parent) != FONTS:
        message = f"this font is not read, because it is in a folder below {FONTS}"
        yield Problem(str(path), 0, Code.PRINT_FONT, message, f"Move it to {FONTS}.")
        return
    try:
        characters(file.read_bytes())
    except FontError as error:
        hint = "Upload a new copy of it, or delete it and use another font."
        yield Problem(str(path), 0, Code.PRINT_FONT, f"this file {error}", hint)
