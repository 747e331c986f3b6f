"""The answer sheet of a test, to fill in on paper or on screen, and the key to lay over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...model.answer_sheet import sheet_rows
from ...pdf.answer_sheet import MEASURES, PERSON, digit_tree, page_trees, place_rows
from ...pdf.formats import PAPERS, PageFormat
from ...pdf.marks import corner_marks, sheet_code
from ...pdf.runs import Tree
from ..assessment import Assessment
from . import sheet_head

if TYPE_CHECKING:
    import pikepdf

HOW = (
    "Put a cross or a check mark in the box right of your letter, or fill the box.",
    "Changed your mind? Black out the letter left of the box that shouldn't count.",
    "Row 6.1 is for number 1 in question 6: its first line, or the first place in an order.",
    "Write your code, not your name, on the line above. Don't fold the sheet.",
)
HOW_KEY = (
    "Print this on a transparency and lay it over a sheet, corner on corner: only marks inside a ring are right.",
    "In a row for one letter with two rings, either is right, but not twice in the same question.",
)

_SHEETS = {"answer-sheet": False, "key-overlay": True}


def answer_sheets(assessment: Assessment, size: str) -> dict[str, bytes]:
    """Both sheets as PDFs by name, on paper of a size. None where no question of the test has a row."""
    from ...pdf.compile import compile_tree  # noqa: PLC0415 (Typst is read only where something is printed)

    trees, stamp = answer_trees(assessment, size), assessment.edition.timestamp
    code = _code(assessment)

    def change(document: pikepdf.Pdf) -> None:
        from ...pdf.fields import add_fields  # noqa: PLC0415 (a browser has no pikepdf: there it can only be printed)

        add_fields(document, place_rows(sheet_rows(assessment.items, code)), _page(size), code)

    return {
        name: compile_tree("answer-sheet", tree, stamp, None if _SHEETS[name] else change).pdf
        for name, tree in trees.items()
    }


def answer_trees(assessment: Assessment, size: str) -> dict[str, Tree]:
    """Both sheets as the template prints them"""
    code = _code(assessment)
    placed_rows = place_rows(sheet_rows(assessment.items, code))
    if not placed_rows:
        return {}
    trees: dict[str, Tree] = {}
    for name, key in _SHEETS.items():
        pages = page_trees(placed_rows, key=key)
        codes = [] if key else [sheet_code(code, number) for number in range(1, len(pages) + 1)]
        tree = {"pages": pages, "codes": codes, "format": _page(size).tree()}
        trees[name] = {**sheet_head(assessment, name), **_sheet(code, key=key), **tree}
    return trees


def _code(assessment: Assessment) -> str:
    return assessment.code or assessment.id


def _page(size: str) -> PageFormat:
    paper = PAPERS[size]
    return PageFormat(paper.width, paper.height, top=0, bottom=0, inner=0, outer=0, text=10)


def _sheet(code: str, *, key: bool) -> Tree:
    person = {"x": PERSON.x, "y": PERSON.y, "width": PERSON.width, "height": PERSON.height}
    sheet = {"key": key, "code": code, "how": HOW_KEY if key else HOW, "person": person, "digits": digit_tree()}
    return {**sheet, "measures": MEASURES, "corners": corner_marks()}
