"""The names that stand in parts which could not be read, so that nobody is told that they are missing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from .model.guide import Page

_ID = re.compile(r"^[ ]*(?:-[ ]+)?[\"'“”]?id[\"'“”]?[ ]*:[ \t]*[\"'“”]?([\w-]+)", re.MULTILINE)


def unread_names(root: Path, pages: Iterable[Page], known: Iterable[str]) -> frozenset[str]:
    """The ids of questions, quizzes and directives that are written somewhere, but could not be read.

    Where one line of a file is wrong, all that refers to something in the file would be reported too, and the one line
    would be hard to find.
    """
    return frozenset({*in_boxes(pages), *_in_bank(root)}.difference(known))


def in_boxes(pages: Iterable[Page]) -> Iterator[str]:
    """The ids of directives that could not be read."""
    for page in pages:
        for placed in page.placed:
            if placed.block is None:
                yield from _ID.findall(placed.fence.body)


def _in_bank(root: Path) -> Iterator[str]:
    for file in (root / "quizbank").rglob("*.yml"):
        try:
            yield from _ID.findall(file.read_text("utf-8", errors="replace"))
        except OSError:
            continue  # the problem is told where it was read
