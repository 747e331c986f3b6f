"""Prints a tree: Typst makes it a tagged PDF (PDF/UA-1 and PDF/A-2a), then each table row gets its heading.

A browser has no pikepdf: there it stays as Typst wrote it, the same pages, words and tags but for those headings.
"""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

import typst

from . import fonts
from .inline import Tree
from .result import Compiled, PrintError

FOLDER = Path(__file__).parent
STANDARDS: list[typst.PDFStandard] = ["ua-1", "a-2a"]


def compile_tree(template: str, tree: Tree, timestamp: int) -> Compiled:
    """The PDF of a tree, dated with `timestamp` (seconds since 1970). The same tree gives the same bytes.

    Raises PrintError when the template finds a fault; a warning is one too.
    """
    compiler = typst.Compiler(
        FOLDER / f"{template}.typ",
        root=FOLDER,
        font_paths=_fonts(),
        sys_inputs={"guide": json.dumps(tree)},
    )
    try:
        pdf, warnings = compiler.compile_with_warnings(format="pdf", pdf_standards=STANDARDS, timestamp=timestamp)
        facts = json.loads(compiler.query("<facts>", field="value"))
    except typst.TypstError as error:
        raise PrintError(" ".join([error.message, *error.hints])) from error
    if warnings:
        raise PrintError("; ".join(warning.message for warning in warnings))
    assert isinstance(pdf, bytes)
    if find_spec("pikepdf") is None:
        return Compiled(pdf, 0, facts)
    from .row_heads import with_row_heads  # noqa: PLC0415 (so is pikepdf)

    return Compiled(*with_row_heads(pdf), facts)


def forget() -> None:
    """Let Typst drop what it remembers of the documents before: it keeps that for ten more, and it is much."""
    nothing = typst.Compiler(FOLDER / "nothing.typ", root=FOLDER, font_paths=_fonts())
    for _ in range(11):
        nothing.compile(format="pdf")


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts.FOLDER])
