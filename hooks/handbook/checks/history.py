"""Checks that git can be asked: the edition and removed pages are known from it."""

from __future__ import annotations

from collections.abc import Iterator

from ..book.read import Handbook
from ..git.repository import refusal
from ..source.codes import Code
from ..source.document import Node, read_document
from ..source.problems import Level, Problem, Problems


def shallow_history(handbook: Handbook) -> Iterator[Problem]:
    """A copy with only the last commits knows little of what was published: a notice, for text is not to blame."""
    if handbook.past.is_shallow:
        message = "this copy has only the last part of the history (a shallow clone), so removed pages go unnoticed"
        hint = "git fetch --unshallow"
        yield Problem(".git", 0, Code.HISTORY_SHALLOW, message, hint, Level.NOTICE)


def unreadable_history(handbook: Handbook) -> Iterator[Problem]:
    """Where there is a repository that git does not read, nothing would say so: a notice, for text is not to blame."""
    why = "" if handbook.past.main else refusal(handbook.root)
    if not why:
        return
    message = f"git can't read the history, so the edition has no date and removed pages go unnoticed: {why}"
    hint = "Install git, or ask IT."
    if "ownership" in why:
        hint = f"git config --global --add safe.directory '{handbook.root.as_posix()}'"
    yield Problem(".git", 0, Code.HISTORY_UNREADABLE, message, hint, Level.NOTICE)


def removed_questions(handbook: Handbook) -> Iterator[Problem]:
    """A question that was published is retired, and never removed: results on file name it. A notice.

    One that was made of a box goes with the box.
    """
    there = {*handbook.bank.items, *handbook.unread}
    gone: dict[str, list[str]] = {}
    for name, file in handbook.past.questions().items():
        if name not in there:
            gone.setdefault(file, []).append(name)
    for file, names in gone.items():
        if not (handbook.root / file).exists():
            message = f"this file with {len(names)} questions was published and is gone, but results on file name them"
            hint = 'Put it back, and write "status: retired" in each question that nobody should be asked anymore.'
            yield Problem(file, 0, Code.QUESTION_GONE, message, hint, Level.NOTICE)
            continue
        entries = _entries(handbook, file)
        for name in names:
            entry = entries.get(name, {})
            if "from" in entry and entry["from"] not in handbook.guide.blocks:
                continue
            yield _removed(handbook, name, file, str(entry.get("stem", "")))


def _entries(handbook: Handbook, file: str) -> dict[str, dict[str, Node]]:
    """The entries of a file of questions as it was published, by their ids."""
    document = read_document(file, handbook.past.text(file) or "", Problems())
    entries = document.data if document and isinstance(document.data, list) else []
    return {str(entry.get("id")): entry for entry in entries if isinstance(entry, dict)}


def _removed(handbook: Handbook, name: str, file: str, stem: str) -> Problem:
    published_ids = handbook.past.questions()
    items = (banked for banked in handbook.bank.items.values() if banked.item.id not in published_ids)
    renamed = next((banked for banked in items if banked.item.stem == stem), None)
    if renamed:
        message = f'the question "{name}" has another id now, so the results of those who answered it are lost'
        line, path = renamed.document.line((renamed.at, "id")), renamed.document.path
        return Problem(path, line, Code.QUESTION_GONE, message, f'Write "id: {name}" again.', Level.NOTICE)
    message = f'the question "{name}" was published and is gone, but results on file still name it'
    hint = 'Put it back, with the line "status: retired". Then nobody is asked it anymore.'
    return Problem(file, 0, Code.QUESTION_GONE, message, hint, Level.NOTICE)
