"""What a browser can fix in a file by itself, each fix with the lines that it takes the place of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import TypedDict

from ..fix import suggestion
from ..fix.offers import with_offer
from ..source.characters import fit
from ..source.problems import Problem


class LineFix(TypedDict):
    """Lines to put in place of others: from `line` on (counted from 1), so many of them."""

    line: int
    count: int
    text: list[str]


def line_fixes(root: Path, path: str, text: str, problems: Iterable[Problem]) -> list[LineFix]:
    """The edits that leave fewer problems in a file, each by itself, and what its messages offer for their lines.

    None where nothing is wrong with it.
    """
    own = [problem for problem in problems if problem.path == path and problem.line]
    if not own:
        return []
    plain = fit(text)
    before, after = text.split("\n"), (suggestion(root, path, plain) or plain).split("\n")
    changes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    fixes: list[LineFix] = [
        {"line": start + 1, "count": end - start, "text": after[new_start:new_end]}
        for tag, start, end, new_start, new_end in changes
        if tag != "equal"
    ]
    return sorted([*fixes, *_offers(own, before, fixes)], key=lambda fix: fix["line"])


def _offers(problems: Iterable[Problem], lines: list[str], fixes: list[LineFix]) -> Iterator[LineFix]:
    """A line with all that its messages offer, where no edit changes it anyway."""
    busy = {line for fix in fixes for line in range(fix["line"], fix["line"] + max(fix["count"], 1))}
    offers: dict[int, str] = {}
    for problem in problems:
        if problem.line not in busy and problem.line <= len(lines):
            first, *rest = offers.get(problem.line, lines[problem.line - 1]).split("\n")
            offers[problem.line] = "\n".join([with_offer(problem, first), *rest])
    for number, line in offers.items():
        if line != lines[number - 1]:
            yield {"line": number, "count": 1, "text": line.split("\n")}
