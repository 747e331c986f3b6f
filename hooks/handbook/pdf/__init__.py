"""The printed half: the model of the handbook → a tree of plain data → PDFs to read, to fold and to carry."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import lru_cache
from importlib.util import find_spec

from ..book.read import GLOSSARY, ORGANIZATION, POCKET_GUIDE, Handbook
from ..book.readings import Reading
from ..git.edition import Edition
from ..source.codes import Code
from ..source.problems import Problems
from .choice import NO_FILE, CardChoice, chosen_directives, chosen_numbers
from .formats import FOLDER, PAPERS, GuideFormat, PageFormat
from .printer import PdfFile, Press
from .result import PrintError
from .tree import guide_tree

__all__ = [
    "PAPERS",
    "CardChoice",
    "GuideFormat",
    "PageFormat",
    "PdfFile",
    "PrintError",
    "check_print",
    "guide_files",
    "print_fold",
    "print_guide",
    "print_sheet",
]

_CHECKED = (
    *(GuideFormat.POCKET, GuideFormat.MINI, GuideFormat.CARDS, GuideFormat.BADGE, GuideFormat.LANGUAGES),
    *(GuideFormat.HUDDLES, GuideFormat.ROLES, GuideFormat.SIGN),
)


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
    print_problems, document = Problems(), handbook.document(POCKET_GUIDE)
    tree = guide_tree(handbook, edition, site, print_problems)
    press = Press(tree, handbook, edition, print_problems, document) if tree and document else None
    return _files_of(press, formats, print_problems, problems)


def print_fold(
    handbook: Handbook, edition: Edition, site: str, choice: CardChoice, problems: Problems
) -> PdfFile | None:
    """A mini guide of one's own: the cards chosen, one a panel, with the numbers chosen on its back.

    None where a card is not there, where there are more than fit, and where something cannot be printed: that is
    recorded.
    """
    print_problems = Problems()
    names = chosen_directives(handbook, choice, print_problems)
    if handbook.pocket is None or print_problems.blocking:
        problems.extend(print_problems)
        return None
    own = replace(handbook, pocket=handbook.pocket.model_copy(update={"mini": names, "numbers": []}))
    tree = guide_tree(own, edition, site, print_problems)
    assert tree is not None
    whole = {**tree, "numbers": chosen_numbers(handbook, choice, print_problems)}
    press = Press(whole, own, edition, print_problems, NO_FILE)
    files = _files_of(press, [GuideFormat.MINI], print_problems, problems)
    return files[0] if files else None


def print_sheet(handbook: Handbook, reading: Reading, since: date | None, problems: Problems) -> PdfFile | None:
    """The sheet to sign for a reading, with what changed after a day; without one, since it was last asked for.

    None where the handbook has no pocket guide, whose title and county it takes: that is recorded.
    """
    print_problems, site = Problems(), handbook.site.address
    tree = guide_tree(handbook, handbook.edition, site, print_problems)
    if tree is None:
        hint = 'Add the file, with at least its "title:".'
        problems.add(POCKET_GUIDE, 0, Code.FILE_GONE, "this file is missing, and the sheet takes its title", hint)
        return None
    return Press(tree, handbook, handbook.edition, print_problems, NO_FILE).sign(reading, since)


def guide_files(handbook: Handbook) -> frozenset[str]:
    """The paths in the site of the files that the guide is printed to. None where nothing is.

    Where something can't be printed, all of them: that is a problem of its own, and links to the files are none. In a
    browser, too, which gets Typst only once something is printed: the build knows better.
    """
    if find_spec("typst") is None:
        return frozenset(FOLDER + form.file for form in GuideFormat)
    files, problems = _trial(handbook)
    formats = {*files, *(set(GuideFormat) - set(_CHECKED))} if files else set()
    if problems.blocking:
        formats = set(GuideFormat)
    return frozenset(FOLDER + form.file for form in formats)


def check_print(handbook: Handbook, problems: Problems) -> None:
    """Everything that the guide lists has a print form, and fits. For `handbook check`."""
    problems.extend(_trial(handbook)[1])


@lru_cache(maxsize=1)  # a check asks twice: for what links lead to, and for what is wrong
def _trial(handbook: Handbook) -> tuple[frozenset[GuideFormat], Problems]:
    """The formats that can be printed, and what is wrong with them."""
    problems = Problems()
    if _lacks_a_list(handbook):
        return frozenset(GuideFormat), problems
    files = print_guide(handbook, Edition(), "", problems, _CHECKED)
    return frozenset(file.format for file in files), problems


def _lacks_a_list(handbook: Handbook) -> bool:
    """Whether a list that the guide is made of can't be read, or is gone: that is reported at the list."""
    was_there = (handbook.root / POCKET_GUIDE).exists() or POCKET_GUIDE in handbook.past.files
    unread = handbook.pocket is None and was_there
    terms_gone = handbook.document(GLOSSARY) is None and GLOSSARY in handbook.past.files
    return unread or terms_gone or handbook.document(ORGANIZATION) is None


def _files_of(
    press: Press | None, formats: Iterable[GuideFormat], print_problems: Problems, problems: Problems
) -> list[PdfFile]:
    """What a press prints. What is wrong with it goes to `problems`, and with a problem there are no files."""
    files: list[PdfFile] = []
    if press and not print_problems.blocking:
        try:
            files = press.print(formats)
        except PrintError as error:
            hint = "Remove the page that was added last from this file, and tell IT."
            message = f"the guide can't be printed: {error}"
            print_problems.add(POCKET_GUIDE, 0, Code.PRINT_FAILED, message, hint)
    problems.extend(print_problems)
    return [] if print_problems.blocking else files
