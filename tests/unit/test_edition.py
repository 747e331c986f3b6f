"""The edition: date and revision of the commit, from wherever they can be known."""

from __future__ import annotations

import subprocess
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from handbook.git.edition import Edition, _from_stamp, read_edition


@pytest.fixture(autouse=True)
def no_date_given(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests may have set one."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with one commit."""
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "Someone")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "someone@example.org")
        monkeypatch.setenv(f"GIT_{name}_DATE", "2026-11-22T23:30:00-08:00")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    (tmp_path / "page.md").write_text("One\n", "utf-8")
    (tmp_path / ".edition").write_text("$Format:%ct %H$\n", "utf-8")
    for words in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "-m", "One"]):
        subprocess.run(["git", *words], cwd=tmp_path, check=True)
    return tmp_path


def test_git_gives_date_and_time_in_utc_and_short_revision(repository: Path) -> None:
    revision = subprocess.run(["git", "rev-parse", "HEAD"], cwd=repository, check=True, capture_output=True, text=True)
    assert read_edition(repository) == Edition(date(2026, 11, 23), revision.stdout[:7], time=7 * 3600 + 30 * 60)


def test_changed_files_are_said(repository: Path) -> None:
    (repository / "page.md").write_text("Two\n", "utf-8")
    edition = read_edition(repository)
    assert edition.changed
    assert str(edition).endswith(" with changes")


def test_an_archive_tells_the_edition_that_git_tells(repository: Path, tmp_path: Path) -> None:
    (repository / ".gitattributes").write_text(".edition export-subst\n", "utf-8")
    for words in (["add", "."], ["commit", "--quiet", "-m", "Two"]):
        subprocess.run(["git", *words], cwd=repository, check=True)
    command = ["git", "archive", "--format=zip", "HEAD", ".edition"]
    archive = subprocess.run(command, cwd=repository, check=True, capture_output=True).stdout
    ZipFile(BytesIO(archive)).extractall(tmp_path / "unpacked")
    assert read_edition(repository).date
    assert _from_stamp(tmp_path / "unpacked") == read_edition(repository)


def test_a_stamp_that_git_has_not_filled_in_tells_nothing(tmp_path: Path) -> None:
    (tmp_path / ".edition").write_text("$Format:%ct %H$\n", "utf-8")
    assert read_edition(tmp_path) == Edition()


def test_a_date_given_from_outside_wins(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    edition = read_edition(repository)
    assert edition.date == date(1970, 1, 2)
    assert edition.revision


def test_what_is_not_known_is_said_to_be_so() -> None:
    assert str(Edition()) == "not dated"


def test_the_timestamp_tells_date_and_time() -> None:
    assert Edition.at(1_777_600_000, "").timestamp == 1_777_600_000
    assert Edition(date(1980, 1, 2)).timestamp - Edition().timestamp == 24 * 60 * 60
