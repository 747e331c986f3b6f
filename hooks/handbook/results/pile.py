"""Collects what the files say: each person's answers to a test, once, and all that is wrong or doubtful."""

from __future__ import annotations

import re

from ..assembly import CodeRefused
from ..source.codes import Code
from ..source.problems import Problems
from .answered_form import DrawnTest, Forms, Response
from .ways import COMMANDS, Ways

MOST_DOUBTS, FEWEST_DOUBTS = 0.2, 3
"""A file in which a greater share of the answers is doubtful, and so many of them, is not read at all."""

NUMBERED = "#"
"""Begins the code of a person whom the file only names: the first in the file is #1."""

_CODE = re.compile(r"(?=.*\d)[A-Za-z0-9][A-Za-z0-9_-]{0,15}")
_CODE_HINT = "Use a code that you gave the person: letters, digits and dashes, with a digit in it, such as P017."
NAMES = frozenset(
    {"name", "full name", "first name", "last name", "surname", "given name", "family name", "phone", "birthday"}
    | {"employee", "employee name", "employee id", "employee number", "id number", "learner", "student", "participant"}
    | {"user", "username", "user name", "email", "e-mail", "email address", "e-mail address", "date of birth"}
)
"""Headings under which a table says who a person is."""


class Pile:
    """Answers from several files. With a problem in any of them, nothing is taken."""

    def __init__(self, tests: Forms, problems: Problems, ways: Ways = COMMANDS) -> None:
        self.tests, self.problems, self.ways = tests, problems, ways
        self.responses: list[Response] = []
        self._people: dict[tuple[str, str], str] = {}
        self._numbers: dict[str, int] = {}

    def test(self, path: str, line: int, code: str) -> DrawnTest | None:
        """The test with a form code. None where there is none: that is recorded."""
        try:
            return self.tests.test(code)
        except CodeRefused as error:
            message, _, hint = str(error).partition(". ")
            hint = hint or self.ways.blueprint
            hint = f"Compare the code with the one on the sheet. {hint}"
            self.problems.add(path, line, Code.RESULTS_CODE, message, hint)
            return None

    def enters(self, path: str, line: int, form: str, who: str) -> bool:
        """Whether this is the first time that a person comes with this test; a second time is recorded."""
        here = f"{path}:{line}" if line else path
        before = self._people.setdefault((form, who.casefold()), here)
        if before != here:
            hint = "Delete one of the two, or correct the code of the person."
            self.problems.add(path, line, Code.RESULTS_TWICE, f"this person is already in {before}", hint)
        return before == here

    def number(self, form: str) -> str:
        """A code for a person of whom a file says only the name, which is kept nowhere."""
        self._numbers[form] = self._numbers.get(form, 0) + 1
        return f"{NUMBERED}{self._numbers[form]}"

    def is_code(self, path: str, line: int, person: str) -> bool:
        """Whether a text is the code of a person and nobody's name; what is not is recorded."""
        if _CODE.fullmatch(person):
            return True
        what = f'"{person}" looks like a name or an address' if person else "there are answers, but no code"
        self.problems.add(path, line, Code.RESULTS_PERSON, f"person: {what}", _CODE_HINT)
        return False

    def doubt(self, path: str, line: int, message: str, hint: str) -> None:
        """Record an entry that is left out."""
        self.problems.notice(path, line, Code.RESULTS_ENTRY, message, hint)

    def left_out(self, path: str, message: str) -> None:
        """Record something that a file has and nobody marks."""
        self.problems.notice(path, 0, Code.RESULTS_ENTRY, message)


class Doubts:
    """The doubtful entries of one file: a few are left out and named, many mean that the file is another one."""

    def __init__(self, pile: Pile, path: str) -> None:
        self.pile, self.path = pile, path
        self.count = 0
        self._doubts: list[tuple[int, str, str]] = []

    def add(self, line: int, message: str, hint: str) -> None:
        """Note an entry that is left out."""
        self._doubts.append((line, message, hint))

    def report(self, hint: str) -> bool:
        """Record what was noted. Whether the file can be taken all the same."""
        many = len(self._doubts)
        for line, message, fix in self._doubts[:20] if self._too_many else self._doubts:
            self.pile.doubt(self.path, line, message, fix)
        if self._too_many:
            message = f"{many:,} of {self.count:,} answers don't fit this test"
            self.pile.problems.add(self.path, 0, Code.RESULTS_FILE, message, hint)
        return not self._too_many

    @property
    def _too_many(self) -> bool:
        return len(self._doubts) >= FEWEST_DOUBTS and len(self._doubts) > MOST_DOUBTS * self.count
