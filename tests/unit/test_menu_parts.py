"""The menu of a section: its pages one below the other, and where they are many, folded by the cards of its first."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.book.read import read_handbook
from handbook.site.frame import menu
from handbook.source.problems import Problems
from support.folders import HEAD, write_handbook

CARDS = "``` cards\nid: desk-{id}\ntitle: {title}\nitems:\n{items}```\n\n"
SECTIONS = "- folder: desk\n  title: The desk\n  owner: Desk team\n"


def _cards(title: str, names: list[str]) -> str:
    items = "".join(f"  - link: {name}.md\n    text: Card\n" for name in names)
    return CARDS.format(id=title.lower(), title=title, items=items)


def _menu(root: Path, amount: int) -> list[object]:
    names = [f"p{number:02}" for number in range(amount)]
    index = HEAD + _cards("Early", names[:3]) + _cards("Late", names[3:-2]) + _cards("Alone", names[-2:-1])
    files = {"docs/index.md": HEAD, "docs/_data/sections.yml": SECTIONS, "docs/desk/index.md": index}
    pages = {f"docs/desk/{name}.md": HEAD for name in names}
    entries: list[object] = menu(read_handbook(write_handbook(root, {**files, **pages}), Problems()).guide)
    return entries[1:]


def _paths(numbers: range) -> list[str]:
    return [f"desk/p{number:02}.md" for number in numbers]


@pytest.mark.parametrize("amount", [5, 23])
def test_pages_stand_one_below_the_other(tmp_path: Path, amount: int) -> None:
    assert _menu(tmp_path, amount) == [{"The desk": ["desk/index.md", *_paths(range(amount))]}]


def test_more_pages_are_folded_by_cards_and_one_alone_is_not(tmp_path: Path) -> None:
    folds = [{"Early": _paths(range(3))}, {"Late": _paths(range(3, 22))}]
    assert _menu(tmp_path, 24) == [{"The desk": ["desk/index.md", *folds, *_paths(range(22, 24))]}]
