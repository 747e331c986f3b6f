"""Characters that nobody types: reported with line and column, then read as meant, in every kind of file."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from handbook.checks import check_handbook
from handbook.source.characters import without_odd_characters
from handbook.source.problems import Level, Problem, Problems
from support.folders import HEAD, Checked, write_handbook

ODD = {
    "null": ("cus\x00tomer", '"customer"'),
    "start of heading": ("cus\x01tomer", '"customer"'),
    "vertical tab of a word processor": ("over\x0bhere", '"over here"'),
    "next line": ("over\x85here", '"over here"'),
    "line separator": ("over\u2028here", '"over here"'),
    "no character": ("cus\ufffetomer", '"customer"'),
    "place of a picture": ("see \ufffc.", '"."'),
    "turned direction": ("cus\u202etomer", '"customer"'),
    "isolated direction": ("\u2067abc\u2069", '"abc"'),
    "symbol of one font": ("\uf0b7 Lock", "leave it out"),
    "tag": ("cus\U000e0041tomer", '"customer"'),
    "zero-width space in a word": ("cus\u200btomer", '"customer"'),
    "joiner in a word": ("cus\u200dtomer", '"customer"'),
    "byte order mark in a word": ("cus\ufefftomer", '"customer"'),
    "lost apostrophe": ("customer\ufffds", '"customer’s"'),
    "apostrophe in the wrong encoding": ("Donâ€™t", '"Don’t"'),
    "quote of which a character is lost": ("â€œyesâ€", '"“yes”"'),
    "accent in the wrong encoding": ("cafÃ©", '"café"'),
    "paragraph in the wrong encoding": ("Â§", '"§"'),
    "check mark in the wrong encoding": ("âœ”", '"✔"'),
    "apostrophe from an old Mac": ("Don‚Äôt", '"Don’t"'),
    "character by its number": ("cus&#x202e;tomer", '"customer"'),
    "no character by its number": ("cus&#0;tomer", '"customer"'),
}
"""What is typed, and what the hint offers in its place."""

NOTICED = {
    "soft hyphen": ("cus\u00adtomer", '"customer"'),
    "zero-width space beside a word": ("customer\u200b.", '"customer."'),
    "mark of direction": ("555-0100\u200e", '"555-0100"'),
    "letters of a PDF": ("oﬃce", '"office"'),
    "letters of another font": ("𝗕𝗼𝗹𝗱", '"Bold"'),
    "wide letters": ("ＡＢＣ", '"ABC"'),
}

MEANT = (
    "café",
    "naïve",
    "Ñ”",
    "“Pokémon café”…",
    "voilà”",
    "É’s",
    "👩\u200d⚕\ufe0f",
    "🏴\U000e0067\U000e0062\U000e0065\U000e007f",
    "می\u200cخواهم",
    "שלום\u200f!",
    "10\u00a0a.m.",
    "½",
    "5 €",
    "→",
    "✔",
    "`â€™`",
    "`�`",
    "&#8217;",
    "&#39;",
    "&nbsp;",
    "`&#0;`",
    "Sí, señor",
    "Größe",
    "Žluťoučký",
    "日本語",
    "Привет",
    "−5 °C",
    "…”",
    "’",
    "[name]＊",
)
"""What people mean."""


def _problems(text: str) -> list[Problem]:
    problems = Problems()
    without_odd_characters("docs/page.md", text, problems)
    return list(problems)


@pytest.mark.parametrize(("typed", "offered"), ODD.values(), ids=ODD)
def test_what_nobody_means_is_a_problem_with_its_fix(typed: str, offered: str) -> None:
    (problem,) = _problems(f"First line.\nA {typed} here.")
    assert problem.level is Level.PROBLEM
    assert problem.line == 2
    assert ", at column " in problem.message
    assert offered in problem.hint


@pytest.mark.parametrize(("typed", "offered"), NOTICED.values(), ids=NOTICED)
def test_what_might_be_meant_is_a_notice(typed: str, offered: str) -> None:
    (problem,) = _problems(f"First line.\nA {typed} here.")
    assert problem.level is Level.NOTICE
    assert offered in problem.hint


@pytest.mark.parametrize("text", MEANT)
def test_what_is_meant_is_left_alone(text: str) -> None:
    assert _problems(f"A {text} here, {text}") == []


@pytest.mark.parametrize(("typed", "_"), ODD.values(), ids=ODD)
def test_a_problem_is_told_once_and_then_read_as_meant(typed: str, _: str) -> None:
    read = without_odd_characters("a.md", f"A {typed} here.", Problems())
    assert [problem for problem in _problems(read) if problem.level is Level.PROBLEM] == []


def test_one_kind_in_many_lines_is_one_problem() -> None:
    (problem,) = _problems("\n".join(["Donâ€™t"] * 9))
    assert problem.message.endswith("at column 4, and on lines 2, 3, 4, 5, 6 …")


PLACES: Mapping[str, Mapping[str, str]] = {
    "head of a page": {"docs/page.md": "---\ntitle: A {}\nsummary: B.\n---\n"},
    "body of a page": {"docs/page.md": f"{HEAD}A {{}} here.\n"},
    "box of a page": {"docs/page.md": f"{HEAD}``` checklist\nid: a-list\ntitle: A\nitems:\n  - A {{}} here\n```\n"},
    "code of a page": {"docs/page.md": f"{HEAD}    A {{}} here.\n"},
    "profile": {"docs/_data/organization.yml": "org:\n  name: A {}\n"},
    "glossary": {"docs/_data/glossary.yml": "- term: A {}\n  means: B\n"},
    "quizzes": {"quizbank/quizzes.yml": "- id: quiz\n  title: A {}\n  items: []\n"},
    "question": {"quizbank/items/a.yml": "- id: one\n  type: reflect\n  level: judge\n  stem: A {} here?\n"},
}


@pytest.mark.parametrize("files", PLACES.values(), ids=PLACES)
@pytest.mark.parametrize("typed", ["cus\x00tomer", "cus\ufffetomer", "cus\u202etomer", "cus\u200btomer", "Donâ€™t"])
def test_every_kind_of_file_is_looked_at(
    files: Mapping[str, str], typed: str, checked: Callable[[Mapping[str, str]], Checked]
) -> None:
    ((path, text),) = files.items()
    line = text[: text.index("{}")].count("\n") + 1
    _, problems = checked({path: text.format(typed)})
    odd = [each for each in problems.blocking if each.code.startswith(("file-character", "character-"))]
    assert [(each.path, each.line) for each in odd] == [(path, line)]


def test_half_of_a_pair_is_no_text(tmp_path: Path) -> None:
    """UTF-8 cannot hold it; a program that writes it anyway has not saved as UTF-8."""
    root = write_handbook(tmp_path, {})
    (root / "docs/page.md").write_bytes(f"{HEAD}a".encode() + "\ud800".encode("utf-8", "surrogatepass"))
    (problem,) = check_handbook(root)[1].blocking
    assert (problem.line, problem.code) == (6, "file-encoding")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_two_bytes_a_character_are_one_problem(tmp_path: Path, encoding: str) -> None:
    root = write_handbook(tmp_path, {})
    (root / "docs/page.md").write_bytes(f"{HEAD}Text.\n".encode(encoding))
    (problem,) = check_handbook(root)[1].blocking
    assert (problem.line, problem.code) == (1, "file-encoding")


def test_a_character_as_a_code_of_yaml_is_a_problem(checked: Callable[[Mapping[str, str]], Checked]) -> None:
    _, problems = checked({"docs/_data/organization.yml": 'org:\n  name: "A \\u202e b"\n'})
    assert [(each.line, each.code) for each in problems.blocking] == [(2, "file-character")]
