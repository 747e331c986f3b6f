"""How full the pages of a printed guide are."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.pdf import PageFormat
from support.pdf_ink import inked

_ROUNDING = 0.1
"""Millimeters."""


def page_fills(pdf: bytes, form: PageFormat) -> list[float]:
    """How much of each page is used, from its upper margin down to the lowest ink between its margins (0 to 1)."""
    lowest: dict[int, float] = {}
    for mark in inked(pdf):
        left, right = (form.inner, form.outer) if mark.page % 2 else (form.outer, form.inner)
        inside = left - _ROUNDING <= mark.x <= form.width - right + _ROUNDING and mark.y >= form.bottom - _ROUNDING
        lowest[mark.page] = min(lowest.get(mark.page, form.height), mark.y if inside else form.height)
    high = form.height - form.top - form.bottom
    return [(form.height - form.top - lowest[page]) / high for page in sorted(lowest)]


def panel_fills(pdf: bytes, form: PageFormat) -> Iterator[float]:
    """The same of the eight panels of a mini guide, row by row; those of the upper row are upside down."""
    marks = [mark for mark in inked(pdf) if mark.text]
    for row in range(2):
        for column in range(4):
            ys = [mark.y for mark in marks if _in(mark.x, column, form.width) and _in(mark.y, row, form.height)]
            used = form.height - min(ys) if row == 0 else max(ys) - form.height
            yield (used - form.top) / (form.height - form.top - form.bottom)


def _in(place: float, at: int, length: float) -> bool:
    return at * length <= place < (at + 1) * length
