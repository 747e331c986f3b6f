"""Prints a tree: Typst makes it a tagged PDF (PDF/UA-1), then each table row gets its heading."""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import typst

from . import fonts
from .inline import Tree

TEMPLATE = Path(__file__).parent / "template.typ"


class PrintError(Exception):
    """The guide could not be printed; its text says why."""


def compile_guide(tree: Tree, timestamp: int) -> bytes:
    """The PDF of a tree, dated with `timestamp` (seconds since 1970). The same tree gives the same bytes.

    Raises PrintError when the template finds a fault; a warning is one too.
    """
    try:
        pdf, warnings = typst.compile_with_warnings(
            TEMPLATE,
            root=TEMPLATE.parent,
            font_paths=typst.Fonts(False, False, [fonts.FOLDER]),
            sys_inputs={"guide": json.dumps(tree)},
            pdf_standards="ua-1",
            timestamp=timestamp,
        )
    except typst.TypstError as error:
        raise PrintError(" ".join([error.message, *error.hints])) from error
    if warnings:
        raise PrintError("; ".join(warning.message for warning in warnings))
    return _with_row_headings(pdf)


def _with_row_headings(pdf: bytes) -> bytes:
    """Mark the first cell of each row as its heading.

    Typst 0.15 can do so only behind a switch that its Python package lacks. A cell's own list of headings
    goes, since it names those of columns alone: without it a reader follows the scopes, which say it all.
    """
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        for body in _elements(document.Root.StructTreeRoot, "/TBody"):
            for row in _elements(body, "/TR"):
                _head_row(list(_elements(row, "/TD")))
        document.save(
            out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate, recompress_flate=True
        )
    return out.getvalue()


def _head_row(cells: list[pikepdf.Object]) -> None:
    first, *rest = cells
    first.S = pikepdf.Name.TH
    first.A = pikepdf.Dictionary(O=pikepdf.Name.Table, Scope=pikepdf.Name.Row)
    for cell in rest:
        for attributes in _children(cell.get("/A")):
            if "/Headers" in attributes:
                del attributes["/Headers"]


def _elements(parent: pikepdf.Object, role: str) -> Iterator[pikepdf.Object]:
    """The structure elements of a role below another, in reading order; not those within one of that role."""
    for child in _children(parent.get("/K")):
        if child.get("/S") == role:
            yield child
        else:
            yield from _elements(child, role)


def _children(content: pikepdf.Object | None) -> Iterator[pikepdf.Object]:
    for child in content if isinstance(content, pikepdf.Array) else [content]:
        if isinstance(child, pikepdf.Dictionary):
            yield child
