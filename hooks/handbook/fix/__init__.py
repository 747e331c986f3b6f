"""Fixes what is safe to fix in the files of a handbook, line by line: comments and order stay as they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from ..book.bank import ITEMS_FOLDER, QUIZZES
from ..book.box_marks import with_backticks
from ..book.read import DATA, DOCS
from ..source.codes import Code
from ..source.document import read_text
from ..source.problems import Problem, Problems
from .edits import with_best_edits
from .file_check import problems_in
from .ids import with_ids
from .revisions import with_revisions
from .spaces import with_plain_spaces
from .strict import strict

Step = Callable[[str], str]
"""Takes the text of a file and gives it with one kind of mistake fixed."""


@dataclass(frozen=True, slots=True)
class Fix:
    """A file that can be fixed, as it is and as it would be."""

    path: str
    before: str
    after: str

    def difference(self) -> str:
        """What would change, as `diff -u` shows it."""
        before, after = self.before.splitlines(keepends=True), self.after.splitlines(keepends=True)
        return "".join(unified_diff(before, after, self.path, self.path, n=2))


def fixes(root: Path) -> Iterator[Fix]:
    """Everything that can be fixed in the files of the handbook, and made strict YAML while at it."""
    for path in _paths(root):
        if fix := _fix(root, path, (*_corrections(root, path), *_upkeep(root, path))):
            yield fix


def suggestions(root: Path, problems: Iterable[Problem]) -> Iterator[Fix]:
    """For the files with these problems, the edits that leave fewer of them. Nothing else in the files is touched."""
    wrong = {problem.path for problem in problems}
    for path in _paths(root):
        fix = _fix(root, path, _corrections(root, path)) if path in wrong else None
        if fix and len(problems_in(path, fix.after)) < len(problems_in(path, fix.before)):
            yield fix


def suggestion(root: Path, path: str, text: str) -> str | None:
    """The same for one file with this text, wherever it is. None where no edit leaves fewer problems."""
    after = text
    for step in _corrections(root, path):
        after = step(after)
    return after if after != text and len(problems_in(path, after)) < len(problems_in(path, text)) else None


def _fix(root: Path, path: str, steps: Iterable[Step]) -> Fix | None:
    """What the steps make of a file. None when nothing changes, and where a merge conflict waits for its authors."""
    problems = Problems()
    text = read_text(root, path, problems)
    if text is None or any(problem.code is Code.FILE_CONFLICT for problem in problems):
        return None
    after = text
    for step in steps:
        after = step(after)
    return Fix(path, text, after) if after != text else None


def _paths(root: Path) -> Iterator[str]:
    for pattern in (f"{DATA}/*.yml", f"{ITEMS_FOLDER}/*.yml", QUIZZES, f"{DOCS}/**/*.md"):
        for file in sorted(root.glob(pattern)):
            yield file.relative_to(root).as_posix()


def _corrections(root: Path, path: str) -> Iterator[Step]:
    """What fixes mistakes."""
    if path.endswith(".md"):
        yield lambda text: with_backticks(path, text, Problems())
    yield lambda text: with_plain_spaces(path, text)
    yield lambda text: with_best_edits(text, lambda changed: problems_in(path, changed))
    yield lambda text: with_ids(root, path, text)


def _upkeep(root: Path, path: str) -> Iterator[Step]:
    """What keeps the files of the bank in good order where nothing is wrong."""
    if path.startswith(ITEMS_FOLDER):
        yield lambda text: with_revisions(root, path, text)
    if path.endswith(".yml"):
        yield strict
