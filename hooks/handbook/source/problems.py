"""What is wrong in the source, reported to the person who wrote it: where, what, and what would be right."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass, replace
from difflib import SequenceMatcher, get_close_matches
from enum import StrEnum
from functools import cache
from hashlib import sha256
from itertools import takewhile
from textwrap import indent

from .codes import Code
from .memo import recall

_SYNONYMS = {
    "answer": ("right", "text", "explain"),
    "answers": ("options",),
    "because": ("why",),
    "choices": ("options",),
    "correct": ("right",),
    "description": ("summary", "alt"),
    "explanation": ("why", "explain"),
    "file": ("src", "link"),
    "heading": ("title",),
    "name": ("title", "term", "what"),
    "page": ("link",),
    "phrase": ("text", "say"),
    "question": ("stem",),
    "reason": ("why",),
    "step": ("do",),
    "url": ("link", "src"),
}
"""Keys that people type, and those that they may mean."""


_FIRST = frozenset({Code.VALUE_REQUIRED})
"""Kinds of findings that come before all others."""


class Level(StrEnum):
    """A problem blocks publishing; a notice is listed and nothing more."""

    PROBLEM = "problem"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One finding. `path` is relative to the handbook's folder, `line` counts from 1 (0: the file as a whole)."""

    path: str
    line: int
    code: Code
    message: str
    hint: str = ""
    level: Level = Level.PROBLEM
    subject: str = ""
    """What it is about, where that is not plain from its place: a value, or another file."""

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}" if self.line else self.path
        notice = "notice: " if self.level is Level.NOTICE else ""
        hint = f"\n{indent(self.hint, '    ')}" if self.hint else ""
        return f"{where}: {notice}{self.message} [{self.code}]{hint}"


class Problems:
    """Collects findings, so that one run shows them all."""

    def __init__(self) -> None:
        self._problems: set[Problem] = set()

    def add(self, path: str, line: int, code: Code, message: str, hint: str = "") -> None:
        """Record something that blocks publishing."""
        self._problems.add(Problem(path, line, code, message, hint))

    def notice(self, path: str, line: int, code: Code, message: str, hint: str = "") -> None:
        """Record something that is worth knowing and blocks nothing."""
        self._problems.add(Problem(path, line, code, message, hint, Level.NOTICE))

    def extend(self, problems: Iterable[Problem]) -> None:
        """Record findings made elsewhere."""
        self._problems.update(problems)

    def __iter__(self) -> Iterator[Problem]:
        return iter(sorted(self._problems))

    def __len__(self) -> int:
        return len(self._problems)

    def of(self, level: Level) -> list[Problem]:
        """All findings of one level, by file and line; first those that staff may come to harm by."""
        problems = (problem for problem in self._problems if problem.level is level)
        return sorted(problems, key=lambda problem: (problem.code not in _FIRST, problem))

    def block(self, code: Code) -> None:
        """Make problems of the notices of one kind."""
        self._problems = {
            replace(problem, level=Level.PROBLEM) if problem.code is code else problem for problem in self._problems
        }

    @property
    def blocking(self) -> list[Problem]:
        """The findings that stop a build."""
        return self.of(Level.PROBLEM)


def recall_problems(make: Callable[[], Iterable[Problem]], *inputs: str) -> Iterator[Problem]:
    """The findings that `make` gives, which must depend on `inputs` alone; from the run before where that made them."""
    for path, line, code, message, hint, level, subject in recall(lambda: [*map(astuple, make())], *inputs):
        kind = Code(code)  # type: ignore[call-arg]  # (it is one)
        yield Problem(path, line, kind, message, hint, Level(level), subject)


def nearest(word: str, words: Iterable[str]) -> str | None:
    """The kind word that a person most likely means. None when no word is near."""
    choices = sorted(set(words))
    same = (choice for choice in choices if choice.casefold() == word.strip("“”„‘’\"'").casefold() and choice != word)
    remarked = (choice for choice in choices if word.startswith(f"{choice} "))
    synonyms = (choice for choice in _SYNONYMS.get(word.casefold(), ()) if choice in choices)
    near = (choice for choice in get_close_matches(word, choices, n=5, cutoff=0.6) if _alike(word, choice))
    return next(same, None) or next(remarked, None) or next(synonyms, None) or next(near, None)


def almost_same(name: str, others: Iterable[str]) -> str | None:
    """Another name from which this one differs by a slip in a word: in capitals, an "s", or a letter or two.

    "desk team" is no slip of "front desk team".
    """
    words = _words(name)
    for other in others:
        typed = _words(other)
        unlike = [(a, b) for a, b in zip(words, typed, strict=False) if a != b]
        if other == name or len(words) != len(typed) or len(unlike) > 1:
            continue
        if all(a.rstrip("s") == b.rstrip("s") or _differ_by_a_slip(a, b) for a, b in unlike):
            return other
    return None


@cache
def _words(name: str) -> Sequence[str]:
    """The words of a name, which is compared with many others."""
    return name.casefold().replace("-", " ").split()


def _differ_by_a_slip(one: str, other: str) -> bool:
    letters = len(one) + len(other)
    if len(one) <= 3 or 2 * min(len(one), len(other)) < _SLIP * letters or len({*one} ^ {*other}) > _UNLIKE * letters:
        return False  # most pairs, found without the costly comparison
    return sorted(one) == sorted(other) or SequenceMatcher(None, one, other).ratio() >= _SLIP


_SLIP = 0.82
"""Of "telefone" and "telephone", 0.824 is alike; of "greeting" and "meeting", 0.8."""

_UNLIKE = 1 - _SLIP
"""The share of letters that only one of the two may have: more, and less than `_SLIP` is alike."""


FEW = 12
"""Choices of which a hint names each."""


def did_you_mean(word: str, words: Iterable[str]) -> str:
    """A hint that names the nearest known word, else all of them when they are few."""
    choices = sorted(set(words))
    if near := nearest(word, choices):
        return f'Did you mean "{near}"?'
    few = 0 < len(choices) <= FEW
    return f"Choose one of: {', '.join(choices)}." if few else "Check the spelling."


def _alike(word: str, other: str) -> bool:
    """Whether two near words are near without the folder or topic that both begin with: "a/hold" is no "a/voice"."""
    same = "".join(a for a, _ in takewhile(lambda pair: pair[0] == pair[1], zip(word, other, strict=False)))
    topic = max(same.rfind(mark) for mark in "/-.#") + 1
    rest = word[topic:].removesuffix(".md"), other[topic:].removesuffix(".md")
    begins = min(map(len, rest)) > 2 and (rest[0].startswith(rest[1]) or rest[1].startswith(rest[0]))
    return begins or SequenceMatcher(None, *rest).ratio() >= 0.6


def as_text(problems: Iterable[Problem]) -> str:
    """The findings for a person at a terminal."""
    return "\n".join(map(str, problems))


def as_markdown(problems: Iterable[Problem]) -> str:
    """The findings for the page of a job on a git host."""
    text = as_text(problems)
    return f"### To fix before this can be published\n\n{fenced(text)}" if text else "### No problems found"


def fenced(text: str, language: str = "text") -> str:
    """A text as a code box of Markdown, whatever marks it holds."""
    fence = "`" * (1 + max([2, *map(len, re.findall("`+", text))]))
    return f"{fence}{language}\n{text.rstrip()}\n{fence}"


def as_github(problems: Iterable[Problem]) -> str:
    """The findings as GitHub workflow commands, shown beside the changed line.

    GitHub shows ten of a level in a step: so files with few findings come before one with many.
    Source: GitHub Docs, "Workflow commands for GitHub Actions": data escapes %, CR, LF; properties also : and ,.
    """
    all_problems = list(problems)
    often = Counter(problem.path for problem in all_problems)
    return "\n".join(map(_github_command, sorted(all_problems, key=lambda problem: often[problem.path])))


def _github_command(problem: Problem) -> str:
    kind = "error" if problem.level is Level.PROBLEM else "notice"
    text = problem.message + (f"\n{problem.hint}" if problem.hint else "")
    data = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    file = problem.path.replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
    return f"::{kind} file={file},line={max(problem.line, 1)},title=Handbook {problem.level} {problem.code}::{data}"


def as_gitlab(problems: Iterable[Problem]) -> str:
    """The findings as a GitLab Code Quality report (the subset of the Code Climate format that GitLab reads)."""
    return json.dumps([_gitlab_issue(problem) for problem in problems], indent=2, ensure_ascii=False)


def _gitlab_issue(problem: Problem) -> dict[str, object]:
    identity = f"{problem.path}\0{problem.code}\0{problem.message}"
    return {
        "description": f"{problem.message}. {problem.hint}".strip(),
        "check_name": problem.code,
        "fingerprint": sha256(identity.encode("utf-8", "surrogatepass")).hexdigest(),
        "severity": "blocker" if problem.level is Level.PROBLEM else "info",
        "location": {"path": problem.path, "lines": {"begin": max(problem.line, 1)}},
    }
