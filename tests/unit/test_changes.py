"""What git knows: pages that are gone, changes to report, and what readers have not heard of."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner

from handbook.checks import check_handbook
from handbook.cli import main
from handbook.git import repository
from handbook.git.repository import git
from handbook.source.problems import as_text
from support.commits import commit, run_git
from support.folders import HEAD, write_handbook

ITEM = """- id: q-one
  type: truefalse
  level: apply
  stem: The caller waits on the line for you.
  answer: true
  why:
    true: The line is still open.
    false: The line is still open.
  refs: [page.md]
"""
NEWS = "- date: 2026-01-02\n  who: All\n  what: The handbook is here.\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A handbook of three pages, a question and a value, committed on the main branch."""
    files = {
        "docs/page.md": f"{HEAD}Ring {{{{ phone.limit }}}} times.\n",
        "docs/hold.md": f"{HEAD}Hold on.\n",
        "docs/other.md": HEAD,
        "docs/_data/organization.yml": "phone:\n  limit: 3\n",
        "docs/_data/news.yml": NEWS,
        "quizbank/items/a.yml": ITEM,
    }
    commit(write_handbook(tmp_path, files), "Publish")
    return tmp_path


def _report_text(root: Path) -> str:
    return as_text(check_handbook(root)[1])


def _changes(root: Path, *words: str) -> str:
    result = CliRunner().invoke(main, ["--root", str(root), "changes", *words])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_a_published_page_that_is_gone_is_noticed(root: Path) -> None:
    (root / "docs/hold.md").unlink()
    text = _report_text(root)
    assert "docs/hold.md: notice: this page was published and is gone" in text
    assert 'add this line to its head: "was: [hold.md]"' in text


def test_it_is_still_noticed_once_that_is_committed(root: Path) -> None:
    (root / "docs/hold.md").unlink()
    commit(root)
    assert "this page was published and is gone" in _report_text(root)


def test_a_page_that_names_the_old_address_fixes_it(root: Path) -> None:
    (root / "docs/hold.md").rename(root / "docs/wait.md")
    assert "docs/hold.md: notice: this page was published and is gone" in _report_text(root)
    (root / "docs/wait.md").write_text("---\ntitle: Wait\nsummary: Wait.\nwas: [hold.md]\n---\n", "utf-8")
    assert "is gone" not in _report_text(root)


def test_a_page_that_was_only_ever_part_of_a_proposed_change_may_go(root: Path) -> None:
    run_git(root, "switch", "--quiet", "--create", "proposal")
    (root / "docs/draft.md").write_text(HEAD, "utf-8")
    commit(root)
    (root / "docs/draft.md").unlink()
    commit(root)
    assert "is gone" not in _report_text(root)
    run_git(root, "switch", "--quiet", "main")
    run_git(root, "merge", "--quiet", "--no-ff", "proposal")
    assert "is gone" not in _report_text(root)


def test_without_git_nothing_is_known_of_old_pages(tmp_path: Path) -> None:
    assert not _report_text(write_handbook(tmp_path, {"docs/page.md": HEAD}))


def test_what_was_published_since_the_last_check_is_known(root: Path) -> None:
    _report_text(root)
    (root / "docs/new.md").write_text(HEAD, "utf-8")
    commit(root)
    _report_text(root)
    (root / "docs/new.md").unlink()
    assert "docs/new.md: notice: this page was published and is gone" in _report_text(root)


def test_history_that_comes_to_a_shallow_copy_is_known(root: Path, tmp_path: Path) -> None:
    (root / "docs/hold.md").unlink()
    commit(root)
    copy = tmp_path / "copy"
    run_git(root, "clone", "--quiet", "--depth=1", root.as_uri(), str(copy))
    assert "is gone" not in _report_text(copy)
    run_git(copy, "fetch", "--quiet", "--unshallow")
    assert "docs/hold.md: notice: this page was published and is gone" in _report_text(copy)


def test_history_that_git_did_not_tell_is_asked_for_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "docs/hold.md").unlink()
    with monkeypatch.context() as broken:
        broken.setattr(repository, "git", lambda *words: "" if "log" in words else git(*words))
        assert "is gone" not in _report_text(root)
    assert "docs/hold.md: notice: this page was published and is gone" in _report_text(root)


def test_a_second_check_does_not_ask_again_what_git_has_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def counted(folder: Path, *words: str) -> str:
        asked.append(words[0])
        return git(folder, *words)

    monkeypatch.setattr(repository, "git", counted)
    _report_text(root)
    first = Counter(asked)
    asked.clear()
    _report_text(root)
    assert first - Counter(asked) == {"log": 1, "grep": 1}  # files, questions; that no quiz has a page may be a failure


def test_unannounced_changes_are_noticed(root: Path) -> None:
    assert "changed since the last entry" not in _report_text(root)
    (root / "docs/hold.md").write_text(f"{HEAD}Hold the line.\n", "utf-8")
    commit(root)
    assert "notice: 1 file changed since the last entry" in _report_text(root)
    (root / "docs/_data/news.yml").write_text(NEWS.replace("here", "better") + NEWS, "utf-8")
    assert "changed since the last entry" not in _report_text(root)


def test_changes_are_listed_with_before_and_after(root: Path) -> None:
    (root / "docs/hold.md").write_text(f"{HEAD}Hold the line.\n", "utf-8")
    (root / "docs/_data/organization.yml").write_text("phone:\n  limit: 2\n", "utf-8")
    (root / "quizbank/items/a.yml").write_text(ITEM.replace("answer: true", "answer: false"), "utf-8")
    (root / "docs/other.md").rename(root / "docs/new.md")
    (root / "docs/new.md").write_text("---\ntitle: New\nsummary: About it.\nwas: [other.md]\n---\n", "utf-8")
    assert _changes(root) == (
        "Values\n- phone.limit: changed; shown on Page\n  - before: 3\n  - after: 2\n\n"
        "Pages\n- Page (docs/hold.md): changed\n  - before: Hold on.\n  - after: Hold the line.\n"
        "- New (docs/new.md): was other.md\n"
        "  - before: title: Page\n  - after: title: New\n  - after: was: [other.md]\n"
        "\n"
        "Questions\n- q-one: changed\n  - answer, before: true\n  - answer, after: false\n"
    )


def test_derived_questions_are_listed_with_their_source(root: Path) -> None:
    item = "- id: q-two\n  from: profile: phone.limit\n  as: short\n  level: recall\n  stem: How many?\n"
    (root / "quizbank/items/b.yml").write_text(f"{item}  refs: [page.md]\n", "utf-8")
    commit(root, "Made")
    (root / "docs/_data/organization.yml").write_text("phone:\n  limit: 2\n", "utf-8")
    follows = "- q-two: follows phone.limit, which it is made from\n  - accept 1 number, before: 3\n"
    assert f"{follows}  - accept 1 number, after: 2" in _changes(root)


def _report(root: Path) -> str:
    result = CliRunner().invoke(main, ["--root", str(root), "report", "--since", "HEAD"])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_the_report_of_a_change_holds_what_an_editor_needs(root: Path) -> None:
    (root / "docs/_data/news.yml").write_text(NEWS.replace("here", "better") + NEWS, "utf-8")
    sections = "- folder: desk\n  title: Desk\n  owner: HR\n  review_months: 6\n"
    (root / "docs/_data/sections.yml").write_text(sections, "utf-8")
    report = _report(root)
    assert report.startswith("### No problems found")
    assert "docs/_data/news.yml" in report
    assert "```text\nSubject: New in the customer service handbook: The handbook is better\n" in report
    assert "Desk (desk), HR: never reviewed (every 6 months)" in report


def test_the_report_of_a_change_names_the_mistakes_too(root: Path) -> None:
    (root / "docs/hold.md").write_text(f"{HEAD}\n‘‘‘ procedure\nid: hold-on\n‘‘‘\n", "utf-8")
    report = _report(root)
    assert "### To fix before this can be published\n\n````text\ndocs/hold.md:7: " in report
    assert "Email to paste" not in report


def test_the_report_suggests_the_edits_that_fix_what_is_wrong_and_no_others(root: Path) -> None:
    (root / "docs/hold.md").write_text(
        f"{HEAD}\n‘‘‘ checklist\nid: hold-on\ntitle: Hold\nitems:\n  - Ask\n‘‘‘\n", "utf-8"
    )
    (root / "quizbank/items/b.yml").write_text("- id: q-two\n  stem: Yes: or no?\n  type: single\n", "utf-8")
    report = _report(root)
    suggested = report.partition("### Suggested edits")[2].partition("\n```\n")[0]
    assert "-‘‘‘ checklist\n+``` checklist\n" in suggested
    assert "b.yml" not in suggested  # nothing in it can be fixed without knowing the answer


def test_the_report_suggests_nothing_where_nothing_is_wrong(root: Path) -> None:
    (root / "quizbank/items/a.yml").write_text(ITEM.replace("answer: true", "answer: false "), "utf-8")
    assert "Suggested edits" not in _report(root)


def test_changes_of_a_proposal_are_those_since_it_left_the_main_branch(root: Path) -> None:
    run_git(root, "switch", "--quiet", "--create", "proposal")
    (root / "docs/more.md").write_text(HEAD, "utf-8")
    commit(root)
    commit_of_main = "- Page (docs/more.md): new"
    assert commit_of_main in _changes(root)
    assert commit_of_main in _changes(root, "--since", "main", "--format", "markdown").replace("**", "")


def test_an_unknown_git_revision_is_reported(root: Path) -> None:
    result = CliRunner().invoke(main, ["--root", str(root), "changes", "--since", "nowhere"])
    assert result.exit_code == 1
    assert 'There is no "nowhere" in git' in result.stderr


STEPS = "".join(f"- do: {step} the phone.\n  why: It rings.\n" for step in ("Lift", "Hold", "Put down"))
PROCEDURE = f"``` procedure\nid: page-steps\ntitle: Steps\nsteps:\n{STEPS}```\n\n## Aside\n\nWords.\n"


def _named_elsewhere(root: Path) -> None:
    """Publish a page with a box and a heading, a question, and all that names them."""
    shown = "``` show\nid: steps-again\ntitle: Again\nof: [page-steps]\n```\n\n[Aside](page.md#aside)\n\n"
    quiz = "``` quiz\nid: one-quiz\ntitle: One\nitems: [q-one]\n```\n"
    derived = "- id: q-made\n  from: page-steps\n  as: order\n  level: apply\n  stem: Put these in order.\n"
    refs = "refs: [page-steps, page.md#aside]"
    files = {
        "docs/page.md": f"{HEAD}{PROCEDURE}",
        "docs/other.md": f"{HEAD}{shown}{quiz}",
        "quizbank/items/a.yml": ITEM.replace("refs: [page.md]", refs),
        "quizbank/items/b.yml": derived,
    }
    commit(write_handbook(root, files), "Name it")


@pytest.mark.parametrize(
    ("file", "alone"), [("docs/page.md", "this page is empty"), ("quizbank/items/a.yml", "this file is empty")]
)
def test_an_emptied_file_is_one_problem_and_not_one_for_each_mention(root: Path, file: str, alone: str) -> None:
    _named_elsewhere(root)
    before = {problem.message for problem in check_handbook(root)[1]}
    (root / file).write_text("", "utf-8")
    report = [(each.path, each.message) for each in check_handbook(root)[1] if each.message not in before]
    assert [each for each in report if each[0] != "docs/_data/news.yml"] == [(file, alone)]
    (root / file).write_text(f"{HEAD}Words.\n" if file.endswith(".md") else ITEM.replace("q-one", "q-two"), "utf-8")
    assert "docs/other.md" in {each.path for each in check_handbook(root)[1]}  # of what is left out, it tells there
