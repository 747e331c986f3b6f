"""Large print: the reading pages drawn larger, so that "p. 9" is the same page in both."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

import pikepdf

from .normalize import saved

_PLACES = ("/MediaBox", "/Rect", "/QuadPoints")
"""What gives places on a page. Source: ISO 32000-1, 7.7.3.3 and 12.5.2."""


def enlarged(pdf: bytes, times: float) -> bytes:
    """The same PDF with pages so many times as large. Whatever gives a place on a page grows with it."""
    with pikepdf.open(BytesIO(pdf)) as document:
        for page in document.pages:
            page.contents_add(f"q {times} 0 0 {times} 0 0 cm".encode(), prepend=True)
            page.contents_add(b"Q")
        for each in document.objects:
            _enlarge(each, times)
        return saved(document)


def _enlarge(part: object, times: float) -> None:
    """The places in an object, and in the objects written within it."""
    if isinstance(part, pikepdf.Dictionary):
        for name, value in part.items():
            if name in _PLACES or (name == "/BBox" and "/O" in part):  # /O: an attribute of a tag
                part[name] = _times(value, times)
            elif _is_within(value):
                _enlarge(value, times)
    elif isinstance(part, pikepdf.Array):
        if len(part) > 3 and part[1] == "/XYZ":
            part[2], part[3] = _times([part[2], part[3]], times)
        for value in part:
            if _is_within(value):
                _enlarge(value, times)


def _is_within(value: object) -> bool:
    return isinstance(value, pikepdf.Object) and not value.is_indirect


def _times(numbers: Iterable[object], times: float) -> pikepdf.Array:
    return pikepdf.Array([round(float(str(number)) * times, 3) for number in numbers])
