"""Prints a tree: the template makes it a tagged PDF (PDF/UA-1), then the first cell of each table row becomes its heading."""

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
    """Typst marks headings of columns, not yet of rows (0.15: an experimental switch that the package does not offer)."""
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        for body in _elements(document.Root.StructTreeRoot, "/TBody"):
            for row in _elements(body, "/TR"):
                _head_row(next(_elements(row, "/TD")))
        document.save(
            out,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            recompress_flate=True,
        )
    return out.getvalue()


def _elements(parent: pikepdf.Object, role: str) -> Iterator[pikepdf.Object]:
    """The structure elements of a role below another, in reading order; not those within one of that role."""
    children = parent.get("/K", pikepdf.Array())
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if not isinstance(child, pikepdf.Dictionary):
            continue
        if child.get("/S") == role:
            yield child
        else:
            yield from _elements(child, role)


def _head_row(cell: pikepdf.Object) -> None:
    cell.S = pikepdf.Name.TH
    cell.A = pikepdf.Dictionary(O=pikepdf.Name.Table, Scope=pikepdf.Name.Row)
