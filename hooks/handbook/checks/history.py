"""Checks that git can be asked: the edition and removed pages are known from it."""

from __future__ import annotations

from collections.abc import Iterator

from ..book.read import Handbook
from ..git.repository import refusal
from ..source.codes import Code
from ..source.problems import Level, Problem


def unreadable_history(handbook: Handbook) -> Iterator[Problem]:
    """Where there is a repository that git does not read, nothing would say so: a notice, for text is not to blame."""
    why = refusal(handbook.root)
    if not why:
        return
    message = f"git can't read the history, so the edition has no date and removed pages go unnoticed: {why}"
    hint = "Install git, or ask IT."
    if "ownership" in why:
        hint = f"git config --global --add safe.directory '{handbook.root.as_posix()}'"
    yield Problem(".git", 0, Code.HISTORY_UNREADABLE, message, hint, Level.NOTICE)
