"""The rules of item writing: each finds what breaks it, and leaves its neighbor alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from handbook.book.read import read_handbook
from handbook.lint import lint
from handbook.lint.linter import BANK_CHECKS, ITEM_CHECKS, PAIR_CHECKS, QUIZ_CHECKS
from handbook.lint.rules import RULES
from handbook.lint.strategies import CODES
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
    findings = _lint(
        tmp_path, {f"{folder.get(name, 'quizbank/items')}/{name}": text for name, text in case.files.items()}
    )
    if case.file.stem[1:3].isdigit():
        findings = [problem for problem in findings if problem.code == case.file.stem[:3].upper()]
    assert not [problem for problem in findings if problem.path.endswith("keeps.yml")]
    case.expect(as_text(findings))


def test_every_rule_is_checked_or_names_what_holds_it() -> None:
    checked = {number for number, _ in (*ITEM_CHECKS, *PAIR_CHECKS, *QUIZ_CHECKS, *BANK_CHECKS)}
    assert checked | CODES | {rule.number for rule in RULES.values() if rule.held_by} == set(RULES)
    assert list(RULES) == [f"Q{number:02}" for number in range(1, 34)]


def _bank(root: Path, entries: Iterator[str]) -> list[str]:
    """What the linter says of a bank of these entries."""
    return [problem.message for problem in _lint(root, {"quizbank/items/a.yml": "\n".join(entries)})]


def _single(at: int, right: int, longest: int) -> str:
    """A question of words of its own, with the right option in one place and the longest in another."""
    word, other, third = (f"{WORDS[at]}{step}" for step in range(3))
    options = [f"the {word} on day {at}", f"the {other} on day {at}", f"the {third} on day {at}"]
    entries = (
        f"    - text: {text}{' or so' if place == longest else ''}\n      why: It helps the customer to plan the day.\n"
        + ("      right: true\n" if place == right else "")
        for place, text in enumerate(options)
    )
    stem = f"Somebody asks for the {WORDS[at]} of number {at}. What do you hand over?"
    head = f"- id: item-{at}\n  type: single\n  level: apply\n  stem: {stem}\n  options:\n"
    return f"{head}{''.join(entries)}  refs: [desk]\n"


def _truth(at: int, answer: str) -> str:
    why = "It helps the customer to plan the day."
    stem = f"The {WORDS[at]} stands in place {at} of the {WORDS[at + 5]}."
    return (
        f"- id: truth-{at}\n  type: truefalse\n  level: apply\n  stem: {stem}\n  answer: {answer}\n"
        f"  why:\n    true: {why}\n    false: {why}\n  refs: [desk]\n"
    )


def test_a_bank_whose_statements_are_all_true_is_reported(tmp_path: Path) -> None:
    messages = _bank(tmp_path, (_truth(at, "true") for at in range(20)))
    assert "the bank: 20 of 20 statements are true" in messages
    assert "the bank: 20 of 20 questions are true or false" in messages


def test_an_even_bank_is_left_alone(tmp_path: Path) -> None:
    singles = (_single(at, at % 3, (at // 3) % 3) for at in range(24))
    truths = (_truth(at, "true" if at % 2 else "false") for at in range(4))
    assert _bank(tmp_path, (entry for group in (singles, truths) for entry in group)) == []


def _habit(part: str, text: str, first: int) -> list[str]:
    """Questions written to one pattern: as many as the part says, each in a word of its own.

    Below the stem, a line is a right option (+), a wrong one (-), or a card under its heading (<). Options take turns
    in their places, unless the part says "in order".
    """
    stem, *lines = text.strip().splitlines()
    numbers = range(first, first + int(part.partition(" ")[0]))
    return [_patterned(at, stem, lines, 0 if "in order" in part else at) for at in numbers]


def _patterned(at: int, stem: str, lines: list[str], turn: int) -> str:
    turned = [*lines[turn % len(lines) :], *lines[: turn % len(lines)]]
    why = "It helps the customer to plan the day."
    if " < " in lines[0]:
        headings = "".join(f"    - {heading}\n" for heading in dict.fromkeys(line.split(" < ")[0] for line in lines))
        cards = "".join(
            f"    - text: {card}\n      in: {heading}\n      why: {why}\n"
            for heading, card in (line.split(" < ") for line in turned)
        )
        kind, answers = "classify", f"  categories:\n{headings}  cards:\n{cards}"
    else:
        options = "".join(
            f"    - text: {line[2:]}\n      why: {why}\n" + ("      right: true\n" if line[0] == "+" else "")
            for line in turned
        )
        kind, answers = "single", f"  options:\n{options}"
    head = f"- id: item-{at}\n  type: {kind}\n  level: apply\n  stem: {stem}\n"
    return (head + answers).replace("{word}", f"{WORDS[at % 26]} {WORDS[at // 26]}") + "  refs: [desk]\n"


def _of_habit(root: Path, parts: dict[str, str], rule: str, kind: str) -> list[Problem]:
    """What the rule says of the whole bank that the parts of this kind make up."""
    entries: list[str] = []
    for part, text in parts.items():
        if kind in part:
            entries += _habit(part, text, len(entries))
    findings = _lint(root / kind, {"quizbank/items/a.yml": "\n".join(entries)})
    return [problem for problem in findings if problem.code == rule and problem.path == "quizbank/items"]


@pytest.mark.parametrize("case", cases("lint/bank"), ids=name_of)
def test_a_strategy_that_beats_chance_is_reported_and_one_that_does_not_is_left_alone(
    case: Case, tmp_path: Path
) -> None:
    """A case holds two banks, written to patterns: one breaks the rule that it is named for, one keeps it."""
    rule = case.file.stem[:3].upper()
    sound, broken = (_of_habit(tmp_path, case.files, rule, kind) for kind in ("keeps", "breaks"))
    assert sound == []
    case.expect(as_text(broken))


def _findings_of_place(root: Path, firsts: int, count: int) -> list[str]:
    """What is said of the places in a bank of questions of which so many have the right option first."""
    pattern = "Somebody asks for the {word}.\n- Read the daily news.\n+ Lay it on the table.\n- Fetch a cup of tea."
    entries = [_patterned(at, *_split(pattern), 1 if at < firsts else 2 * (at % 2)) for at in range(count)]
    return [p.message for p in _lint(root, {"quizbank/items/a.yml": "\n".join(entries)}) if p.code == "Q14"]


def _split(pattern: str) -> tuple[str, list[str]]:
    stem, *lines = pattern.splitlines()
    return stem, lines


def test_a_strategy_may_beat_chance_by_a_little_where_it_may_be_luck(tmp_path: Path) -> None:
    assert _findings_of_place(tmp_path / "few", firsts=19, count=19) == []
    assert _findings_of_place(tmp_path / "luck", firsts=28, count=60) == []
    (message,) = _findings_of_place(tmp_path / "more", firsts=30, count=60)
    assert message == "the bank: people who pick the first option are right 30 of 60 times (by chance: 20)"
    (message,) = _findings_of_place(tmp_path / "large", firsts=116, count=250)
    assert message == "the bank: people who pick the first option are right 116 of 250 times (by chance: 83)"


def test_what_a_strategy_gains_in_a_question_that_waives_the_rule_does_not_count(tmp_path: Path) -> None:
    pattern = (
        'Somebody asks for the {word}.\n+ "Which of them is it?"\n- "It lies on the shelf."\n- "It came in today."'
    )
    waiver = "  waive:\n    - rule: Q27\n      why: The other two ways to ask are on the next page.\n"

    def names_in(waived: int, count: int) -> list[str]:
        entries = [_patterned(at, *_split(pattern), at) + (waiver if at < waived else "") for at in range(count)]
        root = tmp_path / f"{waived}-{count}"
        problems = _lint(root, {"quizbank/items/a.yml": "\n".join(entries)})
        return [f"{p.message} [{p.code}]" for p in problems if p.code in ("Q27", "waiver-useless")]

    asks = "the bank: people who pick the only option with a question are right"
    assert names_in(0, 22) == [f"{asks} 22 of 22 times (by chance: 7) [Q27]"]
    assert names_in(2, 22) == [f"{asks} 20 of 20 times (by chance: 7) [Q27]"]
    assert names_in(3, 22) == []
    assert names_in(1, 10) == ['"item-0": the waiver of Q27 has no effect here [waiver-useless]']
