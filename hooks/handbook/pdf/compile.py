"""Prints a tree: Typst makes it a tagged PDF (PDF/UA-1 and PDF/A-2a), then each table row gets its heading.

A browser has no pikepdf: there it stays as Typst wrote it, the same pages, words and tags but for those headings.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import typst

from ..model.palette import LIGHT
from . import fonts
from .formats import PageFormat
from .pagination import PagePart, page_starts, spread
from .result import Compiled, PrintError
from .runs import Tree

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    import pikepdf

    Change: TypeAlias = Callable[[pikepdf.Pdf], None]

FOLDER = Path(__file__).parent
STANDARDS: list[typst.PDFStandard] = ["ua-1", "a-2a"]

_SLACK = 0.5
"""Points of a page that stay free."""


def compile_tree(
    template: str, tree: Tree, timestamp: int, change: Change | None = None, more_fonts: Sequence[Path] = ()
) -> Compiled:
    """The PDF of a tree, dated with `timestamp` (seconds since 1970). The same tree gives the same bytes.

    `change` is made to the document before it is saved, where there is a pikepdf. `more_fonts` are folders of fonts
    besides those of the guide. Raises PrintError when the template
    finds a fault; a warning is one too.
    """
    compiler = _compiler(template, tree, more_fonts)
    try:
        pdf, warnings = compiler.compile_with_warnings(format="pdf", pdf_standards=STANDARDS, timestamp=timestamp)
        facts = json.loads(compiler.query("<facts>", field="value"))
    except RuntimeError as error:
        raise _as_print_error(error) from error
    if warnings:
        raise PrintError("; ".join(warning.message for warning in warnings))
    assert isinstance(pdf, bytes)
    if find_spec("pikepdf") is None:
        return Compiled(pdf, 0, facts)
    from .row_heads import with_row_heads  # noqa: PLC0415 (so is pikepdf)

    return Compiled(*with_row_heads(pdf, change), facts)


def paged(tree: Tree) -> Tree:
    """The tree of the guide with the parts that begin a page, those higher than one, more space, and its thumb marks.

    The template measures all that first, which may raise PrintError. Heights are rounded, so a little of each page
    stays free.
    """
    try:
        facts = json.loads(_compiler("guide", {**tree, "measuring": True}).query("<facts>", field="value"))
    except RuntimeError as error:
        raise _as_print_error(error) from error
    parts = [PagePart(**part) for part in facts[0]["parts"]]
    high, before = PageFormat(**tree["format"]).high, 3 if tree["numbers"] else 2
    starts = page_starts(parts, high - _SLACK, before + 1, tree["fold"])
    tall = [at for at, part in enumerate(parts) if part.height > high]
    more = spread(parts, starts, high)
    return {**tree, "breaks": starts, "tall": tall, "more": more, "marks": facts[0]["marks"]}


def _as_print_error(error: RuntimeError) -> PrintError:
    """What Typst says: of a compilation with its hints, of a query in one line."""
    return PrintError(" ".join([error.message, *error.hints]) if isinstance(error, typst.TypstError) else str(error))


def _compiler(template: str, tree: Tree, more_fonts: Sequence[Path] = ()) -> typst.Compiler:
    inputs = {"guide": json.dumps({"palette": LIGHT, **tree})}
    available = _fonts_in(*more_fonts, *fonts.FOLDERS) if more_fonts else _fonts()
    return typst.Compiler(FOLDER / f"{template}.typ", root=FOLDER, font_paths=available, sys_inputs=inputs)


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    return _fonts_in(*fonts.FOLDERS)


def _fonts_in(*folders: Path) -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=list(folders))
