"""What the drafts of a file don't hold of it: every question that is left out, and all that is changed, by its line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from ..source.codes import Code
from ..source.problems import Level, Problem, Problems

INCOMPLETE = 3
"""What the command ends with where only keys are to be filled in."""
MOST_OF_A_MESSAGE = 200
"""Characters of what a message quotes."""


class SourcePlace(NamedTuple):
    """Where a question is: the file (a sheet of it), and the line or row."""

    path: str
    line: int


class LeftOut(Exception):
    """A question can't be taken: the code of the problem, why, and what would help."""

    def __init__(self, code: Code, why: str, hint: str = "") -> None:
        super().__init__(why)
        self.code, self.why, self.hint = code, why, hint


@dataclass(frozen=True, slots=True, order=True)
class ImportLoss:
    """Something of a question that the bank can't hold, and what was done instead."""

    place: SourcePlace
    what: str
    instead: str
    left_out: bool = False
    """Whether the question isn't taken at all."""


class ImportLosses:
    """Counts the questions of a file, and records as problems what the drafts don't hold of them."""

    def __init__(self, problems: Problems) -> None:
        self.problems = problems
        self.questions = 0
        """How many there are in the file."""
        self.left_out = 0
        """How many of them aren't taken."""
        self._losses: dict[ImportLoss, None] = {}
        self._pending: list[tuple[ImportLoss, str]] = []
        self._notes: list[tuple[SourcePlace, str, str]] = []

    def __iter__(self) -> Iterator[ImportLoss]:
        return iter(self._losses)

    def change(self, place: SourcePlace, what: str, instead: str, hint: str = "") -> None:
        """Note something that a draft says in another way, or not at all. It counts once the question is taken."""
        self._pending.append((ImportLoss(place, what, instead), hint))

    def note(self, place: SourcePlace, message: str, hint: str) -> None:
        """Note what is worth a look. It counts once the question is taken."""
        self._notes.append((place, message, hint))

    def take(self) -> None:
        """Record what was noted of a question, which is taken."""
        for place, message, hint in self._notes:
            self.problems.notice(*place, Code.IMPORT_NOTE, message, hint)
        for loss, hint in self._pending:
            self._losses[loss] = None
            message = f"{shortened(loss.what, MOST_OF_A_MESSAGE)}: {loss.instead}"
            self.problems.add(*loss.place, Code.IMPORT_CHANGED, message, hint)
        self._forget()

    def _forget(self) -> None:
        self._pending.clear()
        self._notes.clear()

    def leave_out(self, place: SourcePlace, reason: LeftOut) -> None:
        """Record a question that isn't taken."""
        self.left_out += 1
        self._forget()
        self._losses[ImportLoss(place, reason.why, "the question is left out", left_out=True)] = None
        why = shortened(reason.why, MOST_OF_A_MESSAGE)
        self.problems.add(*place, reason.code, f"question left out: {why}", reason.hint)

    def summary(self) -> str:
        """One line that says what became of the questions."""
        if not self.questions:
            return "No question was taken."
        share = self.questions - self.left_out
        number = f"{self.questions} question{'' if self.questions == 1 else 's'}"
        return f"{number} in the file, {share} taken, {self.left_out} not."


def together(problems: Iterable[Problem]) -> list[Problem]:
    """The problems, those that say the same of several lines of a file as one that names them all."""
    lines: dict[Problem, list[int]] = {}
    for problem in problems:
        lines.setdefault(replace(problem, line=0), []).append(problem.line)
    return sorted(_of_all(problem, sorted(of)) for problem, of in lines.items())


def _of_all(problem: Problem, lines: list[int]) -> Problem:
    first, *others = lines
    also = f"The same in line{'s' if len(others) > 1 else ''} {', '.join(map(str, others))}." if others else ""
    message = shortened(problem.message, 2 * MOST_OF_A_MESSAGE)
    return replace(problem, line=first, message=message, hint=f"{problem.hint} {also}".strip())


def shortened(text: str, most: int = 60) -> str:
    """The beginning of a text, where all of it is too much for a message."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def exit_code(problems: Iterable[Problem]) -> int:
    """What the command ends with: 1 where something was lost or is wrong, 3 where only keys are to be filled in."""
    codes = {problem.code for problem in problems if problem.level is Level.PROBLEM}
    return 0 if not codes else INCOMPLETE if codes == {Code.KEY_MISSING} else 1
