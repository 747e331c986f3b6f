"""A mini guide of one's own: what it can hold, and the sheet to print and fold."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypedDict

from ..book.read import Handbook
from ..model.pocket import MOST_NUMBERS, PANELS, Number
from ..pdf import PAPERS, CardChoice, print_fold
from ..source.problems import Problems


class PocketWish(TypedDict):
    """The cards by their pages or ids, the numbers as pairs of a name and a number, and the paper."""

    cards: list[str]
    numbers: list[tuple[str, str]]
    paper: str


def pocket_choices(handbook: Handbook) -> dict[str, Any]:
    """The cards to choose from with those of the handbook's own mini guide, its numbers, and the sizes of paper."""
    pocket = handbook.pocket
    mini = [name for name in (pocket.mini if pocket else []) if name in handbook.guide.blocks]
    own = [{"id": name, "title": _title(handbook, name)} for name in mini]
    twice = {(name,) for name in mini}  # a quick card that only shows such a box is the same card
    quick = [{"id": page.path, "title": page.title} for page in handbook.guide.quick_cards if page.shows not in twice]
    values = handbook.profile.values
    filled = {number.label: values[number.value].text for number in _numbers(handbook) if number.value in values}
    numbers = [{"label": each.label, "text": filled.get(each.label) or each.text or ""} for each in _numbers(handbook)]
    return {
        "cards": [*own, *quick],
        "mini": mini,
        "numbers": numbers[:MOST_NUMBERS],
        "papers": list(PAPERS),
        "paper": pocket.paper if pocket else next(iter(PAPERS)),
        "most": PANELS,
        "mostNumbers": MOST_NUMBERS,
    }


def pocket_sheet(handbook: Handbook, wish: PocketWish) -> dict[str, Any]:
    """The sheet as a PDF, with what had to be left out of it; or what is wrong."""
    problems = Problems()
    numbers = [Number(label=name.strip(), text=text.strip() or None) for name, text in wish["numbers"] if name.strip()]
    pocket = handbook.pocket.model_copy(update={"paper": wish["paper"]}) if handbook.pocket else None
    own = replace(handbook, pocket=pocket)
    file = print_fold(own, handbook.edition, handbook.site.address, CardChoice(wish["cards"], numbers), problems)
    return {
        "name": f"my-{file.format.file}" if file else "",
        "content": file.pdf if file else b"",
        "notes": [f"{problem.message}. {problem.hint}" for problem in problems],
    }


def _title(handbook: Handbook, name: str) -> str:
    """What a directive is called on the sheet."""
    placed = handbook.guide.blocks[name]
    page = handbook.guide.page_of(placed)
    return page.title if page.blocks[0] is placed else placed.block.title or name


def _numbers(handbook: Handbook) -> list[Number]:
    return list(handbook.pocket.numbers) if handbook.pocket else []
