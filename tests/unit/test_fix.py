"""`handbook fix` fixes what is safe, shows it, and keeps remarks, order and meaning."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings

from handbook.cli import main
from handbook.fix import fixes
from handbook.fix.file_check import problems_in
from handbook.fix.strict import strict
from support.damage import damaged
from support.folders import HEAD, PROJECT, write_handbook
from support.golden_cases import Case, cases, name_of

QUESTION = """- id: q-one
  type: truefalse
  level: apply
  stem: The caller waits on the line for you.
  answer: {answer}
  why:
    true: It is so.
    false: It is not so.
  refs: [page.md]
"""


@pytest.mark.parametrize("case", cases("fix"), ids=name_of)
def test_fix(case: Case, tmp_path: Path) -> None:
    """Each case in golden/fix: files with mistakes, and what would change."""
    root = write_handbook(tmp_path, case.files)
    case.expect("".join(each.difference() for each in fixes(root)))


@pytest.mark.parametrize("case", cases("fix"), ids=name_of)
def test_a_second_fix_changes_nothing(case: Case, tmp_path: Path) -> None:
    root = write_handbook(tmp_path, case.files)
    for each in list(fixes(root)):
        (root / each.path).write_text(each.after, "utf-8")
    assert not list(fixes(root))


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(damaged())
def test_what_could_be_read_still_can(tmp_path: Path, damage: tuple[str, bytes]) -> None:
    path, content = damage
    root = write_handbook(tmp_path, {})
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(content)
    for each in fixes(root):
        assert problems_in(each.path, each.before) or not problems_in(each.path, each.after)
    (root / path).unlink()


def test_the_files_of_the_handbook_can_be_made_strict_yaml() -> None:
    for file in [*(PROJECT / "quizbank").rglob("*.yml"), *(PROJECT / "docs/_data").glob("*.yml")]:
        text = strict(file.read_text("utf-8"))
        assert isinstance(yaml.safe_load(text), list | dict | None), file.name


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A handbook with one question, committed."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    root = write_handbook(tmp_path, {"docs/page.md": HEAD, "quizbank/items/a.yml": QUESTION.format(answer="true")})
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    for words in (["init", "--quiet"], ["add", "."], [*who, "commit", "--quiet", "-m", "One"]):
        subprocess.run(["git", *words], cwd=root, check=True)
    return root


def _run(root: Path, *words: str) -> str:
    result = CliRunner().invoke(main, ["--root", str(root), "fix", *words])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_rev_is_raised_when_something_else_is_right(repository: Path) -> None:
    file = repository / "quizbank/items/a.yml"
    file.write_text(QUESTION.format(answer="false"), "utf-8")
    assert "No files have been changed." in _run(repository)
    assert "rev" not in file.read_text("utf-8")
    _run(repository, "--write")
    assert "- id: q-one\n  rev: 2\n  type: truefalse\n" in file.read_text("utf-8")
    assert "Nothing to fix." in _run(repository)


def test_rev_stays_when_only_words_change(repository: Path) -> None:
    file = repository / "quizbank/items/a.yml"
    file.write_text(QUESTION.format(answer="true").replace("It is so", "So it is"), "utf-8")
    assert "Nothing to fix." in _run(repository)
