"""Whatever was published can be undone with one edit: the site is built, and what was printed leads somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from handbook.checks import check_handbook
from handbook.source.problems import Level
from support.commands import build_site
from support.commits import commit, run_git
from support.folders import HEAD, copy_project
from support.pdf_reading import page_texts

NEW_PAGE = f"""{HEAD.replace("title: Page", "title: Renew a loan")}``` procedure
id: desk-renew
title: Renewing
steps:
  - do: Look at the card.
    why: It says whose loan it is.
  - do: Look at the book.
    why: It says which loan it is.
  - do: Move the day.
    why: It ends later now.
```

## Not twice
"""
NAMES_ALL = """- id: q-renew
  type: single
  level: apply
  stem: What do you look at first of all?
  options:
    - text: The card of the reader
      right: true
      why: It says who has the book now.
    - text: The book that they brought
      why: It does not say who has it.
    - text: The clock on the wall there
      why: It does not say who has it.
  refs: [desk-renew, desk/renew.md#not-twice]
- id: q-made
  from: desk-renew
  as: order
  level: apply
"""
PRINTED = "    pages:\n      - page: desk/renew.md\n        blocks: [desk-renew]"
EDITS = {
    "docs/desk/more.md": ("A late loan", "See [renewing](renew.md), [not twice](renew.md#not-twice). A late loan"),
    "docs/now/lend.md": ("of: [desk-lend]", "of: [desk-lend, desk-renew]"),
    "docs/desk/index.md": ("  - link: lend.md", "  - link: renew.md\n    text: Renew\n  - link: lend.md"),
    "docs/basics/index.md": ("next: [nesting.md", "next: [../desk/renew.md"),
    "docs/_data/glossary.yml": ("see: desk/lend.md#late-books", "see: desk/renew.md"),
    "docs/_data/pocket-guide.yml": ("    pages:", PRINTED),
    "quizbank/quizzes.yml": ("q-empty]", "q-empty, q-renew, q-made]"),
}
"""Files that name the new page, its box and its heading: each by the words that are replaced."""


def _publish(root: Path, message: str) -> None:
    commit(root, message)
    _passes(root)


def _passes(root: Path) -> None:
    assert [str(problem) for problem in check_handbook(root)[1].blocking] == []


def _with_edits(root: Path) -> None:
    (root / "docs/desk/renew.md").write_text(NEW_PAGE, "utf-8")
    (root / "quizbank/items/renew.yml").write_text(NAMES_ALL, "utf-8")
    for path, (before, after) in EDITS.items():
        text = (root / path).read_text("utf-8")
        assert before in text
        (root / path).write_text(text.replace(before, after, 1), "utf-8")


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site, to which a page was added that much else names; and a page that was moved. Both published."""
    root = copy_project(tmp_path_factory.mktemp("undone"))
    (root / ".gitignore").write_text("site/\n.cache/\n", "utf-8")
    _publish(root, "The first edition")
    _with_edits(root)
    _publish(root, "A page that much else names")
    (root / "docs/basics/nesting.md").rename(root / "docs/basics/boxes.md")
    text = (root / "docs/basics/boxes.md").read_text("utf-8")
    (root / "docs/basics/boxes.md").write_text(
        text.replace("\nsummary", "\nwas: [basics/nesting.md]\nsummary"), "utf-8"
    )
    _publish(root, "Moved")
    return root


@pytest.fixture(scope="module")
def site(published: Path) -> Path:
    """The site after the move was reverted and the page deleted, and nothing else done. Both published, too."""
    run_git(published, "revert", "--no-edit", "HEAD")
    _passes(published)
    (published / "docs/desk/renew.md").unlink()
    _publish(published, "The page alone")
    return build_site(published)


def _text(site: Path, name: str) -> str:
    return (site / name).read_text("utf-8")


def test_at_a_removed_page_a_reader_is_told_and_led_on(site: Path) -> None:
    page = _text(site, "desk/renew.html")
    assert "<h1>This page is gone</h1>" in page
    assert "“Renew a loan” was taken out of the handbook." in page
    assert '<a href="index.html">The desk</a>' in page
    assert 'http-equiv="refresh"' not in page
    assert 'content="noindex"' in page
    assert "Content-Security-Policy" in page


def test_what_was_moved_and_moved_back_leads_on(site: Path) -> None:
    page = _text(site, "basics/boxes.html")
    assert 'content="0; url=nesting.html"' in page
    assert "This page has moved" in page


def test_links_to_the_removed_page_lead_to_what_is_left_of_it(site: Path) -> None:
    links = re.findall(r'href="(renew\.html[^"]*)"', _text(site, "desk/more.html") + _text(site, "desk/index.html"))
    assert set(links) == {"renew.html"}


def test_what_named_it_is_left_out(site: Path) -> None:
    assert "desk-renew" not in _text(site, "now/lend.html")
    assert "Look at the card" not in _text(site, "desk/test.html")
    assert "renew" not in _text(site, "basics/terms.html")
    guide = " ".join(page_texts((site / "pocket-guide/pocket-guide.pdf").read_bytes()))
    assert "Lending a book" in guide
    assert "Renewing" not in guide


def test_everything_that_named_it_is_noticed_in_its_file(site: Path) -> None:
    _, problems = check_handbook(site.parent)
    assert not problems.blocking
    noticed = {each.path for each in problems if "renew" in str(each) and each.level is Level.NOTICE}
    assert noticed == {*EDITS, "quizbank/items/renew.yml", "docs/desk/renew.md"} - {"quizbank/quizzes.yml"}


def test_what_never_was_published_is_a_problem_all_the_same(published: Path) -> None:
    page = published / "docs/desk/more.md"
    whole = page.read_bytes()
    try:
        page.write_bytes(
            whole + b"\n[x](renw.md) [y](lend.md#late-boks)\n\n``` show\nid: s-s\ntitle: S\nof: [desk-renw]\n```\n"
        )
        messages = [problem.message for problem in check_handbook(published)[1].blocking]
    finally:
        page.write_bytes(whole)
    assert len(messages) == 3


def test_a_heading_that_was_removed_leaves_links_to_its_page(tmp_path: Path) -> None:
    root = copy_project(tmp_path)
    (root / ".gitignore").write_text("site/\n.cache/\n", "utf-8")
    commit(root)
    lend = root / "docs/desk/lend.md"
    lend.write_bytes(lend.read_bytes().replace(b"## Late books", b"## Books that are late"))
    commit(root)
    _, problems = check_handbook(root)
    assert not problems.blocking
    lines = [problem for problem in problems if '#late-books" leads to a heading that isn' in problem.message]
    assert {problem.path for problem in lines} == {"docs/basics/nesting.md", "quizbank/items/all.yml"}
    build_site(root)
    assert 'href="../desk/lend.html"' in _text(root / "site", "basics/nesting.html")


def test_no_older_box_is_offered_for_a_removed_one_but_a_new_name_is(tmp_path: Path) -> None:
    root = copy_project(tmp_path)
    _with_edits(root)
    for name in ("renews", "renew-twice"):
        (root / f"docs/desk/{name}.md").write_text(NEW_PAGE.replace("desk-renew", f"desk-{name}"), "utf-8")
    commit(root)
    page = root / "docs/desk/renew.md"
    page.write_text(NEW_PAGE.replace("desk-renew", "desk-renewing"), "utf-8")
    assert _hints(root) == {'Did you mean "desk-renewing"?'}
    page.unlink()
    assert {hint.partition(",")[0] for hint in _hints(root)} == {
        "Name the box or page that says it now",
        "Name another box",
    }


def _hints(root: Path) -> set[str]:
    """What is said to do in the files that name the box that was removed."""
    return {each.hint for each in check_handbook(root)[1] if '"desk-renew" was removed' in each.message}
