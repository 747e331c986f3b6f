"""The printed half: the model of the handbook → a tree of plain data → PDFs to read, to fold and to carry."""

from __future__ import annotations

from collections.abc import Iterable

from ..book.read import POCKET_GUIDE, Handbook
from ..git.edition import Edition
from ..source.codes import Code
from ..source.problems import Problems
from .formats import PAPERS, GuideFormat, PageFormat
from .printer import PdfFile, Press
from .result import PrintError
from .tree import guide_tree

__all__ = ["PAPERS", "GuideFormat", "PageFormat", "PdfFile", "PrintError", "check_print", "print_guide"]


def print_guide(
    handbook: Handbook,
    edition: Edition,
    site: str,
    problems: Problems,
    formats: Iterable[GuideFormat] = tuple(GuideFormat),
) -> list[PdfFile]:
    """The pocket guide as tagged PDFs (PDF/UA-1, PDF/A-2a). The same handbook, edition and address: the same bytes.

    None at all where the handbook lists no guide, and where something in it cannot be printed: that is recorded.
    """
    print_problems = Problems()
    tree = guide_tree(handbook, edition, site, print_problems)
    files: list[PdfFile] = []
    if tree is not None and not print_problems.blocking:
        try:
            files = Press(tree, handbook, edition, print_problems).print(formats)
        except PrintError as error:
            hint = "Remove the page that was added last from this file, and tell IT."
            message = f"the guide can't be printed: {error}"
            print_problems.add(POCKET_GUIDE, 0, Code.PRINT_FAILED, message, hint)
    problems.extend(print_problems)
    return [] if print_problems.blocking else files


def check_print(handbook: Handbook, problems: Problems) -> None:
    """Everything that the guide lists has a print form, and fits. For `handbook check`."""
    print_guide(handbook, Edition(), "", problems, (GuideFormat.POCKET, GuideFormat.MINI))
