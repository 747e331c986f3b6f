"""Tests on paper: question sheet and answer key as tagged PDFs (PDF/UA-1), each on Letter and on A4, in one zip."""

from __future__ import annotations

from ...pdf.compile import compile_tree
from ...pdf.formats import PAPERS, PageFormat
from ..archive import zipped
from ..paper import Format, Losses, Paper
from ..sheets import on_page, sheet_trees

MARGIN = {"top": 20.0, "bottom": 20.0, "inner": 22.0, "outer": 22.0}
TEXT = 11


def printed(paper: Paper, losses: Losses) -> dict[str, bytes]:
    """Each PDF by its name: `<test>-questions-letter.pdf` and so on. Raises PrintError only by a fault of ours."""
    trees = sheet_trees(paper, losses)
    return {
        f"{paper.code or paper.id}-{sheet}-{size}.pdf": _pdf(trees[sheet], size, paper)
        for size in PAPERS
        for sheet in trees
    }


def _pdf(tree: dict[str, object], size: str, paper: Paper) -> bytes:
    page = PageFormat(PAPERS[size].width, PAPERS[size].height, **MARGIN, text=TEXT)
    return compile_tree("test", on_page(tree, page), paper.edition.timestamp).pdf


def write(paper: Paper, losses: Losses) -> bytes:
    """The PDFs as a zip."""
    return zipped(printed(paper, losses), paper.edition)


FORMAT = Format("PDFs to print, in a zip", ".zip", write, markup=True)
