"""`handbook new` asks, and what it writes passes the check, but for the words that are still to be written."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from handbook.checks import check_handbook
from handbook.cli import main
from handbook.source.codes import Code
from handbook.source.problems import as_text
from handbook.source.templates import ANSWERS
from support.folders import copy_project


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the small site."""
    return copy_project(tmp_path)


def _new(root: Path, what: str, *answers: str) -> str:
    result = CliRunner().invoke(
        main, ["--root", str(root), "new", what], input="".join(f"{each}\n" for each in answers)
    )
    assert result.exit_code == 0, result.output
    _, problems = check_handbook(root)
    wrong = [problem for problem in problems.blocking if problem.code is not Code.TEMPLATE_TEXT]
    assert not wrong, as_text(wrong)
    return result.output


def test_a_new_page_is_written_with_its_card(root: Path) -> None:
    _new(root, "page", "1", "Close: the door", '"Shut" it, then lock it.', "door, lock")
    text = (root / "docs/basics/close-the-door.md").read_text("utf-8")
    assert text.startswith("---\ntitle: Close: the door\n")
    assert "- link: close-the-door.md\n    text: Close: the door\n" in (root / "docs/basics/index.md").read_text(
        "utf-8"
    )


@pytest.mark.parametrize("kind", ANSWERS)
def test_a_new_question_of_any_type_is_sound(root: Path, kind: str) -> None:
    stem = "A reader stands at the desk with a wet book. What do you do now?"
    out = _new(root, "item", "desk", kind, "apply", stem, "desk/nothing.md", "desk/lend.md")
    assert "there is no box or page" in out
    written = (root / "quizbank/items/desk.yml").read_text("utf-8")
    assert "- id: desk-reader-stands-desk\n" in written
    _, problems = check_handbook(root)
    lines = {problem.line for problem in problems.blocking}
    assert lines == {at for at, line in enumerate(written.split("\n"), start=1) if " here" in line}


def test_a_new_quiz_asks_questions_that_are_there(root: Path) -> None:
    out = _new(root, "quiz", "Warm up", "A start.", "q-nothing", "q-single")
    assert "there is no question q-nothing" in out
    assert "quiz: quiz-warm-up" in out
