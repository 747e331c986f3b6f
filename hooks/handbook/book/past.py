"""What was published once, asked of git where something that a file names is not there.

Whoever removes a box, a question or a heading edits one file. What names it in other files is then no problem: nobody
could fix it in that one file. Without a repository nothing is known, and nothing was published.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property
from pathlib import Path, PurePosixPath

from ..git.repository import added_lines, files_at, is_shallow, last_text, lines_at, once_published, published
from ..source.markup import headings_in
from ..source.memo import recall

_ID = r"^ *(- *)?[\"']?id[\"']?:"
_ID_OF = re.compile(r" *(?:- *)?[\"']?id[\"']?: *[\"']?([\w-]+)")


class Past:
    """What the files of a folder held in the main branch, at any time."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self.anchors = cache(self._anchors)

    @cached_property
    def main(self) -> str:
        """The newest published commit that this folder builds on, asked for once. Empty: there is none."""
        return published(self._root)

    @cached_property
    def is_shallow(self) -> bool:
        """Whether only the last part of the history is there."""
        return is_shallow(self._root)

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids of all boxes, questions and quizzes that were published."""
        lines = self._ask(added_lines, _ID, "docs", "quizbank")
        return frozenset(match[1] for line in lines if (match := _ID_OF.match(line)))

    def _anchors(self, file: str) -> frozenset[str]:
        """The anchors of all headings that a file (from the handbook's folder) had."""
        lines = self._ask(added_lines, "^ *#", file)
        return frozenset(heading.anchor for line in lines for heading in headings_in([(line, 0)]))

    def seniority(self, file: str) -> tuple[bool, str]:
        """Sorts files (from the handbook's folder): of two with one name or id, the later one is to be changed.

        A published file comes before a new one, and "hold.md" before its copy "hold-2.md".
        """
        return file not in self.files, PurePosixPath(file).with_suffix("").as_posix()

    @cached_property
    def files(self) -> frozenset[str]:
        """All files of the newest published state."""
        return frozenset(self._ask(files_at))

    def all_files(self, folder: str) -> frozenset[str]:
        """Every file of a folder that was published at any time."""
        return frozenset(self._ask(once_published, folder))

    def questions(self) -> dict[str, str]:
        """The ids of all questions of the newest published state, and the file that each stood in."""
        entries = (line.split(":", 2) for line in self._ask(lines_at, "^- *id:", "quizbank/items"))
        return {match[1]: file for file, _, line in entries if (match := _ID_OF.match(line))}

    def text(self, file: str) -> str | None:
        """A file as it was last published. None where it never was."""
        return last_text(self._root, self.main, file)

    def ids_in(self, file: str) -> Iterator[str]:
        """The ids of all boxes, questions and quizzes that a file held when it was last published."""
        for line in (self.text(file) or "").split("\n"):
            if match := _ID_OF.match(line):
                yield match[1]

    def quiz_pages(self) -> Iterator[str]:
        """The paths of all pages that were made of quizzes."""
        for line in self._ask(added_lines, "^ *page:", "quizbank/quizzes.yml"):
            yield line.partition(":")[2].strip().strip("\"'")

    def _ask(self, question: Callable[..., Iterable[str]], *words: str) -> list[str]:
        """What git says of the history up to the published commit, which stays the same while that does.

        Nothing is no answer to rely on: git may have failed.
        """

        def ask() -> list[str]:
            return list(question(self._root, self.main, *words))

        return recall(ask, "history", question.__name__, *words, self.main, str(self.is_shallow)) or ask()
