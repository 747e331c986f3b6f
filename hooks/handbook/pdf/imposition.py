"""Lays the pages of the guide onto sheets to print on both sides, cut across the middle, stack and fold."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pikepdf

from .formats import PER_LEAF
from .normalize import saved

Quarters = tuple[int, int, int, int]
"""The pages (from 1) on one side: upper left, upper right, lower left, lower right. 0 is none."""

_DRAWING = (
    "b B b* B* BI BT BX c cm cs CS d d0 d1 Do EI ET EX f F f* g G gs h i ID j J k K l m M n q Q re rg RG ri s S sc SC "
    "scn SCN sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' \""
)
"""All operators but those that mark content for the tag tree. Source: ISO 32000-1, annex A."""


def sides(pages: int) -> Iterator[Quarters]:
    """Which pages are on each side of the sheets, fronts and backs in turn, for a multiple of four pages.

    The halves of a cut sheet are nested: all upper ones outside, all lower ones inside. Turned over the long edge, the
    back of a right-hand page is on the left. An odd half stays empty.
    """
    leaves = pages // PER_LEAF
    sheets = -(-leaves // 2)
    for sheet in range(sheets):
        (upper_front, upper_back), (lower_front, lower_back) = (_leaf(at, pages) for at in (sheet, sheets + sheet))
        yield *upper_front, *lower_front
        yield *upper_back, *lower_back


def _leaf(at: int, pages: int) -> tuple[tuple[int, int], tuple[int, int]]:
    """The pages on the front and on the back of a folded half sheet, counted from the outside of the booklet."""
    if at >= pages // PER_LEAF:
        return (0, 0), (0, 0)
    first, last = 2 * at + 1, pages - 2 * at
    return (last, first), (first + 1, last - 1)


def lay_out(guide: bytes, frame: bytes) -> bytes:
    """The sheets: the pages of the guide laid into the frame.

    A screen reader finds only what the frame says: the pages are background there, and the guide itself is the file
    to read.
    """
    with pikepdf.open(BytesIO(frame)) as sheets, pikepdf.open(BytesIO(guide)) as pages:
        for side, quarters in zip(sheets.pages, sides(len(pages.pages)), strict=True):
            _fill(side, {number: pages.pages[number - 1] for number in quarters if number}, quarters)
        sheets.Root.ViewerPreferences.PrintScaling = pikepdf.Name("/None")
        sheets.Root.ViewerPreferences.Duplex = pikepdf.Name.DuplexFlipLongEdge
        return saved(sheets)


def _fill(side: pikepdf.Page, pages: dict[int, pikepdf.Page], quarters: Quarters) -> None:
    wide, high = (float(length) / 2 for length in side.mediabox[2:])
    corners = ((0.0, high), (wide, high), (0.0, 0.0), (wide, 0.0))
    sheets = []
    for number, (x, y) in zip(quarters, corners, strict=True):
        if number in pages:
            name = f"/Page{number}"  # pikepdf would choose one by chance
            side.add_resource(_without_tags(pages[number]), pikepdf.Name.XObject, pikepdf.Name(name))
            sheets.append(f"q 1 0 0 1 {x:.3f} {y:.3f} cm {name} Do Q")
    side.contents_add("\n".join(["/Artifact BMC", *sheets, "EMC\n"]).encode(), prepend=True)


def _without_tags(page: pikepdf.Page) -> pikepdf.Object:
    """The page as one drawing, its marks for the tag tree taken out: they would point into another file."""
    drawing = page.as_form_xobject()
    drawing.write(pikepdf.unparse_content_stream(pikepdf.parse_content_stream(page, _DRAWING)))
    return drawing
