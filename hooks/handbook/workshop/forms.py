"""Forms in place of YAML: what a part of a file holds, field by field, and the file with one of them changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypedDict

from ..model.schema import node_at
from ..source.document import Node, Where
from .fields import Field, empty_entry, fields_of
from .parts import FilePart, part_at, parts_of
from .prose import Prose
from .references import followers, is_text_of_list
from .values import REFUSAL, Values


class FormChange(TypedDict):
    """What to do with the value at a place: set it, add an entry behind it, remove it, move it by one, rename it."""

    kind: str
    at: Sequence[str | int]
    value: str
    by: int


def form_at(path: str, text: str, line: int) -> dict[str, Any]:
    """The parts of a file, and the fields of the one that a line is in."""
    parts = parts_of(path, text)
    part = part_at(parts, line)
    return {
        "parts": [{"title": each.title, "line": each.line} for each in parts],
        "part": part.line if part else 0,
        "end": part.end if part else 0,
        "title": part.title if part else "",
        "entry": _entry(text, part, parts) if part else [],
        "fields": fields_of(part, text) if part else [],
    }


def _entry(text: str, part: FilePart, parts: list[FilePart]) -> list[str | int]:
    """The place of a part among its like: in the list that the file is. Rows and bullets have no number."""
    if part.document is None:
        return [0] if Prose(text, part, parts).is_entry else []
    return list(part.where) if part.is_entry else []


def with_change(path: str, text: str, line: int, change: FormChange) -> tuple[str, int]:
    """The file with a change in the part that a line is in, and the line of a whole part that came or moved, or 0.

    Raises ValueError, in words, where it can't be done.
    """
    parts = parts_of(path, text)
    part = part_at(parts, line)
    if part is None:
        raise ValueError(REFUSAL)
    if part.document is None:
        return _with_prose(Prose(text, part, parts), change)
    where = tuple(change["at"])
    after = _with_value(Values(path, text, part), where, change)
    is_part = part.is_entry and len(where) == 1 and change["kind"] in ("add", "move")
    return after, _line_of(path, after, int(where[0]) + change["by"]) if is_part else 0


def _with_prose(prose: Prose, change: FormChange) -> tuple[str, int]:
    match change["kind"]:
        case "add":
            return prose.add(), prose.part.end + 1
        case "remove":
            return prose.remove(), 0
        case "move":
            return prose.move(change["by"])
        case _:
            return prose.set(int(next(iter(change["at"]), 0)), change["value"]), 0


def _with_value(values: Values, where: Where, change: FormChange) -> str:
    match change["kind"]:
        case "set":
            return _set(values, where, change["value"])
        case "add":
            return values.add(where, empty_entry(values.part, where))
        case "remove":
            return values.remove(where)
        case "move":
            return values.move(where, change["by"])
        case "rename":
            text = values.rename(where, change["value"])
            return _with_followers(values, text, where, str(where[-1]), change["value"])
        case kind:
            raise ValueError(f"There is no change {kind}.")


def _line_of(path: str, text: str, entry: int) -> int:
    return next((part.line for part in parts_of(path, text) if part.where == (entry,)), 0)


def _set(values: Values, where: Where, typed: str) -> str:
    """A value as it was typed. A key that can be left out is taken out with its last word."""
    fields = fields_of(values.part, values.text)
    field, around = _field_at(fields, where), _field_at(fields, where[:-1])
    value = _value(field, typed)
    if field and not value and where:
        if not field["present"]:
            return values.text
        if field["optional"] and isinstance(where[-1], str):
            return values.remove(where)
    order = [str(each["at"][-1]) for each in (around["fields"] if around else fields) if each["at"]]
    text = values.set(where, value, order)
    old = node_at(values.document.data, where) if values.document.has(where) else ""
    if isinstance(old, str) and isinstance(value, str) and old and value and is_text_of_list(where[len(values.root) :]):
        return _with_followers(values, text, where, old, value)
    return text


def _with_followers(before: Values, text: str, where: Where, old: str, name: str) -> str:
    """A changed text with the new name of an entry wherever a value of the same part has the old one."""
    changed = before.anew(text)
    for place, value in followers(changed.entry, where[len(before.root) :], old, name):
        text = before.anew(text).set((*before.root, *place), value)
    return text


def _field_at(fields: Iterable[Field], where: Where) -> Field | None:
    for field in fields:
        if tuple(field["at"]) == where:
            return field
        if inner := _field_at(field["fields"], where):
            return inner
    return None


def _value(field: Field | None, typed: str) -> Node:
    """What was typed, as the file holds it: a list of short texts has one on each line, and the usual is left out."""
    if field and field["kind"] == "words":
        return [" ".join(line.split()) for line in typed.split("\n") if line.strip()] or ""
    value = " ".join(typed.split())
    return "" if field and field["kind"] == "flag" and value == field["usual"] else value
