"""The marks that git leaves in a file when two people changed the same lines."""

from __future__ import annotations

import re

from .codes import Code
from .problems import Problems

_OPENING = re.compile(r"<{7}(?: |$)")
_MIDDLE = re.compile(r"(?:={7}|\|{7}.*)$")
_CLOSING = re.compile(r">{7}(?: |$)")

_ENTRY = re.compile(r" *- (?:id|date|term|folder|query):")
"""What an entry begins with that is something of its own, and no version of another."""

_LEFT = re.compile(r"<{7} [\w./-]+|>{7} .+")

LEFT_HINT = "Delete this line, any line of seven equals signs near it, and of the two versions the wrong one."
WHAT = "two people changed these lines, and both versions are here (through line {end})"
KEEP_BOTH = "If both are new, keep both: remove only the lines that begin with <<<<<<<, ======= and >>>>>>>."
HINT = "Keep the right version. Remove the other one, and the lines that begin with <<<<<<<, ======= and >>>>>>>."


def without_conflicts(path: str, text: str, problems: Problems) -> str:
    """The text with the first version of every conflict, its lines keeping their numbers. Each conflict is one problem.

    Of marks that do not come as opening, middle and closing, one that names a branch was left behind.
    """
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return text
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        end = _end(lines, at) if _OPENING.match(lines[at]) else None
        if end is None:
            at += 1
            continue
        middle = next(n for n in range(at, end) if _MIDDLE.match(lines[n]))
        both = lines[middle][0] == "=" and _both_new(lines[at + 1 : middle], lines[middle + 1 : end])
        problems.add(path, at + 1, Code.FILE_CONFLICT, WHAT.format(end=end + 1), KEEP_BOTH if both else HINT)
        lines[at] = ""
        lines[middle : end + 1] = ["", *lines[middle + 1 : end], ""] if both else [""] * (end + 1 - middle)
        at = end + 1
    for at, line in enumerate(lines):
        if _LEFT.fullmatch(line):
            message = f'"{line}" is left of two versions that git couldn\'t merge'
            problems.add(path, at + 1, Code.FILE_CONFLICT, message, LEFT_HINT)
            lines[at] = ""
    return "\n".join(lines)


def _both_new(ours: list[str], theirs: list[str]) -> bool:
    """Whether each version is entries of a list of its own: two people have added something in the same place."""
    starts = [next((line for line in lines if line.strip()), "") for lines in (ours, theirs)]
    same = starts[0] == starts[1] and "date:" not in starts[0]  # two things may be new on one day
    return all(_ENTRY.match(line) for line in starts) and not same


def _end(lines: list[str], opening: int) -> int | None:
    """The line that closes a conflict. None when the marks are not whole."""
    middle = False
    for at in range(opening + 1, len(lines)):
        if _OPENING.match(lines[at]):
            return None
        middle = middle or _MIDDLE.match(lines[at]) is not None
        if middle and _CLOSING.match(lines[at]):
            return at
    return None
