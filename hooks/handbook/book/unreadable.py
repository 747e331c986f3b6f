"""The names that stand in parts which could not be read, so that they are not reported as missing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..model.blocks import BLOCKS
from ..model.guide import Page
from ..source.names import slug
from .files import files_below
from .past import Past

SHOWS_CODE = ("yaml", "yml", "text")
"""Kinds of boxes that show how something is written."""

_NO_PAGE = (".txt", ".text", ".markdown", ".mdown", ".mkd", ".mdx", ".MD", ".Md", ".md ", ".md~", ".bak")
_WITH_LICENSES = ("docs/assets/", "docs/_data/fonts/")
_NO_LIST = (".yaml", ".txt", ".YML", ".YAML")
_ID = re.compile(r"^[ ]*(?:-[ ]+)?[\"'“”]?id[\"'“”]?[ ]*:[ \t]*[\"'“”]?(\w[^\n\"“”#]*)", re.MULTILINE)


def unread_names(root: Path, pages: Iterable[Page], past: Past, names: Iterable[str]) -> frozenset[str]:
    """The ids of questions, quizzes and directives that are written somewhere, but could not be read.

    Where one line of a file is wrong, or a file is empty, all that refers to something in the file would be reported
    too, and the one mistake would be hard to find.
    """
    return frozenset({*in_boxes(pages, past), *_in_bank(root, past)}.difference(names))


def in_boxes(pages: Iterable[Page], past: Past) -> Iterator[str]:
    """The ids of directives that could not be read: those in boxes of no known kind, and in emptied pages, too."""
    for page in pages:
        if page.is_empty:
            yield from past.ids_in(page.file)
        lost = [placed.fence for placed in page.placed if placed.block is None]
        bodies = [f"{fence.rest}\n{fence.body}" for fence in lost]
        bodies += [fence.body for fence in page.markup.fences if fence.language not in {*BLOCKS, *SHOWS_CODE}]
        bodies += [text for text, _ in page.markup.prose if "id:" in text]  # of a box that has lost its marks
        for body in bodies:
            yield from _ids_in(body)


def misnamed(root: Path) -> list[str]:
    """The files (from the handbook's folder) that hold pages or questions by their place, but not by their name."""
    pages = [file for file in files_below(root / "docs") if file.endswith(_NO_PAGE) and "/" in file]
    lists = [file for file in files_below(root / "docs/_data") if file.endswith(_NO_LIST) and "/" not in file]
    bank = [file for file in files_below(root / "quizbank") if file.endswith(_NO_LIST)]
    paths = {*(f"docs/{file}" for file in pages), *(f"docs/_data/{file}" for file in lists)}
    paths |= {f"quizbank/{file}" for file in bank}
    return sorted(path for path in paths if not path.startswith(_WITH_LICENSES))


def _in_bank(root: Path, past: Past) -> Iterator[str]:
    lists = [f"quizbank/{file}" for file in files_below(root / "quizbank") if file.endswith(".yml")]
    for path in [*lists, *misnamed(root)]:
        try:
            text = (root / path).read_text("utf-8", errors="replace")
        except OSError:
            continue  # the problem is reported where it was read
        yield from _ids_in(text) if text.strip() else past.ids_in(path)


def _ids_in(text: str) -> Iterator[str]:
    """Every id in a text, as it is typed and as it should have been: it may have a space or a capital letter in it."""
    for typed in _ID.findall(text):
        yield from {typed.split()[0], slug(typed)}
