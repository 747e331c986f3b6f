"""Finished pages are kept from build to build, and none is ever one that would come out otherwise today."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from handbook.site.shelf import FinishedPage, Shelf
from support.commands import run_handbook
from support.commits import commit
from support.folders import copy_project
from support.strict_build import build_fault

Edit = Callable[[Path], None]


def _replaced(path: str, old: str, new: str) -> Edit:
    """An edit that changes a text wherever a file has it."""

    def edit(root: Path) -> None:
        text = (root / path).read_text("utf-8")
        assert old in text, f"{path} has no {old!r}"
        (root / path).write_text(text.replace(old, new), "utf-8")

    return edit


def _added(path: str, text: str) -> Edit:
    """An edit that writes more at the end of a file, or a new one."""

    def edit(root: Path) -> None:
        with (root / path).open("a", encoding="utf-8") as file:
            file.write(text)

    return edit


def _moved(root: Path) -> None:
    page = (root / "docs/desk/lend.md").read_text("utf-8-sig").replace("---\n", "---\nwas: [desk/lend.md]\n", 1)
    (root / "docs/desk/loan.md").write_text(page, "utf-8")
    (root / "docs/desk/lend.md").unlink()


def _deleted(root: Path) -> None:
    (root / "docs/desk/spare.md").unlink()


NEW_PAGE = "---\ntitle: Spare\nsummary: Spare.\ntags: [after]\n---\n\nText.\n\n## Old part\n"

EDITS: dict[str, Edit] = {
    "a sentence": _added("docs/desk/more.md", "\nOne more sentence.\n"),
    "a step that other pages show": _replaced("docs/desk/lend.md", "Scan the book.", "Scan the book well."),
    "a new page": _added("docs/desk/spare.md", NEW_PAGE),
    "a link to a heading": _added("docs/desk/more.md", "\nSee [the spare](spare.md#old-part).\n"),
    "a commit": commit,
    "a heading that a link named": _replaced("docs/desk/spare.md", "Old part", "New part"),
    "a title": _replaced("docs/desk/more.md", "title: Scenes", "title: All scenes"),
    "a summary": _replaced("docs/now/lend.md", "Card, book, day.", "Card, book, and day."),
    "a tag": _replaced("docs/desk/more.md", "tags: [boxes, after]", "tags: [boxes]"),
    "a value": _replaced("docs/_data/organization.yml", "Riverton Library", "Springfield Library"),
    "a value that was empty": _replaced("docs/_data/organization.yml", "department:\n", "department: Lending\n"),
    "a term": _replaced("docs/_data/glossary.yml", "also: [overdue loan]", "also: [lights]"),
    "a meaning": _replaced("docs/_data/glossary.yml", "past its day", "past its last day"),
    "a question": _replaced("quizbank/items/all.yml", "There is no cat.", "We have no cat."),
    "a quiz": _replaced("quizbank/quizzes.yml", "items: [q-single, q-truefalse]", "items: [q-truefalse]"),
    "the title of a quiz": _replaced("quizbank/quizzes.yml", "title: All kinds", "title: Each kind"),
    "the order of the menu": _replaced(
        "docs/desk/index.md", "  - link: test.md\n    text: Test yourself\n", "  - link: more.md\n    text: More\n"
    ),
    "a section": _replaced("docs/_data/sections.yml", "title: The desk", "title: Our desk"),
    "a quick card": _replaced("docs/now/index.md", "text: Someone wants", "text: Somebody wants"),
    "a picture": _replaced("docs/assets/desk.svg", "</svg>", "<title>Desk</title></svg>"),
    "a setting": _replaced("mkdocs.yml", "copyright: ", "copyright: (c) "),
    "a template": _replaced("hooks/theme/partials/copyright.html", " · Edition", " · The edition"),
    "a deleted page": _deleted,
    "another commit": commit,
    "a page that moves": _moved,
}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small site, committed on a day of its own. It has no pocket guide, which takes long to set."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2026-05-01T12:00:00Z")
    root = copy_project(tmp_path)
    (root / "docs/_data/pocket-guide.yml").unlink()
    (root / ".gitignore").write_text(".cache/\nsite/\n", "utf-8")
    commit(root)
    return root


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> dict[str, tuple[FinishedPage | None, FinishedPage]]:
    """What a build would have taken from the shelf, and what it makes now, by page: it makes all of them anew."""
    find, put, pairs = Shelf.find, Shelf.put, dict[str, tuple[FinishedPage | None, FinishedPage]]()
    old: dict[str, FinishedPage | None] = {}

    def look(shelf: Shelf, path: str, text: str) -> None:
        old[path] = find(shelf, path, text)

    def compare(shelf: Shelf, path: str, page: FinishedPage) -> None:
        pairs[path] = (old[path], page)
        put(shelf, path, page)

    monkeypatch.setattr(Shelf, "find", look)
    monkeypatch.setattr(Shelf, "put", compare)
    return pairs


def test_whatever_is_edited_no_page_is_kept_that_would_come_out_otherwise(
    project: Path, kept: dict[str, tuple[FinishedPage | None, FinishedPage]]
) -> None:
    assert build_fault(project) is None
    made: dict[str, set[str]] = {}
    for name, edit in EDITS.items():
        edit(project)
        kept.clear()
        assert build_fault(project) is None, name
        stale = {path for path, (old, new) in kept.items() if old is not None and old != new}
        assert not stale, f"{name}: {stale} would be what they were before"
        made[name] = {path for path, (old, _) in kept.items() if old is None}
    signed = {"basics/team.md"}  # it shows a hash of all pages, and which edition that is of
    assert made["a sentence"] == {"desk/more.md"} | signed
    assert made["a step that other pages show"] >= {"desk/lend.md", "now/lend.md"}
    assert made["a commit"] == made["another commit"] == signed


def test_a_site_with_kept_pages_is_the_same_as_one_that_is_made_anew(project: Path) -> None:
    assert run_handbook(project, "site").returncode == 0
    _added("docs/desk/more.md", "\nOne more sentence.\n")(project)
    assert run_handbook(project, "site").returncode == 0
    with_kept_pages = _files(project / "site")
    shutil.rmtree(project / ".cache")
    assert run_handbook(project, "site").returncode == 0
    assert _files(project / "site") == with_kept_pages


def test_a_page_that_the_host_warns_of_is_not_kept(project: Path) -> None:
    _added("docs/desk/more.md", "\nSee [the lost one](lost.md).\n")(project)
    first = build_fault(project)
    assert "Doc file 'desk/more.md' contains a link 'lost.md'" in (first or "")
    assert build_fault(project) == first


OWN_HOOK = "from pathlib import Path\n\n\ndef on_page_content(html, **_):\n    return html + Path({}).read_text()\n"


@pytest.mark.parametrize("kind", ["hook", "extension"])
def test_what_a_hook_or_extension_of_ones_own_reads_is_never_old(project: Path, kind: str) -> None:
    note, config = project / "note.txt", project / "mkdocs.yml"
    if kind == "hook":
        (project / "hooks/own.py").write_text(OWN_HOOK.format(repr(str(note))), "utf-8")
        own = ("hooks:\n", "hooks:\n  - hooks/own.py\n")
    else:
        own = ("markdown_extensions:\n", f"markdown_extensions:\n  - pymdownx.snippets: {{base_path: {project}}}\n")
        _added("docs/desk/more.md", '\n--8<-- "note.txt"\n')(project)
    config.write_text(config.read_text("utf-8").replace(*own), "utf-8")
    for text in ("First note.", "Second note."):
        note.write_text(text, "utf-8")
        build(load_config(str(config), site_dir=str(project / "site")))
        assert text in (project / "site/desk/more.html").read_text("utf-8")


def _files(site: Path) -> dict[Path, bytes]:
    return {file: file.read_bytes() for file in site.rglob("*") if file.is_file()}
