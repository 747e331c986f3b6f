"""The buttons of the workshop that put a fix into its line: each does away with what its message says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from handbook.checks import check_handbook
from handbook.fix.offers import with_offer
from handbook.source.codes import Code
from handbook.source.problems import Problem
from handbook.workshop.line_fixes import line_fixes
from support.folders import write_handbook
from support.golden_cases import Case, cases
from support.pasting import paste

LEAST = 0.6
"""The share of the fixes in the golden cases that a button does; the others need a decision, words or several lines."""


def offer(message: str, hint: str, line: str) -> str:
    return with_offer(Problem("docs/page.md", 1, Code.KEY_UNKNOWN, message, hint), line)


def findings(root: Path, files: Mapping[str, str]) -> list[Problem]:
    return list(check_handbook(write_handbook(root, files))[1])


def pasteable(case: Case, problems: list[Problem]) -> Iterator[Problem]:
    """The problems whose hint can be pasted without another file."""
    for problem in problems:
        files = dict(case.files)
        if problem.path in files and problem.line and paste(files, problem) and set(files) == set(case.files):
            yield problem


def test_a_button_puts_the_offer_in_place_of_what_the_message_quotes() -> None:
    assert offer('"lok.md" leads to no page', 'Did you mean "look.md"?', "See [it](lok.md).") == "See [it](look.md)."
    assert offer('"levl" is no key', 'Did you mean "level"?', "  levl: apply") == "  level: apply"
    assert offer('"b" is in it', 'Put it on a line of its own: "b: 2".', "  - a: 1 b: 2") == "  - a: 1\n    b: 2"


def test_no_button_where_there_are_two_places_or_two_offers_or_words_to_write() -> None:
    for message, hint, line in (
        ('"a" is wrong', 'Write "b".', "a and a"),
        ('"a" is wrong', 'Write "b" or "c".', "only a"),
        ('"alt" is missing', 'Add a line "alt: …".', "alt"),
        ('"Title" is a second title', 'Write "## Title".', "Title"),
    ):
        assert offer(message, hint, line) == line


def test_every_button_does_away_with_its_problem_and_most_fixes_have_one(tmp_path: Path) -> None:
    count = buttons = 0
    for at, case in enumerate(each for each in cases("problems") if " as " not in "".join(each.files)):
        root = tmp_path / str(at)
        problems = findings(root / "before", case.files)
        for number, problem in enumerate(pasteable(case, problems)):
            text = case.files[problem.path]
            fixes = line_fixes(root / "before", problem.path, text, [problem])
            fix = next(
                (each for each in fixes if problem.line in range(each["line"], each["line"] + each["count"])), None
            )
            count, buttons = count + 1, buttons + bool(fix)
            if fix and len(fixes) == 1:
                lines = text.split("\n")
                lines[fix["line"] - 1 : fix["line"] - 1 + fix["count"]] = fix["text"]
                left = findings(root / str(number), {**case.files, problem.path: "\n".join(lines)})
                assert problem not in left, f"{case.file.name}: {problem}"
    assert buttons >= LEAST * count, f"{buttons} of {count}"
