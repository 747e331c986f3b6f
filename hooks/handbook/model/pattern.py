"""Patterns for typed answers: the part of regular expressions that Python and browsers read alike, and read quickly.

A pattern is refused when it could match one answer in so many ways that trying them all takes long ("(a+)+"). Source:
OWASP, "Regular expression Denial of Service".
"""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import normalize

from .spelling import even

LONGEST_ANSWER = 100
"""Characters. A longer answer fits no pattern, here and in web/src/accept.ts."""
LONGEST_PATTERN = 300
DEEPEST = 10
MOST_WAYS = 1_100_000
"""How many ways there may be to match an answer of LONGEST_ANSWER: three of ".*" in a row are just possible."""

_ATOM = re.compile(
    r"""\\[dDwWsSbB^$\\.*+?()\[\]{}|/]  # a class of characters, or a mark that is meant itself
    | \[\^?-?(?:\\[dws]|(?:\\[$\\.*+?()\[\]{}|/^-]|[^\\\[\]-])(?:-(?:\\[$\\.*+?()\[\]{}|/^-]|[^\\\[\]-]))?)+-?\]
    | [^\\\[\](){}|*+?]""",
    re.VERBOSE,
)
_REPEAT = re.compile(r"(?:([?*+])|\{(\d{1,3})(?:(,)(\d{1,3})?)?\})\??")
_PLACES = ("^", "$", r"\b", r"\B")
"""They match no character, so browsers don't let them be repeated."""
_CHARACTER = re.compile(r"\\?.", re.DOTALL)
_TIMES = {"?": (0, 1), "*": (0, LONGEST_ANSWER), "+": (1, LONGEST_ANSWER)}

_DIGIT, _WORD = "0-9", "0-9A-Za-z_"
_IN_PYTHON = {
    r"\d": f"[{_DIGIT}]",
    r"\D": f"[^{_DIGIT}]",
    r"\w": f"[{_WORD}]",
    r"\W": f"[^{_WORD}]",
    r"\b": r"(?a:\b)",
    r"\B": r"(?a:\B)",
}
"""Python's own mean the digits and letters of all scripts, those of a browser the ASCII ones."""


class PatternUnreadable(ValueError):
    """A pattern that Python and browsers don't both read. `rest` is what begins where it can't be read."""

    def __init__(self, rest: str) -> None:
        super().__init__(rest)
        self.rest = rest


class PatternSlow(ValueError):
    """A pattern that could take long."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern as Python reads it."""

    python: re.Pattern[str]

    def fits(self, answer: str) -> bool:
        """Whether the whole of an answer fits it, whose letters are folded (`spelling.fold`)."""
        return len(answer) <= LONGEST_ANSWER and self.python.fullmatch(answer) is not None


@lru_cache(maxsize=1024)
def read_pattern(text: str) -> Pattern:
    """Read a pattern. Raises PatternUnreadable or PatternSlow."""
    if len(text) > LONGEST_PATTERN:
        raise PatternSlow
    reader = _Reader(normalize("NFC", text))
    ways = reader.choice(0)
    if reader.rest:
        raise PatternUnreadable(reader.rest)
    if ways > MOST_WAYS:
        raise PatternSlow
    with warnings.catch_warnings():
        warnings.simplefilter("error", FutureWarning)  # marks in a class that Python means to give another meaning
        try:
            return Pattern(re.compile("".join(reader.python)))
        except (re.error, FutureWarning) as error:
            raise PatternUnreadable(text) from error


class _Reader:
    """Goes through a pattern once: writes down how Python reads it, and counts the ways to match it."""

    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0
        self.python: list[str] = []

    @property
    def rest(self) -> str:
        return self.text[self.at :]

    def choice(self, depth: int) -> int:
        """Read the alternatives up to a closing parenthesis or the end. Gives the ways to match them."""
        ways = self._sequence(depth)
        while self.rest.startswith("|"):
            self._take("|")
            ways += self._sequence(depth)
        return ways

    def _sequence(self, depth: int) -> int:
        ways = 1
        while self.rest and self.rest[0] not in "|)":
            ways = min(ways * self._repeated(self._piece(depth)), MOST_WAYS + 1)
        return ways

    def _piece(self, depth: int) -> int:
        if self.rest.startswith("("):
            self._take("(?:" if self.rest.startswith("(?:") else "(")
            if depth == DEEPEST:
                raise PatternSlow
            ways = self.choice(depth + 1)
            if not self.rest:
                raise PatternUnreadable(self.text)
            self._take(")")
            return ways
        match = _ATOM.match(self.text, self.at)
        if not match:
            raise PatternUnreadable(self.rest)
        self._take(match[0])
        if match[0] in _PLACES and _REPEAT.match(self.text, self.at):
            raise PatternUnreadable(self.rest)
        return 1

    def _repeated(self, once: int) -> int:
        """Read how often a piece may come, if that is said. Gives the ways to match that, from the ways of one."""
        match = _REPEAT.match(self.text, self.at)
        if not match:
            return once
        least, most = _TIMES.get(match[1]) or _bounds(match)
        if least > most or most > LONGEST_ANSWER:
            raise PatternUnreadable(self.rest)
        self._take(match[0])
        ways = 0
        for times in range(least, most + 1):
            ways += once**times
            if ways > MOST_WAYS:
                break
        return ways

    def _take(self, piece: str) -> None:
        self.at += len(piece)
        if piece.startswith("["):
            piece = piece.replace(r"\d", _DIGIT).replace(r"\w", _WORD)
        self.python.append(_IN_PYTHON.get(piece) or _CHARACTER.sub(_evenly, piece))


def _evenly(match: re.Match[str]) -> str:
    """A character as it is in a folded answer. A dash of print stands for itself, not for all between two others."""
    character = even(match[0])
    return match[0] if match[0].startswith("\\") else r"\x2d" if character == "-" != match[0] else character


def _bounds(match: re.Match[str]) -> tuple[int, int]:
    """The numbers of "{2}", "{2,}" or "{2,3}"."""
    least = int(match[2])
    if not match[3]:
        return least, least
    return least, int(match[4]) if match[4] else LONGEST_ANSWER
