"""Ids that stand more than once: the newer file is to be changed, for other files name what the older one holds."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from ..source.codes import Code
from ..source.problems import Problems
from .past import Past

COPY = 3
"""So many ids that two files share are reported at once: one is a copy of the other."""
_EXAMPLES = 5


@dataclass(frozen=True, slots=True)
class Holder:
    """Where an id stands, in a file from the handbook's folder."""

    name: str
    file: str
    line: int
    retired: bool = False


def report_repeats(holders: Iterable[Holder], past: Past, problems: Problems) -> dict[str, Holder]:
    """Record every id that is taken. Gives the holder that keeps each id."""
    by_name: dict[str, list[Holder]] = {}
    for holder in holders:
        by_name.setdefault(holder.name, []).append(holder)
    keepers, pairs = dict[str, Holder](), dict[tuple[str, str], list[tuple[Holder, Holder]]]()
    for name, same in by_name.items():
        first, *others = sorted(same, key=lambda each: _seniority(each, past)) if len(same) > 1 else same
        keepers[name] = first
        for other in others:
            pairs.setdefault((other.file, first.file), []).append((other, first))
    for (file, older), ids in pairs.items():
        if len(ids) >= COPY and file != older:
            problems.add(file, ids[0][0].line, Code.ID_TAKEN, *_copy(older, [other.name for other, _ in ids]))
        else:
            for other, first in ids:
                problems.add(file, other.line, Code.ID_TAKEN, *_message(first, by_name))
    return keepers


def _seniority(holder: Holder, past: Past) -> tuple[bool, bool, str]:
    is_new, name = past.seniority(holder.file)
    return is_new, not holder.retired, name


def _message(first: Holder, names: Collection[str]) -> tuple[str, str]:
    where = f"{first.file}:{first.line}"
    hint = f'Give this one an id of its own, such as "id: {_free(first.name, names)}".'
    if first.retired:
        return f'the id "{first.name}" belongs to a retired question ({where}) and can\'t be used again', hint
    return f'the id "{first.name}" is taken by {where}', hint


def _copy(older: str, names: list[str]) -> tuple[str, str]:
    some = ", ".join(names[:_EXAMPLES]) + (" …" if len(names) > _EXAMPLES else "")
    hint = "If you didn't mean to keep the copy, delete it. Otherwise, give each of them an id of its own."
    return f"{len(names)} ids in this file are taken by {older}: {some}", hint


def _free(name: str, names: Collection[str]) -> str:
    numbers = (f"{name[:60]}-{n}" for n in range(2, len(names) + 3))
    return next(number for number in numbers if number not in names)
