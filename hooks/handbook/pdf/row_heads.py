"""Gives each row of a table in a PDF its heading, and saves the file small and always the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO

import pikepdf

from .normalize import saved

_TABLE = b"/TBody"


def with_row_heads(pdf: bytes, change: Callable[[pikepdf.Pdf], None] | None = None) -> tuple[bytes, int]:
    """The PDF with a heading for each table row, and with a change if one is given; and its number of pages."""
    with pikepdf.open(BytesIO(pdf)) as document:
        if _TABLE in pdf:  # to go through all tags takes longer than to write the file
            _head_rows(document)
        if change:
            change(document)
        return saved(document), len(document.pages)


def _head_rows(document: pikepdf.Pdf) -> None:
    """Mark the first cell of each row as its heading.

    Typst 0.15 can do so only behind a switch that its Python package lacks. A cell's own list of headings
    goes, since it names those of columns alone: without it a reader follows the scopes, which say it all.
    """
    for body in below(document.Root.StructTreeRoot, "/TBody"):
        for row in below(body, "/TR"):
            _head_row(list(below(row, "/TD")))


def _head_row(cells: list[pikepdf.Object]) -> None:
    first, *rest = cells
    first.S = pikepdf.Name.TH
    first.A = pikepdf.Dictionary(O=pikepdf.Name.Table, Scope=pikepdf.Name.Row)
    for cell in rest:
        for attributes in _children(cell.get("/A")):
            if "/Headers" in attributes:
                del attributes["/Headers"]


def below(parent: pikepdf.Object, role: str) -> Iterator[pikepdf.Object]:
    """The structure elements of a role below another, in reading order; not those within one of that role."""
    for child in _children(parent.get("/K")):
        if child.get("/S") == role:
            yield child
        else:
            yield from below(child, role)


def _children(content: pikepdf.Object | None) -> Iterator[pikepdf.Object]:
    for child in content if isinstance(content, pikepdf.Array) else [content]:
        if isinstance(child, pikepdf.Dictionary):
            yield child
