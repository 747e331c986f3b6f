"""Values that staff can't do without: the warning, the gate before publishing, numbers to dial."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from handbook.cli import main
from handbook.source.codes import Code
from handbook.source.profile import Value
from support.commits import commit
from support.folders import HEAD, Checked, write_handbook

Check = Callable[[Mapping[str, str]], Checked]

PROFILE = "docs/_data/organization.yml"
EMPTY = "desk:\n  bell:\n    required: true\n    value:\n  lamp:\n"
FILLED = EMPTY.replace("value:", "value: 555-0100")


def check(root: Path, profile: str, *words: str) -> Result:
    write_handbook(root, {"docs/page.md": HEAD, "docs/Late.md": HEAD, PROFILE: profile})
    return CliRunner().invoke(main, ["--root", str(root), "check", *words])


def test_an_empty_required_value_is_the_first_notice_and_blocks_nothing(tmp_path: Path) -> None:
    done = check(tmp_path, EMPTY)
    assert done.exit_code == 0
    heading, first, second, *_ = done.stdout.splitlines()
    assert heading == "== To look at now: 2"
    assert first == f'{PROFILE}:4: notice: "desk.bell" is empty, and staff can\'t do without it [value-required]'
    assert second == '    Write it after "value:".'


@pytest.mark.parametrize(
    ("profile", "words", "code"),
    [
        (EMPTY, ["--ready"], 1),
        (EMPTY, ["--ready", "--format", "github"], 1),
        (EMPTY, ["--ready=declared"], 0),
        ("ready: true\n" + EMPTY, ["--ready=declared"], 1),
        ("ready: yes\n" + EMPTY, ["--ready=declared"], 1),
        ("ready: no\n" + EMPTY, ["--ready=declared"], 0),
        ("ready: true\n" + EMPTY, [], 0),
        ("ready: true\n" + FILLED, ["--ready=declared"], 0),
        (FILLED, ["--ready"], 0),
    ],
)
def test_it_is_a_problem_before_publishing(tmp_path: Path, profile: str, words: list[str], code: int) -> None:
    assert check(tmp_path, profile, *words).exit_code == code


def test_the_report_of_a_change_calls_it_a_problem_once_the_profile_is_declared_ready(tmp_path: Path) -> None:
    for ready, shown in (("", False), ("ready: true\n", True)):
        write_handbook(tmp_path, {"docs/page.md": HEAD, PROFILE: ready + EMPTY})
        commit(tmp_path)
        done = CliRunner().invoke(main, ["--root", str(tmp_path), "report"])
        assert done.exit_code == 0
        assert (str(Code.VALUE_REQUIRED) in done.stdout) is shown


@pytest.mark.parametrize("address", ["https://git.example.org/county/handbook", "http://localhost:3000/a/b"])
@pytest.mark.parametrize("ending", ["", "/", ".git"])
def test_the_address_of_the_repository_is_read_without_its_ending(checked: Check, address: str, ending: str) -> None:
    handbook, problems = checked({PROFILE: f"repository: {address}{ending}\n"})
    assert not problems.blocking
    assert handbook.organization.settings.repository == address


@pytest.mark.parametrize(
    ("text", "href"),
    [
        ("911", "tel:911"),
        ("988", "tel:988"),
        ("555-0100", "tel:5550100"),
        ("(555) 010-0100", "tel:+15550100100"),
        ("1-555-010-0100", "tel:15550100100"),
        ("+1 555 010 0100", "tel:+15550100100"),
        ("555-010-0100, ext. 12", "tel:+15550100100;ext=12"),
        ("555-010-0100 x12", "tel:+15550100100;ext=12"),
        ("+49 30 901820", "tel:+4930901820"),
        ("Security, 555-0100", None),
        ("911, no 9 first", None),
        ("2026-11-22", None),
        ("95482-1234", None),
        ("1234567", None),
        ("3", None),
        ("8 to 5", None),
    ],
)
def test_a_value_that_is_just_a_phone_number_can_be_dialed_whatever_its_name(text: str, href: str | None) -> None:
    assert Value("desk.bell", text, 1).href == href


def test_a_value_named_phone_is_dialed_in_any_form_that_has_digits() -> None:
    assert Value("desk.phone", "5550100100", 1).href == "tel:+15550100100"
    assert Value("desk.phone", "ask at the desk", 1).href is None
