"""The files that the build makes for two directives: the pocket guide to download, and the quizzes for trainers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Download:
    """A file that the build has made: its address (relative to docs), what it is, and its size in bytes."""

    address: str
    title: str
    about: str
    amount: str
    size: int
    edition: str


@dataclass(frozen=True, slots=True)
class Way:
    """A way to give a quiz: the format, what it is called, what it is for, and what its file holds in a word."""

    format: str
    title: str
    about: str
    holds: str = ""


@dataclass(frozen=True, slots=True)
class Handout:
    """A file that the build has made: its address (relative to docs), what it holds, its kind, its size in bytes."""

    address: str
    holds: str
    kind: str
    size: int


@dataclass(frozen=True, slots=True)
class HandoutRow:
    """What there is of one quiz: by format its files, and what is to be said of them. `code` of one that is drawn."""

    quiz: str
    title: str
    about: str
    code: str = ""
    files: Mapping[str, tuple[Handout, ...]] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class HandoutTable:
    """Every quiz in every way, and the report of what the files do not hold."""

    ways: tuple[Way, ...]
    rows: tuple[HandoutRow, ...]
    report: Handout | None
    edition: str
