"""What someone chooses for a mini guide of their own: cards and numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..book.read import Handbook
from ..model.guide import HOME
from ..model.pocket import MOST_NUMBERS, PANELS, Number
from ..source.codes import Code
from ..source.document import Document
from ..source.problems import Problems, did_you_mean
from .inline import PrintTexts, Typesetter
from .links import Links
from .runs import Tree

CHOICE = "your choice"
"""What a problem with it names, in place of a file."""

NO_FILE = Document(CHOICE, {}, 0)


@dataclass(frozen=True, slots=True)
class CardChoice:
    """Cards, each the path of a page (a quick card) or the id of a directive, and the numbers for the back."""

    cards: Sequence[str]
    numbers: Sequence[Number] = ()


def chosen_directives(handbook: Handbook, choice: CardChoice, problems: Problems) -> list[str]:
    """The ids of the directives of the cards. One that is not there, or is one too many, is recorded."""
    cards = choice.cards
    if handbook.pocket is None:
        message = "there is no pocket guide, so none of your own can be printed"
        problems.add(CHOICE, 0, Code.PRINT_MISSING, message, "Add docs/_data/pocket-guide.yml first.")
    if len(cards) > PANELS:
        message = f"{len(cards)} cards don't fit, because the mini guide has room for {PANELS}"
        problems.add(CHOICE, 0, Code.PRINT_CUT, message, f"Leave out {len(cards) - PANELS}.")
    ids = [_directive(handbook, card) for card in cards]
    for card, name in zip(cards, ids, strict=True):
        if name is None:
            names = [*(page.path for page in handbook.guide.quick_cards), *handbook.guide.blocks]
            message = f'there is no card "{card}" to print'
            problems.add(CHOICE, 0, Code.PRINT_MISSING, message, did_you_mean(card, names))
    return [name for name in ids if name]


def chosen_numbers(handbook: Handbook, choice: CardChoice, problems: Problems) -> list[Tree]:
    """The numbers as the template prints them, each a text, a value of the profile or a line to write on.

    More than fit on the back are recorded.
    """
    if len(choice.numbers) > MOST_NUMBERS:
        message = f"{len(choice.numbers)} numbers don't fit, because the back has room for {MOST_NUMBERS}"
        problems.add(CHOICE, 0, Code.PRINT_CUT, message, f"Leave out {len(choice.numbers) - MOST_NUMBERS}.")
    setter = Typesetter(handbook.profile, Links(handbook.guide, {}, {}, ""), problems)
    texts = PrintTexts(setter, NO_FILE, HOME)
    return [number_tree(number, texts, handbook) for number in choice.numbers]


def number_tree(number: Number, texts: PrintTexts, handbook: Handbook, *where: str | int) -> Tree:
    """A number: its label, and what fills it; no text where it is a line to write on."""
    value = handbook.profile.values.get(number.value or "")
    filled = value.text if value and value.text else number.text
    return {
        "label": texts(number.label, *where, "label"),
        "text": texts.literal(filled, *where, "value") if filled else None,
    }


def _directive(handbook: Handbook, card: str) -> str | None:
    """The id of a directive, or of the first one on a page."""
    page = handbook.guide.page(card)
    if page and page.blocks:
        return page.blocks[0].block.id
    return card if card in handbook.guide.blocks else None
