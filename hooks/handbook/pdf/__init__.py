"""The printed half: the model of the handbook → a tree of plain data → PDFs to read, to fold and to carry."""

from __future__ import annotations

from collections.abc import Iterable

from ..book.read import POCKET_GUIDE, Handbook
from ..git.edition import Edition
from ..source.codes import Code
from ..source.problems import Problems
from .compile import PrintError
from .formats import PAPERS, GuideFormat, PageFormat
from .printer import Press, Printed
from .tree import guide_tree

__all__ = ["PAPERS", "GuideFormat", "PageFormat", "PrintError", "Printed", "check_print", "print_guide"]


def print_guide(
    handbook: Handbook,
    edition: Edition,
    site: str,
    problems: Problems,
    formats: Iterable[GuideFormat] = tuple(GuideFormat),
) -> list[Printed]:
    """The pocket guide as tagged PDFs (PDF/UA-1, PDF/A-2a). The same handbook, edition and address: the same bytes.

    None at all where the handbook lists no guide, and where something in it cannot be printed: that is recorded.
    """
    found = Problems()
    tree = guide_tree(handbook, edition, site, found)
    printed: list[Printed] = []
    if tree is not None and not found.blocking:
        try:
            printed = Press(tree, handbook, edition, found).print(formats)
        except PrintError as error:
            hint = "Remove the page that was added last from this file, and tell IT."
            message = f"the guide can't be printed: {error}"
            found.add(POCKET_GUIDE, 0, Code.PRINT_FAILED, message, hint)
    problems.extend(found)
    return [] if found.blocking else printed


def check_print(handbook: Handbook, problems: Problems) -> None:
    """Everything that the guide lists has a print form, and fits. For `handbook check`."""
    print_guide(handbook, Edition(), "", problems, (GuideFormat.POCKET, GuideFormat.MINI))
