"""Tries the few edits that a person would; keeps one only where it alone leaves the fewest problems."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ..source.codes import Code
from ..source.problems import Problem

Wrong = Callable[[str], list[Problem]]
"""Gives what is wrong with a text."""

_KEY = re.compile(r"^(?P<lead> *(?:- +)*)[“”„\"‘’']?(?P<key>\w[\w-]*)[“”\"‘’']? ?:\s*(?P<value>.*)$")
_BULLET = re.compile(r"^(?P<lead> *)(?:[*•·–—−]\s*|-(?=\S))(?P<value>\S.*)$")
_QUOTED = re.compile(r"^(?P<lead> *(?:- +)*(?:[\w-]+: +)?)[“”„‘’](?P<value>[^“”„‘’]*)[“”‘’]$")
_MISPLACED = {
    Code.LINE_STRAY,
    Code.DASH_MISSING,
    Code.INDENT_WRONG,
    Code.LIST_KEY,
    Code.TAB_INDENT,
    Code.KEY_QUOTED,
    Code.KEY_TWICE,
}
"""What the place of a line, or its dash, can be at fault for. Where a key is missing, no edit of a line helps."""
_MISQUOTED = {Code.ID_FORM, Code.TYPE_UNKNOWN, Code.VALUE_UNKNOWN}
"""What quotes around a value can be at fault for."""
_UNFINISHED = {
    Code.KEY_MISSING,
    Code.COLUMN_MISSING,
    Code.TYPE_UNKNOWN,
    Code.LIST_SHORT,
    Code.RIGHT_COUNT,
    Code.PHRASES_EMPTY,
    Code.QUIZ_CHOICE,
    Code.BOX_OPEN,
}
"""What is wrong with a box of which the rest has been left out, and with nothing else."""
_NEAR = 12
_MOST = 20


def with_best_edits(text: str, wrong: Wrong) -> str:
    """The text with every mistake fixed for which there is one best edit of its line."""
    given_up: set[int] = set()
    for _ in range(_MOST):
        lines = text.split("\n")
        located = (p for p in wrong(text) if 0 < p.line <= len(lines) and p.line - 1 not in given_up)
        mistyped = next((p for p in located if p.code in _MISPLACED | _MISQUOTED), None)
        if mistyped is None:
            break
        at = mistyped.line - 1
        better = _best(lines, at, mistyped.code, wrong)
        text = better or text
        if better is None:  # what follows in this box cannot be judged
            given_up.update(range(at, _end(lines, at)))
    return text


def _best(lines: list[str], at: int, code: Code, wrong: Wrong) -> str | None:
    """The one edit of a line that fixes it: judged with the rest of its box left out, then with all of it."""
    end = _end(lines, at)
    for edits in _edits(lines, at, code):
        counts: dict[str, int] = {}
        for edit in dict.fromkeys(edits):
            new_problems = _sound(wrong("\n".join([*lines[:at], edit, *[""] * (end - at - 1), *lines[end:]])))
            if edit != lines[at] and not any(problem.line == at + 1 for problem in new_problems):
                counts[edit] = sum(problem.line <= end for problem in new_problems)
        best = [edit for edit, number in counts.items() if number == min(counts.values())]
        if len(best) == 1:
            whole = "\n".join([*lines[:at], best[0], *lines[at + 1 :]])
            return whole if not any(problem.line == at + 1 for problem in _sound(wrong(whole))) else None
        if best:
            return None
    return None


def _sound(problems: list[Problem]) -> list[Problem]:
    """The problems without those that come of leaving out the rest."""
    return [problem for problem in problems if problem.code not in _UNFINISHED]


def _end(lines: list[str], at: int) -> int:
    """Where the box or file that a line stands in ends."""
    marks = ("```", "---")
    return next((n for n in range(at + 1, len(lines)) if lines[n].strip() in marks), len(lines))


def _edits(lines: list[str], at: int, code: Code) -> Iterator[list[str]]:
    """What a person would try: first to fix its marks, then to move it."""
    line = lines[at]
    body = line.lstrip(" ")
    lead = line[: len(line) - len(body)]
    forms = ((_KEY, "{lead}{key}: {value}"), (_BULLET, "{lead}- {value}"), (_QUOTED, "{lead}{value}"))
    yield [form.format(**match.groupdict()) for pattern, form in forms if (match := pattern.match(line))]
    if code in _MISQUOTED:
        return
    if not body.startswith("- "):
        yield [f"{lead}- {body}"] + ([f"{lead[2:]}- {body}"] if len(lead) >= 2 and _KEY.match(line) else [])
    around = lines[max(at - _NEAR, 0) : at] + lines[at + 1 : at + _NEAR]
    yield [" " * column + body for column in sorted(_columns(around))]


def _columns(lines: list[str]) -> set[int]:
    """The columns in which keys and dashes begin."""
    columns: set[int] = set()
    for line in lines:
        body = line.lstrip(" ")
        if body:
            columns |= {len(line) - len(body), len(line) - len(body.removeprefix("- "))}
    return columns
