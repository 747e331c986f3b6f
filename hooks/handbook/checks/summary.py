"""What has been read and what is wrong, in a line each: several commands say it in the same words."""

from __future__ import annotations

from collections.abc import Iterable, Sized

from ..book.read import Handbook
from ..source.problems import Level, Problem


def counts(handbook: Handbook) -> str:
    """One line that says how much there is."""
    guide, bank, empty = handbook.guide, handbook.bank, handbook.profile.empty
    return (
        f"{_many(guide.pages, 'page')}, {_many(guide.blocks, 'directive')}, {_many(bank.items, 'question')}, "
        f"{_many(empty, 'profile value')} to fill in."
    )


def verdict(problems: Iterable[Problem]) -> str:
    """One line that says how many problems there are."""
    blocking = [problem for problem in problems if problem.level is Level.PROBLEM]
    return f"{_many(blocking, 'problem')} to mend before this can be published."


def _many(things: Sized, name: str) -> str:
    return f"{len(things)} {name}{'s' if len(things) != 1 else ''}"
