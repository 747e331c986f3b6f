"""What a browser can fix in a file by itself, each fix with the lines that it takes the place of."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher
from pathlib import Path
from typing import TypedDict

from ..fix import suggestion
from ..source.characters import fit
from ..source.problems import Problem


class LineFix(TypedDict):
    """Lines to put in place of others: from `line` on (counted from 1), so many of them."""

    line: int
    count: int
    text: list[str]


def line_fixes(root: Path, path: str, text: str, problems: Iterable[Problem]) -> list[LineFix]:
    """The edits that leave fewer problems in a file, each by itself. None where nothing is wrong with it."""
    if not any(problem.path == path for problem in problems):
        return []
    plain = fit(text)
    before, after = text.split("\n"), (suggestion(root, path, plain) or plain).split("\n")
    changes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return [
        {"line": start + 1, "count": end - start, "text": after[new_start:new_end]}
        for tag, start, end, new_start, new_end in changes
        if tag != "equal"
    ]
