"""Every problem has a code that is explained in one place, and nothing hangs on how its message is worded."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from handbook.source.codes import REFERENCE, Code, reference
from handbook.source.problems import nearest
from support.folders import PROJECT

LIBRARY = sorted((PROJECT / "hooks").rglob("*.py"))
SEARCHES = {"search", "match", "fullmatch", "findall", "finditer", "startswith", "endswith", "find", "count", "split"}


def _nodes() -> Iterator[tuple[Path, ast.AST]]:
    for file in LIBRARY:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            yield file, node


def test_the_committed_reference_is_what_the_code_gives() -> None:
    """When it is not: run `handbook schema` and commit what it writes."""
    assert (PROJECT / REFERENCE).read_text("utf-8") == reference()


def test_every_code_in_use_is_explained_and_every_explained_code_is_in_use() -> None:
    used = {
        node.attr
        for file, node in _nodes()
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "Code"
        if file.name != "codes.py"
    }
    assert used == set(Code.__members__)


@pytest.mark.parametrize("code", Code)
def test_a_code_is_short_and_has_a_row_in_the_reference(code: Code) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+){1,2}|Q\d\d", code)
    assert code.heading
    assert code.meaning.endswith(".")
    assert code.example
    (row,) = (line for line in reference().splitlines() if line.startswith(f"| `{code}` |"))
    assert len(re.findall(r"(?<!\\)\|", row)) == 5


def test_no_two_kinds_share_a_code() -> None:
    assert len(Code.__members__) == len(list(Code))


def test_nothing_in_the_library_looks_into_a_message() -> None:
    """So a sentence can be reworded, and nothing else changes."""
    looked = [
        f"{file.relative_to(PROJECT)}:{node.lineno}"
        for file, node in _nodes()
        if isinstance(node, ast.Compare | ast.Call)
        for part in _looked_into(node)
        if isinstance(part, ast.Attribute) and part.attr in ("message", "hint")
    ]
    assert not looked


def _looked_into(node: ast.Compare | ast.Call) -> list[ast.expr]:
    """What a comparison compares, or a search searches."""
    if isinstance(node, ast.Compare):
        return [node.left, *node.comparators]
    if isinstance(node.func, ast.Attribute) and node.func.attr in SEARCHES:
        return [node.func.value, *node.args]
    return []


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("tilte", ["title", "steps"], "title"),
        ("question", ["stem", "options"], "stem"),
        ("desk/lned.md", ["desk/lend.md", "desk/return.md"], "desk/lend.md"),
        ("desk/hold.md", ["desk/voice.md", "desk/lend.md"], None),
        ("title", [], None),
    ],
)
def test_the_nearest_word_is_the_one_meant_or_none(word: str, known: list[str], meant: str | None) -> None:
    assert nearest(word, known) == meant
