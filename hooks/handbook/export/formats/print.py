"""Tests on paper: question sheet, answer key, answer sheet and its overlay as tagged PDFs (PDF/UA-1), Letter and A4."""

from __future__ import annotations

from collections.abc import Iterable

from ...pdf.formats import PAPERS, PageFormat
from ..archive import zipped
from ..assessment import Assessment, Format, Losses
from ..sheets import on_page, sheet_trees
from ..sheets.answer_sheet import answer_sheets

MARGIN = {"top": 20.0, "bottom": 20.0, "inner": 22.0, "outer": 22.0}
TEXT = 11


def write(assessment: Assessment, losses: Losses) -> bytes:
    """The PDFs as a zip: `<test>-questions-letter.pdf` and so on. Raises PrintError only by a fault of ours."""
    pdfs = _pdfs(assessment, losses, PAPERS)
    files = {f"{assessment.code or assessment.id}-{sheet}-{size}.pdf": pdf for (sheet, size), pdf in pdfs.items()}
    return zipped(files, assessment.edition)


def sheets(assessment: Assessment, losses: Losses, size: str) -> dict[str, bytes]:
    """The PDFs on paper of one size: `questions.pdf`, `answers.pdf`, and those to answer on and to mark with."""
    return {f"{sheet}.pdf": pdf for (sheet, _), pdf in _pdfs(assessment, losses, [size]).items()}


FORMAT = Format("PDFs to print, in a zip", ".zip", write, markup=True, parts=sheets)


def _pdfs(assessment: Assessment, losses: Losses, sizes: Iterable[str]) -> dict[tuple[str, str], bytes]:
    from ...pdf.compile import compile_tree  # noqa: PLC0415 (Typst is read only where something is printed)

    trees = sheet_trees(assessment, losses)
    pdfs: dict[tuple[str, str], bytes] = {}
    for size in sizes:
        for sheet, tree in trees.items():
            pdfs[sheet, size] = compile_tree("test", on_page(tree, _page(size)), assessment.edition.timestamp).pdf
        pdfs |= {(sheet, size): pdf for sheet, pdf in answer_sheets(assessment, size).items()}
    return pdfs


def _page(size: str) -> PageFormat:
    return PageFormat(PAPERS[size].width, PAPERS[size].height, **MARGIN, text=TEXT)
