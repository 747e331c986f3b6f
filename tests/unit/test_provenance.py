"""Questions are distinguished from sections that changed since, and sections from questions that nobody wrote yet."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.book.read import read_handbook
from handbook.checks import check_handbook
from handbook.source.codes import Code
from handbook.source.problems import Problems
from handbook.upkeep.provenance import accepted, reviewed_yaml, text_behind
from support.commands import call_handbook
from support.folders import HEAD, write_handbook

PAGE = (
    HEAD
    + """Opening words.

## How to lend

Take the card.

### In short

Card first.

``` procedure
id: desk-lend
title: Lending
steps:
  - do: Take the card.
```

## How to return

Put it on the shelf.
"""
)
ITEM = """\
- id: {name}
  type: truefalse
  level: {level}
  stem: The card comes first.
  answer: true
  why:
    true: So the page says.
    false: The page says so.
  refs: [{refs}]
"""
SECTIONS = "- folder: desk\n  title: At the desk\n  owner: Lead\n"


def item(name: str, *refs: str, level: str = "recall") -> str:
    return ITEM.format(name=name, level=level, refs=", ".join(refs))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A handbook with three questions, each compared with its section."""
    bank = item("on-section", "desk/lend.md#how-to-lend") + item("on-steps", "desk-lend", level="apply")
    bank += item("on-return", "desk/lend.md#how-to-return", level="apply")
    files = {"docs/desk/lend.md": PAGE, "docs/_data/sections.yml": SECTIONS, "quizbank/items/all.yml": bank}
    root = write_handbook(tmp_path, files)
    handbook = read_handbook(root, Problems())
    text = reviewed_yaml(accepted(handbook, handbook.bank.items))
    return write_handbook(root, {"quizbank/reviewed.yml": text})


def changed_items(root: Path) -> list[str]:
    _, problems = check_handbook(root)
    assert not problems.blocking
    return [problem.message.split('"')[1] for problem in problems if problem.code is Code.REFERENCE_CHANGED]


def edit(root: Path, old: str, new: str) -> None:
    file = root / "docs/desk/lend.md"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


@pytest.mark.parametrize(
    ("ref", "begins", "ends"),
    [
        ("desk/lend.md#how-to-lend", "## How to lend", "```"),
        ("desk/lend.md#in-short", "### In short", "```"),
        ("desk/lend.md#how-to-return", "## How to return", "Put it on the shelf."),
        ("desk-lend", "id: desk-lend", "Take the card."),
        ("desk/lend.md#desk-lend", "id: desk-lend", "Take the card."),
        ("desk/lend.md", "Page\nAbout it.", "Put it on the shelf."),
    ],
)
def test_a_reference_stands_for_its_section_its_box_or_its_page(
    project: Path, ref: str, begins: str, ends: str
) -> None:
    text = text_behind(ref, read_handbook(project, Problems()).guide)
    assert text
    assert text.startswith(begins)
    assert text.rstrip().endswith(ends)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Put it on the shelf.", "Put it in the box.", ["on-return"]),
        ("Card first.", "Card last.", ["on-section"]),
        ("- do: Take the card.", "- do: Take the pen.", ["on-section", "on-steps"]),
        ("Opening words.", "Other words.", []),
        ("Put it on the shelf.", "Put it\non   the shelf.\n\n\n", []),
    ],
)
def test_a_notice_names_each_question_whose_text_changed(
    project: Path, old: str, new: str, expected: list[str]
) -> None:
    assert changed_items(project) == []
    edit(project, old, new)
    assert sorted(changed_items(project)) == expected


def test_a_question_that_was_never_accepted_makes_no_notice(project: Path) -> None:
    """Whoever writes in a browser can run no command, so nothing asks them to."""
    file = project / "quizbank/items/all.yml"
    file.write_text(file.read_text("utf-8") + item("new-one", "desk/lend.md#how-to-return"), "utf-8")
    edit(project, "Put it on the shelf.", "Put it in the box.")
    assert changed_items(project) == ["on-return"]
    assert call_handbook(project, "recheck").stdout.endswith("Questions to compare again: 1. Not accepted yet: 1.\n")


def test_a_term_of_the_glossary_names_the_questions_that_speak_of_it(project: Path) -> None:
    write_handbook(
        project,
        {
            "docs/terms.md": HEAD + "``` glossary\nid: glossary\ntitle: Terms\n```\n",
            "docs/_data/glossary.yml": "- term: Card\n  means: A piece of paper.\n- term: Shelf\n  means: A board.\n",
            "quizbank/items/terms.yml": item("on-card", "glossary"),
        },
    )
    assert call_handbook(project, "recheck", "--accept").returncode == 0
    glossary = project / "docs/_data/glossary.yml"
    glossary.write_text(glossary.read_text("utf-8").replace("A board.", "A plank."), "utf-8")
    assert changed_items(project) == []
    glossary.write_text(glossary.read_text("utf-8").replace("A piece of paper.", "A thing."), "utf-8")
    assert changed_items(project) == ["on-card"]


def test_recheck_shows_question_key_and_the_text_as_it_is_now(project: Path) -> None:
    edit(project, "Put it on the shelf.", "Put it in the box.")
    output = call_handbook(project, "recheck").stdout
    assert "quizbank/items/all.yml:19: on-return: desk/lend.md#how-to-return has changed" in output
    assert "  Question: The card comes first.\n  Key: True\n" in output
    assert "    Put it in the box." in output


def test_accepting_one_question_leaves_the_others_to_be_compared(project: Path) -> None:
    edit(project, "- do: Take the card.", "- do: Take the pen.")
    before = (project / "quizbank/reviewed.yml").read_text("utf-8")
    assert call_handbook(project, "recheck", "--accept", "on-steps").returncode == 0
    assert changed_items(project) == ["on-section"]
    after = (project / "quizbank/reviewed.yml").read_text("utf-8")
    assert len({*before.splitlines()} ^ {*after.splitlines()}) == 2


def test_accepting_all_that_was_accepted_writes_the_same_file(project: Path) -> None:
    file = project / "quizbank/reviewed.yml"
    before = file.read_bytes()
    result = call_handbook(project, "recheck", "--accept")
    assert result.stdout == "quizbank/reviewed.yml: 3 questions recorded as matching the current text.\n"
    assert file.read_bytes() == before


def test_a_question_of_an_unknown_name_is_not_accepted(project: Path) -> None:
    result = call_handbook(project, "recheck", "--accept", "on-stepz")
    assert result.returncode == 2
    assert 'There is no question "on-stepz". Did you mean "on-steps"?' in result.stderr


def test_gaps_counts_sections_by_level_and_lists_what_no_question_asks(project: Path) -> None:
    steps = "``` procedure\nid: desk-shelve\ntitle: Shelving\nsteps:\n  - do: Read the label.\n```\n"
    lend = PAGE + "\n## Hours\n\nNine to five.\n"
    files = {"docs/desk/shelve.md": HEAD + steps, "docs/desk/index.md": HEAD, "docs/desk/lend.md": lend}
    write_handbook(project, files)
    hours = lend.split("\n").index("## Hours") + 1
    assert call_handbook(project, "gaps").stdout.splitlines() == [
        "             recall   apply   judge     all",
        "At the desk       1       2       0       3",
        "",
        "Pages without a question: 1",
        "  docs/desk/shelve.md: Page",
        "Headings without a question: 1",
        f"  docs/desk/lend.md:{hours}: Hours",
        "Procedures and tables without a question: 1",
        "  docs/desk/shelve.md:6: desk-shelve (procedure): Shelving",
    ]
