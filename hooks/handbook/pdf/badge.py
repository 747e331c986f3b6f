"""The badge card as a tree: the numbers needed first, and the letters of a model."""

from __future__ import annotations

import re

from ..book.read import POCKET_GUIDE, Handbook
from ..model.blocks import Procedure
from ..source.codes import Code
from ..source.problems import Problems
from .inline import PrintTexts, Typesetter
from .links import Links
from .runs import Runs, Tree

NUMBERS = 3
"""So many numbers fit on it."""

_LETTER = re.compile(r"(?P<letter>\w)(?: is for (?P<name>[^.]+)\.)?")


def badge_tree(guide: Tree, handbook: Handbook, problems: Problems) -> Tree | None:
    """The first numbers of the guide, and what each letter of the chosen procedure stands for.

    None without numbers and without a procedure. A directive of another kind is refused, with its line.
    """
    letters = _letters(handbook, problems)
    return {**guide, "numbers": guide["numbers"][:NUMBERS], "letters": letters} if guide["numbers"] or letters else None


def _letters(handbook: Handbook, problems: Problems) -> Tree | None:
    pocket, document = handbook.pocket, handbook.document(POCKET_GUIDE)
    placed = handbook.guide.blocks.get(pocket.badge or "") if pocket else None
    if placed is None or document is None:
        return None
    if not isinstance(placed.block, Procedure):
        message = f'"{placed.block.id}" is a {placed.block.kind} box, but the badge card prints steps'
        hint = "Name a procedure whose steps begin with the letters of a word, or remove this line."
        problems.add(document.path, document.line(("badge",)), Code.PRINT_FORM, message, hint)
        return None
    setter = Typesetter(handbook.profile, Links(handbook.guide, {}, {}, ""), problems)
    page, texts = handbook.guide.page_of(placed), PrintTexts(setter, placed.document, placed.page)
    title = PrintTexts(setter, page.markup.meta, page.path).plain(page.title, "title")
    lines = [_line(texts, step.do, at) for at, step in enumerate(placed.block.steps)]
    return {"title": title, "lines": lines}


def _line(texts: PrintTexts, step: str, at: int) -> Tree:
    """A step: its letter, its first sentence or what the letter is for, and the rest, which may begin with that."""

    def runs(text: str) -> Runs | None:
        return texts(text, "steps", at, "do") if text else None

    first, _, rest = step.partition(". ")
    match = _LETTER.match(step)
    letter, name = (match["letter"], match["name"] or first) if match else ("", first)
    goes_on = rest.startswith(f"{name} ")
    return {
        "letter": letter.upper(),
        "name": runs(name if goes_on or not rest else f"{name}:"),
        "rest": runs(rest.removeprefix(f"{name} ") if goes_on else rest),
    }
