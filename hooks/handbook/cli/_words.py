"""What several commands say in the same words."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sized

import click

from ..book.read import Handbook
from ..source.problems import Level, Problem


def announce(what: str) -> None:
    """Say what is about to take a while, where someone is watching: at a terminal."""
    if sys.stderr.isatty():
        click.echo(f"{what} …", err=True)


def counts(handbook: Handbook) -> str:
    """One line that says how much there is."""
    guide, bank, empty = handbook.guide, handbook.bank, handbook.profile.empty
    return (
        f"{counted(guide.pages, 'page')}, {counted(guide.blocks, 'directive')}, {counted(bank.items, 'question')}, "
        f"{counted(empty, 'profile value')} to fill in."
    )


def verdict(problems: Iterable[Problem]) -> str:
    """One line that says how many problems there are."""
    blocking = [problem for problem in problems if problem.level is Level.PROBLEM]
    return f"{counted(blocking, 'problem')} to fix before this can be published."


def counted(things: Sized, name: str) -> str:
    """How many things there are, in words: "1 file", "2 files"."""
    return f"{len(things)} {name}{'s' if len(things) != 1 else ''}"
