"""The printed half: the model of the handbook → a tree of plain data → a PDF for the pocket."""

from __future__ import annotations

from ..book import POCKET_GUIDE, Handbook
from ..edition import Edition
from ..problems import Problems
from .compile import PrintError, compile_guide
from .formats import QUARTER_LETTER, PageFormat
from .tree import guide_tree

__all__ = ["QUARTER_LETTER", "PageFormat", "PrintError", "check_print", "pocket_guide"]


def pocket_guide(
    handbook: Handbook,
    edition: Edition,
    site_url: str | None,
    problems: Problems,
    form: PageFormat = QUARTER_LETTER,
) -> bytes | None:
    """The pocket guide as a tagged PDF (PDF/UA-1); the same handbook, edition and address give the same bytes.

    None where the handbook lists no guide, and where something in it cannot be printed: that is recorded.
    """
    found = Problems()
    tree = guide_tree(handbook, edition, site_url or "", form, found)
    for problem in found:
        problems.add(problem.path, problem.line, problem.message, problem.cure)
    if tree is None or found.blocking:
        return None
    try:
        return compile_guide(tree, edition.timestamp)
    except PrintError as error:
        problems.add(
            POCKET_GUIDE,
            0,
            f"the guide cannot be printed: {error}",
            "Take the page added last out of this file, and tell IT.",
        )
        return None


def check_print(handbook: Handbook, problems: Problems) -> None:
    """Everything that the guide lists has a print form. For `handbook check`, which prints nothing."""
    guide_tree(handbook, Edition(), "", QUARTER_LETTER, problems)
