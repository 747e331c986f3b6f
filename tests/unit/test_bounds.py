"""Odd clocks, foreign folders, deep pictures and lines full of marks are told in words, and soon."""

import os
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner

from handbook.checks import check_handbook
from handbook.cli import main
from handbook.export.archive import zipped
from handbook.git.edition import EPOCH, Edition, EpochError, read_edition
from handbook.source.codes import Code
from handbook.source.markup import links_of
from handbook.source.svg import DEEPEST, UnfitPicture, read_picture
from support.folders import HEAD, Checked, copy_project, write_handbook

Check = Callable[[Mapping[str, str]], Checked]


@pytest.fixture(autouse=True)
def no_date_given(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests may have set one."""
    monkeypatch.delenv(EPOCH, raising=False)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)


def commit(root: Path, when: str) -> Path:
    """A repository of a folder, with one commit of that time."""
    who = {f"GIT_{name}_{key}": "a@b" for name in ("AUTHOR", "COMMITTER") for key in ("NAME", "EMAIL")}
    dates = {f"GIT_{name}_DATE": when for name in ("AUTHOR", "COMMITTER")}
    for words in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "--allow-empty", "-m", "One"]):
        subprocess.run(["git", *words], cwd=root, check=True, env={**os.environ, **who, **dates})
    return root


@pytest.mark.parametrize(
    "epoch",
    ["-5", "abc", "1.5", "²", "٣", "99999999999999999", "9" * 5000, "4102444800", "1e9", "0x10", "+5", "1_000"],
)
def test_a_date_from_outside_that_is_none_is_told_with_one_that_is(
    tmp_path: Path, epoch: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(EPOCH, epoch)
    with pytest.raises(EpochError, match=r"for example 1777600000 for 2026-05-01; or leave it out: unset SOURCE_DATE"):
        read_edition(tmp_path)


@pytest.mark.parametrize(
    "words", [["site"], ["guide"], ["bundle"], ["export", "--all", "--to", "json", "--out", "x.json"]]
)
def test_a_command_that_needs_the_date_says_what_is_wrong_with_it(tmp_path: Path, words: list[str]) -> None:
    root = copy_project(tmp_path)
    done = CliRunner().invoke(main, ["--root", str(root), *words], env={EPOCH: "yesterday"})
    assert done.exit_code == 1
    assert f'Error: {EPOCH} is "yesterday". It should be the seconds from 1970 to a day before 2100' in done.output
    assert isinstance(done.exception, SystemExit)


@pytest.mark.parametrize("epoch", ["", " "])
def test_a_date_from_outside_with_nothing_in_it_is_none(
    tmp_path: Path, epoch: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(EPOCH, epoch)
    assert read_edition(tmp_path) == Edition()


@pytest.mark.parametrize("seconds", [-1, -(10**12), 4_102_444_800, 10**18])
def test_a_commit_of_a_day_that_cannot_be_has_no_date(seconds: int) -> None:
    edition = Edition.at(seconds, "0123abc", changed=True)
    assert str(edition) == "0123abc with changes"
    assert edition.timestamp == Edition().timestamp


@pytest.mark.parametrize("seconds", [0, 315_532_799, 4_102_444_799])
def test_a_zip_takes_every_day_that_an_edition_has(tmp_path: Path, seconds: int) -> None:
    (tmp_path / "x.zip").write_bytes(zipped({"a": b""}, Edition.at(seconds, "")))
    assert ZipFile(tmp_path / "x.zip").infolist()[0].date_time[0] in (1980, 1979 + 1, 2099)


@pytest.mark.parametrize(
    ("when", "date"), [("@4102444799 +0000", "2099-12-31"), ("@9000000000 +0000", None), ("@0 +0000", "1970-01-01")]
)
def test_a_repository_with_a_wrong_clock_is_read(tmp_path: Path, when: str, date: str | None) -> None:
    found = read_edition(commit(write_handbook(tmp_path, {}), when)).date
    assert (found.isoformat() if found else None) == date


def test_a_stamp_of_a_day_that_cannot_be_has_no_date(tmp_path: Path) -> None:
    (tmp_path / ".edition").write_text(f"{'9' * 30} {'a' * 40}\n")
    assert str(read_edition(tmp_path)) == "aaaaaaa"


def test_a_folder_of_another_user_is_noticed_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = commit(write_handbook(tmp_path, {}), "@1777600000 +0000")
    assert not [problem for problem in check_handbook(root)[1] if problem.code is Code.HISTORY_UNREADABLE]
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    _, problems = check_handbook(root)
    (found,) = (problem for problem in problems if problem.code is Code.HISTORY_UNREADABLE)
    assert "detected dubious ownership" in found.message
    assert found.hint == f"git config --global --add safe.directory '{root.as_posix()}'"
    assert found not in problems.blocking


def test_a_repository_that_is_broken_or_cannot_be_asked_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_handbook(tmp_path, {".git/HEAD": "nonsense"})
    for why in ("not a git repository", "git isn't installed"):
        (found,) = (problem for problem in check_handbook(root)[1] if problem.code is Code.HISTORY_UNREADABLE)
        assert why in found.message
        monkeypatch.setenv("PATH", "")


@pytest.mark.parametrize(
    "day",
    [
        "2026-02-30",
        "9999-99-99",
        "0000-00-00",
        "1777600000",
        "0",
        "2026-11-22T00:00:00",
        "20261122",
        "22.11.2026",
        "٢٠٢٦-11-22",
    ],
)
def test_a_day_that_is_none_is_told_in_news_and_reviews(checked: Check, day: str) -> None:
    _, problems = checked(_dated(day))
    assert [(problem.path, problem.line, problem.code) for problem in problems.blocking] == [
        ("docs/_data/news.yml", 1, Code.VALUE_KIND),
        ("docs/_data/reviews.yml", 1, Code.VALUE_KIND),
    ]


@pytest.mark.parametrize("day", ["0001-01-01", "1999-12-31", "2100-01-01", "9999-12-31"])
def test_a_day_far_off_is_told_in_news_and_reviews(checked: Check, day: str) -> None:
    _, problems = checked(_dated(day))
    assert [(problem.line, problem.code) for problem in problems.blocking] == [(1, Code.VALUE_SIZE)] * 2
    assert all("the year is too far off" in problem.message for problem in problems.blocking)


def _dated(day: str) -> dict[str, str]:
    review = f"- date: {day}\n  section: desk\n  role: Desk\n  checked: All.\n  result: no-change\n"
    sections = "- folder: desk\n  title: Desk\n  owner: Desk\n  review_months: 60\n"
    return {
        "docs/_data/news.yml": f"- date: {day}\n  who: All\n  what: New.\n",
        "docs/_data/reviews.yml": review,
        "docs/_data/sections.yml": sections,
        "docs/desk/index.md": HEAD,
    }


def svg(levels: int) -> str:
    """A drawing with groups within groups."""
    inner = "<g>" * levels + '<path d="M0 0"/>' + "</g>" * levels
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">{inner}</svg>'


@pytest.mark.parametrize("levels", [DEEPEST, 5_000, 100_000])
def test_a_picture_with_groups_too_deep_to_be_drawn_is_refused(tmp_path: Path, levels: int) -> None:
    (tmp_path / "deep.svg").write_text(svg(levels))
    with pytest.raises(UnfitPicture):
        read_picture(tmp_path / "deep.svg")


def test_a_picture_as_deep_as_drawing_programs_make_them_is_read(tmp_path: Path) -> None:
    (tmp_path / "flat.svg").write_text(svg(DEEPEST - 2))
    assert read_picture(tmp_path / "flat.svg").tag == "svg"


def test_a_picture_that_swells_is_refused_before_it_is_read(tmp_path: Path) -> None:
    entities = "".join(f'<!ENTITY {b} "{f"&{a};" * 99}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    picture = svg(1).replace("<g>", "<g><text>&i;</text>")
    (tmp_path / "swell.svg").write_text(f'<!DOCTYPE svg [<!ENTITY a "a">{entities}]>{picture}')
    with pytest.raises(UnfitPicture, match="DOCTYPE"):
        read_picture(tmp_path / "swell.svg")


def test_a_pipe_with_the_name_of_a_page_is_not_waited_for(tmp_path: Path) -> None:
    root = write_handbook(tmp_path, {})
    os.mkfifo(root / "docs" / "pipe.md")
    _, problems = check_handbook(root)
    assert [(each.path, each.code) for each in problems.blocking] == [("docs/pipe.md", Code.FILE_UNREADABLE)]


@pytest.mark.parametrize("marks", ["[a](", "[", "[[a]", "[a](b ", "[a](b (c ", "![a][", "<a "])
def test_a_paragraph_full_of_marks_is_a_problem_with_its_line(checked: Check, marks: str) -> None:
    _, problems = checked({"docs/page.md": f"{HEAD}Text.\n\n{marks * 20_000}\n"})
    assert (8, Code.TEXT_MARKS) in [(problem.line, problem.code) for problem in problems.blocking]


def test_a_paragraph_of_ever_longer_rows_of_backticks_is_a_problem_with_its_line(checked: Check) -> None:
    rows = " ".join("`" * length for length in range(1, 300))
    _, problems = checked({"docs/page.md": f"{HEAD}Text.\n\n{rows}\n"})
    assert (8, Code.TEXT_MARKS) in [(problem.line, problem.code) for problem in problems.blocking]


def test_a_value_full_of_marks_is_a_problem_with_its_line(checked: Check) -> None:
    _, problems = checked({"docs/page.md": HEAD.replace("About it.", "[" * 20_000)})
    assert [(problem.line, problem.code) for problem in problems.blocking] == [(3, Code.TEXT_MARKS)]


@pytest.mark.parametrize("line", [">" * 1000 + " deep", "> " * 1000 + "deep"])
def test_a_list_or_quote_too_deep_to_be_read_is_a_problem(checked: Check, line: str) -> None:
    _, problems = checked({"docs/page.md": f"{HEAD}- a\n{line}\n"})
    assert (5, Code.YAML_NESTED) in [(problem.line, problem.code) for problem in problems.blocking]


def test_links_in_a_long_line_are_all_found() -> None:
    assert links_of("[a [b] c](x.md) " * 5000) == ["x.md"] * 5000
    assert links_of(f"[a]({'x' * 2000})") == ["x" * 2000]
