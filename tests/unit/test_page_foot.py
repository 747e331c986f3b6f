"""The foot of a page: its owner, its last check, whether it changed since, and where it is edited."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from handbook.checks import check_handbook
from handbook.export.archive import unzipped
from handbook.git.edition import Edition
from handbook.git.repository import last_changes, main_branch
from handbook.site.bundle import bundle
from handbook.source.codes import Code
from handbook.source.problems import Problems
from support.commits import commit, run_git
from support.folders import HEAD, Checked, write_handbook
from support.rendering import render_page

Check = Callable[[Mapping[str, str]], Checked]

SECTIONS = "- folder: desk\n  title: Desk\n  owner: Desk team\n  review_months: 6\n"
REVIEW = "- date: 2026-03-31\n  section: desk\n  role: {}\n  checked: All of it.\n  result: no-change\n"
STEPS = "``` checklist\nid: desk-steps\ntitle: Steps\nitems:\n  - {}\n```\n"
SHOW = "``` show\nid: desk-again\ntitle: Again\nof: [desk-steps]\n```\n"
FILES = {
    "docs/desk/index.md": HEAD,
    "docs/desk/steps.md": HEAD + STEPS.format("One"),
    "docs/desk/card.md": HEAD + SHOW,
    "docs/desk/mine.md": HEAD.replace("summary:", "owner: Lending clerk\nsummary:"),
    "docs/alone.md": HEAD,
    "docs/_data/sections.yml": SECTIONS,
}
REPOSITORY = "docs/_data/organization.yml"


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path, str], None]:
    """Commits all that is there on a day."""

    def commit_on(root: Path, day: str) -> None:
        monkeypatch.setenv("GIT_COMMITTER_DATE", f"{day}T12:00:00Z")
        commit(root)

    return commit_on


def foot(root: Path, path: str) -> str | None:
    """What the page says of its owner and its checks; None where it says nothing."""
    handbook, problems = check_handbook(root)
    assert not problems.blocking
    found = re.search(r'<p class="hb-checked"[^>]*>(.*?)</p>', render_page(handbook, Problems(), path))
    return found[1] if found else None


def test_a_page_names_its_owner_before_any_check(tmp_path: Path) -> None:
    root = write_handbook(tmp_path, FILES)
    assert foot(root, "desk/steps.md") == "Owner: Desk team. Not checked yet."
    assert foot(root, "desk/mine.md") == "Owner: Lending clerk. Not checked yet."
    assert foot(root, "alone.md") is None


@pytest.mark.parametrize(("role", "by"), [("Desk team", ""), ("Library board", " by Library board")])
def test_a_page_says_when_it_was_checked_and_by_whom_where_that_is_not_its_owner(
    tmp_path: Path, role: str, by: str
) -> None:
    root = write_handbook(tmp_path, {**FILES, "docs/_data/reviews.yml": REVIEW.format(role)})
    said = f"Owner: Desk team. Last checked on March 31, 2026{by}. Next check due by September 30, 2026."
    assert foot(root, "desk/steps.md") == said


def test_a_page_says_that_its_text_changed_after_the_check(tmp_path: Path, at: Callable[[Path, str], None]) -> None:
    root = write_handbook(tmp_path, {**FILES, "docs/_data/reviews.yml": REVIEW.format("Desk team")})
    at(root, "2026-03-31")
    unchanged = "Owner: Desk team. Last checked on March 31, 2026. Next check due by September 30, 2026."
    assert foot(root, "desk/steps.md") == unchanged
    (root / "docs/desk/steps.md").write_text(HEAD + STEPS.format("Two"), "utf-8")
    assert foot(root, "desk/steps.md") == unchanged
    at(root, "2026-04-02")
    changed = unchanged.replace(" Next", " Changed since then, on April 2, 2026. Next")
    assert foot(root, "desk/steps.md") == changed
    assert foot(root, "desk/card.md") == changed  # it shows a box of that page
    assert foot(root, "desk/index.md") == unchanged


def test_a_change_counts_from_the_day_it_was_merged(tmp_path: Path, at: Callable[[Path, str], None]) -> None:
    root = write_handbook(tmp_path, FILES)
    at(root, "2026-03-01")
    run_git(root, "switch", "--quiet", "--create", "proposal")
    (root / "docs/desk/steps.md").write_text(HEAD + STEPS.format("Two"), "utf-8")
    at(root, "2026-03-02")
    run_git(root, "switch", "--quiet", "main")
    (root / "docs/alone.md").write_text(HEAD + "More.\n", "utf-8")
    at(root, "2026-04-05")
    run_git(root, "merge", "--quiet", "--no-ff", "--message", "Merge", "proposal")
    days = {path: str(day) for path, day in last_changes(root, "docs").items()}
    assert days["docs/desk/steps.md"] == "2026-04-05"
    assert days["docs/desk/index.md"] == "2026-03-01"


def test_a_shallow_clone_and_no_repository_know_no_day(tmp_path: Path, at: Callable[[Path, str], None]) -> None:
    root = write_handbook(tmp_path / "first", FILES)
    assert last_changes(root, "docs") == {}
    at(root, "2026-03-01")
    (root / "docs/alone.md").write_text(HEAD + "More.\n", "utf-8")
    at(root, "2026-03-02")
    run_git(tmp_path, "clone", "--quiet", "--depth=1", root.as_uri(), "second")
    assert last_changes(tmp_path / "second", "docs") == {}


@pytest.mark.parametrize(
    ("repository", "editor"),
    [
        ("https://github.com/county/handbook", "https://github.com/county/handbook/edit/main"),
        ("https://github.example.org/a/b/", "https://github.example.org/a/b/edit/main"),
        ("https://gitlab.com/county/it/handbook.git", "https://gitlab.com/county/it/handbook/-/edit/main"),
        ("https://codeberg.org/county/handbook", "https://codeberg.org/county/handbook/_edit/main"),
        ("https://gitea.example.org/a/b", "https://gitea.example.org/a/b/_edit/main"),
        ("https://git.example.org/a/b/-/edit/live", "https://git.example.org/a/b/-/edit/live"),
        ("https://git.example.org/a/b/_edit/main/", "https://git.example.org/a/b/_edit/main"),
    ],
)
def test_a_page_leads_to_its_file_in_the_editor_of_the_git_host(checked: Check, repository: str, editor: str) -> None:
    handbook, problems = checked({**FILES, REPOSITORY: f"repository: {repository}\n"})
    assert not [problem for problem in problems if problem.code is Code.REPOSITORY_ADDRESS]
    link = f'<p class="hb-edit" data-search-exclude><a href="{editor}/docs/desk/steps.md">Edit this page</a></p>'
    assert link in render_page(handbook, problems, "desk/steps.md")


def test_no_page_leads_to_an_editor_without_a_repository_or_with_a_host_of_an_unknown_kind(checked: Check) -> None:
    handbook, problems = checked({**FILES, REPOSITORY: "repository:\n"})
    assert "hb-edit" not in render_page(handbook, problems, "desk/steps.md")
    handbook, problems = checked({**FILES, REPOSITORY: "repository: https://git.example.org/a/b\n"})
    assert "hb-edit" not in render_page(handbook, problems, "desk/steps.md")
    (notice,) = (problem for problem in problems if problem.code is Code.REPOSITORY_ADDRESS)
    assert not problems.blocking
    assert '"repository: https://git.example.org/a/b/-/edit/main"' in notice.hint


def test_the_branch_to_edit_is_the_one_that_is_published(tmp_path: Path, at: Callable[[Path, str], None]) -> None:
    root = write_handbook(tmp_path / "first", FILES)
    assert main_branch(root) == "main"
    at(root, "2026-03-01")
    run_git(root, "branch", "--move", "live")
    run_git(tmp_path, "clone", "--quiet", str(root), "second")
    run_git(tmp_path / "second", "switch", "--quiet", "--create", "proposal")
    assert main_branch(tmp_path / "second") == "live"


def test_a_bundle_has_no_link_to_edit_a_page(tmp_path: Path) -> None:
    page = '<article>\n<p>Text.</p>\n<p class="hb-edit" data-search-exclude><a href="https://x.y/">Edit</a></p>\n</article>'
    (tmp_path / "index.html").write_text(page, "utf-8")
    (tmp_path / "note.txt").write_text(page, "utf-8")
    zipped = unzipped(bundle(tmp_path, "Handbook", Edition()))
    files = {name.rpartition("/")[2]: content.decode() for name, content in zipped.items()}
    assert files["index.html"] == "<article>\n<p>Text.</p>\n</article>"
    assert files["note.txt"] == page
