"""The rules of item writing: each finds what breaks it, and leaves its neighbor alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from handbook.book.read import read_handbook
from handbook.lint import RULES, lint
from handbook.lint.linter import BANK_CHECKS, ITEM_CHECKS, PAIR_CHECKS, QUIZ_CHECKS
from handbook.source.problems import Problem, Problems, as_text
from support.folders import write_handbook
from support.golden_cases import Case, cases, name_of

WORDS = [f"{letter}olert" for letter in "abcdefghijklmnopqrstuvwxyz"]


def _lint(root: Path, files: dict[str, str]) -> list[Problem]:
    """What the linter says of a bank of these files. All of them can be read."""
    problems = Problems()
    handbook = read_handbook(write_handbook(root, files), problems)
    assert not [problem for problem in problems if problem.path.startswith("quizbank")]
    return sorted(lint(handbook))


@pytest.mark.parametrize("case", cases("lint"), ids=name_of)
def test_a_rule_finds_what_breaks_it_and_leaves_its_neighbor_alone(case: Case, tmp_path: Path) -> None:
    """A case is named for its rule (q03_…); what other rules say of it is not looked at."""
    folder = {"quizzes.yml": "quizbank"}
    found = _lint(tmp_path, {f"{folder.get(name, 'quizbank/items')}/{name}": text for name, text in case.given.items()})
    if case.file.stem[1:3].isdigit():
        found = [problem for problem in found if problem.code == case.file.stem[:3].upper()]
    assert not [problem for problem in found if problem.path.endswith("keeps.yml")]
    case.expect(as_text(found))


def test_every_rule_is_checked_or_names_what_holds_it() -> None:
    checked = {number for number, _ in (*ITEM_CHECKS, *PAIR_CHECKS, *QUIZ_CHECKS, *BANK_CHECKS)}
    assert checked | {rule.number for rule in RULES.values() if rule.held_by} == set(RULES)
    assert list(RULES) == [f"Q{number:02}" for number in range(1, 27)]


def _bank(root: Path, entries: Iterator[str]) -> list[str]:
    """What the linter says of a bank of these entries."""
    return [problem.message for problem in _lint(root, {"quizbank/items/a.yml": "\n".join(entries)})]


def _single(at: int, right: int, longest: int) -> str:
    """A question of words of its own, with the right option in one place and the longest in another."""
    word, other, third = (WORDS[(at + step) % len(WORDS)] for step in (0, 9, 17))
    options = [f"the {word} on day {at}", f"the {other} on day {at}", f"the {third} on day {at}"]
    entries = (
        f"    - text: {text}{' or so' if place == longest else ''}\n      why: It helps the customer to plan the day.\n"
        + ("      right: true\n" if place == right else "")
        for place, text in enumerate(options)
    )
    stem = f"Somebody asks for the {word} of number {at}. What do you hand over?"
    head = f"- id: item-{at}\n  type: single\n  level: apply\n  stem: {stem}\n  options:\n"
    return f"{head}{''.join(entries)}  refs: [desk]\n"


def _truth(at: int, answer: str) -> str:
    why = "It helps the customer to plan the day."
    stem = f"The {WORDS[at]} stands in place {at} of the {WORDS[at + 5]}."
    return (
        f"- id: truth-{at}\n  type: truefalse\n  level: apply\n  stem: {stem}\n  answer: {answer}\n"
        f"  why:\n    true: {why}\n    false: {why}\n  refs: [desk]\n"
    )


def test_a_bank_whose_right_options_are_the_longest_is_told(tmp_path: Path) -> None:
    (message,) = _bank(tmp_path, (_single(at, at % 3, at % 3) for at in range(24)))
    assert message == "the bank: in 24 of 24 questions with one right option the right option is the longest"


def test_a_bank_whose_right_options_stand_in_one_place_is_told(tmp_path: Path) -> None:
    (message,) = _bank(tmp_path, (_single(at, at % 8 == 0, at % 3) for at in range(24)))
    assert message == (
        "the bank: in questions with one right option, the right option appears "
        "21 times in place 1, 3 times in place 2, 0 times in place 3"
    )


def test_a_bank_whose_statements_are_all_true_is_told(tmp_path: Path) -> None:
    messages = _bank(tmp_path, (_truth(at, "true") for at in range(20)))
    assert "the bank: 20 of 20 statements are true" in messages
    assert "the bank: 20 of 20 questions are true or false" in messages


def test_an_even_bank_is_left_alone(tmp_path: Path) -> None:
    singles = (_single(at, at % 3, (at // 3) % 3) for at in range(24))
    truths = (_truth(at, "true" if at % 2 else "false") for at in range(4))
    assert _bank(tmp_path, (entry for group in (singles, truths) for entry in group)) == []
