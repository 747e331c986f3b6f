"""What has been read and what is wrong, in a line each: several commands say it in the same words."""

from __future__ import annotations

from collections.abc import Iterable, Sized

from ..book.read import Handbook
from ..source.problems import Level, Problem


def counts(handbook: Handbook) -> str:
    """One line that says how much there is."""
    guide, bank, empty = handbook.guide, handbook.bank, handbook.profile.empty
    return (
        f"{counted(guide.pages, 'page')}, {counted(guide.blocks, 'box')}, {counted(bank.items, 'question')}, "
        f"{counted(empty, 'profile value')} to fill in."
    )


def verdict(problems: Iterable[Problem]) -> str:
    """One line that says how many problems there are."""
    blocking = [problem for problem in problems if problem.level is Level.PROBLEM]
    return f"{counted(blocking, 'problem')} to fix before this can be published."


def counted(things: Sized, name: str) -> str:
    """How many things there are, in words: "1 file", "2 files"."""
    ending = "es" if name.endswith("x") else "s"
    return f"{len(things)} {name}{ending if len(things) != 1 else ''}"
