"""A page that moves: its old path is read as it is meant, and what names it elsewhere says where it is now."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.checks import check_handbook
from handbook.source.codes import Code
from support.commits import commit
from support.folders import HEAD, write_handbook

LINK = HEAD.replace("title: Page", "title: Other") + "[x](desk/hold.md)\n"
HOLD = HEAD.replace("title: Page", "title: Hold")


def _moved(root: Path, head: str) -> list[tuple[str, Code, str]]:
    """What is said once docs/desk/hold.md, which another page links to, has another name and this line in its head."""
    commit(write_handbook(root, {"docs/index.md": HEAD, "docs/other.md": LINK, "docs/desk/hold.md": HOLD}))
    (root / "docs/desk/hold.md").unlink()
    write_handbook(root, {"docs/desk/on-hold.md": HOLD.replace("title: Hold\n", f"title: Hold\n{head}")})
    codes = (Code.PAGE_WAS, Code.PAGE_MOVED, Code.LINK_GONE, Code.PAGE_MISSING)
    return [(each.path, each.code, each.hint) for each in check_handbook(root)[1] if each.code in codes]


MOVED = ("docs/other.md", Code.PAGE_MOVED, 'Write "desk/on-hold.md". The old path works until you do.')


@pytest.mark.parametrize(
    "typed",
    [
        "/desk/hold.md",
        "docs/desk/hold.md",
        "desk/hold.html",
        "desk/hold",
        "desk\\hold.md",
        "https://h.example/desk/hold.html",
    ],
)
def test_an_old_path_that_is_typed_in_another_form_is_one_problem(typed: str, tmp_path: Path) -> None:
    assert _moved(tmp_path, f"was: [{typed}]\n") == [
        ("docs/desk/on-hold.md", Code.PAGE_WAS, 'Write "desk/hold.md".'),
        MOVED,
    ]


@pytest.mark.parametrize("typed", ["hold.md", "Desk/Hold.md", "desk/hodl.md"])
def test_an_old_path_that_no_page_had_names_the_one_that_is_meant(typed: str, tmp_path: Path) -> None:
    assert _moved(tmp_path, f"was: [{typed}]\n") == [
        ("docs/desk/on-hold.md", Code.PAGE_WAS, 'Did you mean "desk/hold.md"?'),
        MOVED,
    ]


def test_a_page_that_moved_without_a_word_is_found_by_its_title(tmp_path: Path) -> None:
    assert _moved(tmp_path, "") == [MOVED]
