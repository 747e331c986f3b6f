"""What a machine finds an answer sheet by: a mark in each corner, and a code that says which sheet it is."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from .qr import QUIET

if TYPE_CHECKING:
    import segno

VERSION = "HB1"
"""Begins the text of the code: how the sheet is laid out."""


@lru_cache(maxsize=1)
def corner_marks() -> tuple[str, ...]:
    """The marks as SVG: Micro QR codes of 1 to 4, from the upper left line by line. Each is told from the others."""
    import segno  # noqa: PLC0415 (only a sheet has them)

    return tuple(_svg(segno.make_micro(str(number), version="M2", error="l"), 0) for number in range(1, 5))


@lru_cache(maxsize=64)
def sheet_code(form: str, page: int) -> str:
    """The code of a page as SVG: layout, form code, page, and 0 for a sheet that isn't numbered."""
    import segno  # noqa: PLC0415

    return _svg(segno.make(f"{VERSION}|{form}|{page}|0", error="q", micro=False, boost_error=False), QUIET)


def _svg(code: segno.QRCode, border: int) -> str:
    out = BytesIO()
    code.save(out, kind="svg", border=border, xmldecl=False, svgclass=None, lineclass=None, light="#fff")
    return out.getvalue().decode().strip()
