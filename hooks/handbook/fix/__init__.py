"""Mends what is safe to mend in the files of a handbook, line by line: remarks and order stay as they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from ..book.bank import ITEMS_FOLDER, QUIZZES
from ..book.pages import with_backticks
from ..book.read import DATA, DOCS
from ..source.codes import Code
from ..source.document import read_text
from ..source.problems import Problems
from .alone import problems_in
from .names import named
from .revisions import revised
from .spaces import tidied
from .strict import strict
from .trials import tried


@dataclass(frozen=True, slots=True)
class Mended:
    """A file that can be mended, as it is and as it would be."""

    path: str
    before: str
    after: str

    def difference(self) -> str:
        """What would change, as `diff -u` shows it."""
        before, after = self.before.splitlines(keepends=True), self.after.splitlines(keepends=True)
        return "".join(unified_diff(before, after, self.path, self.path, n=2))


def mended(root: Path) -> Iterator[Mended]:
    """All files of the handbook that can be mended. One with the marks of a merge conflict is left to its authors."""
    for path in _paths(root):
        problems = Problems()
        text = read_text(root, path, problems)
        if text is None or any(problem.code is Code.FILE_CONFLICT for problem in problems):
            continue
        after = text
        for mend in _mends(root, path):
            after = mend(after)
        if after != text:
            yield Mended(path, text, after)


def _paths(root: Path) -> Iterator[str]:
    for pattern in (f"{DATA}/*.yml", f"{ITEMS_FOLDER}/*.yml", QUIZZES, f"{DOCS}/**/*.md"):
        for file in sorted(root.glob(pattern)):
            yield file.relative_to(root).as_posix()


def _mends(root: Path, path: str) -> Iterator[Callable[[str], str]]:
    if path.endswith(".md"):
        yield lambda text: with_backticks(path, text, Problems())
    yield lambda text: tidied(path, text)
    yield lambda text: tried(text, lambda changed: problems_in(path, changed))
    yield lambda text: named(root, path, text)
    if path.startswith(ITEMS_FOLDER):
        yield lambda text: revised(root, path, text)
    if path.endswith(".yml"):
        yield strict
