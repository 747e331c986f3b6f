"""What import says of a file is kept in golden cases, each message in one of them at least."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from handbook.intake import Intake, exit_code, read_file, together
from handbook.intake.marks import RIGHT, WRONG, share
from handbook.model.guide import Guide
from handbook.source.codes import Code
from handbook.source.problems import Level, Problem, Problems, as_text
from support.folders import PROJECT
from support.golden_cases import FOLDER, cases

INTAKE = sorted((PROJECT / "hooks/handbook/intake").glob("*.py"))
SAYS = {"LeftOut", "change", "note", "problem", "_refusal"}
BOUNDS = {"characters in one cell", "can't be imported"}
"""Parts of messages on what is more than anyone writes: those have tests of their own (test_import_bounds)."""


def _messages() -> Iterator[tuple[str, str]]:
    """The longest fixed part of each message in the code, with its place."""
    for file in INTAKE:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and _name(node.func) in SAYS:
                for argument in node.args[:4]:
                    parts = argument.values if isinstance(argument, ast.JoinedStr) else [argument]
                    texts = [str(part.value) for part in parts if isinstance(part, ast.Constant)]
                    longest = max(texts, key=len, default="")
                    if len(longest) > 10:
                        yield f"{file.name}:{node.lineno}", longest


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


@pytest.mark.parametrize(("place", "words"), sorted(_messages()))
def test_every_message_is_in_a_golden_case(place: str, words: str) -> None:
    said = "\n".join(case.parts["expected"] for case in cases("import"))
    in_tests = "\n".join(file.read_text("utf-8") for file in Path(__file__).parent.glob("test_import_*.py"))
    assert words.strip() in said or words.strip() in in_tests or words in BOUNDS, place


@pytest.mark.parametrize("name", [case.file.stem for case in cases("import")])
def test_every_question_of_a_case_is_counted_and_none_is_lost_untold(name: str) -> None:
    text = (FOLDER / "import" / f"{name}.txt").read_text("utf-8")
    counts = re.search(r"^(\d+) questions? in the file, (\d+) taken, (\d+) not\.$", text, re.MULTILINE)
    if counts:
        seen, taken, left = map(int, counts.groups())
        assert seen == taken + left
        assert len(re.findall(r"^- id: ", text.partition("=== expected")[2], re.MULTILINE)) == taken
        assert ("question left out" in text) == bool(left)
    else:
        assert "No question was taken." in text


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        *((mark, 1) for mark in sorted(RIGHT)),
        *((mark, 0) for mark in sorted(WRONG)),
        *((mark, 1) for mark in ("Yes", "TRUE", " x ", "Correct!", "Right.", "✔️", "Sí", "100%", "100 %")),
        *((mark, 0) for mark in ("", "No", "FALSE", "Wrong!", "❌", "0%", "0.0 %")),
        ("50%", 0.5),
        ("33,3 %", 0.333),
        ("-25%", -0.25),
        *((mark, None) for mark in ("maybe", "n/a", "yes and no", "2", "0.5", "?", "1st", "×", "☒", "right or wrong")),
    ],
)
def test_a_mark_of_right_is_known_or_unclear(cell: str, value: float | None) -> None:
    assert share(cell) == (None if value is None else pytest.approx(value))


def test_no_mark_is_both_right_and_wrong() -> None:
    assert not RIGHT & WRONG


def test_what_is_said_of_several_lines_is_said_once() -> None:
    problems = [Problem("x", line, Code.IMPORT_ANSWER, "wrong", "Mend it.") for line in (9, 2, 5)]
    assert as_text(together(problems)) == "x:2: wrong [import-answer]\n    Mend it. The same in lines 5, 9."


@pytest.mark.parametrize(
    ("codes", "code"),
    [([], 0), ([Code.KEY_MISSING], 3), ([Code.KEY_MISSING, Code.IMPORT_CHANGED], 1), ([Code.IMPORT_UNREADABLE], 1)],
)
def test_the_exit_code_tells_a_loss_from_what_is_to_be_filled_in(codes: list[Code], code: int) -> None:
    assert exit_code(Problem("x", 1, each, "") for each in codes) == code


def test_a_notice_alone_is_no_loss() -> None:
    assert exit_code([Problem("x", 1, Code.IMPORT_NOTE, "", level=Level.NOTICE)]) == 0


def test_a_long_text_is_not_repeated_whole() -> None:
    problems = Problems()
    read_file(f"q{{#={'many ' * 20_000}}}".encode(), Intake("x.gift", Guide((), ()), "", {}, problems))
    assert len(as_text(together(problems))) < 1_000
