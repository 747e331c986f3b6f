"""Forms in place of YAML: what a part of a file holds, field by field, and the file with one of them changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypedDict

from ..source.document import Node, Where
from .fields import Field, empty_entry, fields_of
from .parts import part_at, parts_of
from .values import REFUSAL, Values


class Change(TypedDict):
    """What to do with the value at a place: set it, add an entry behind it, remove it, move it by one."""

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
        "entry": list(part.where) if part and part.is_entry else [],
        "fields": fields_of(part, text) if part else [],
    }


def with_change(path: str, text: str, line: int, change: Change) -> str:
    """The file with a change in the part that a line is in. Raises ValueError, in words, where it can't be done."""
    part = part_at(parts_of(path, text), line)
    if part is None:
        raise ValueError(REFUSAL)
    values, where = Values(path, text, part), tuple(change["at"])
    match change["kind"]:
        case "set":
            return _set(values, where, change["value"])
        case "add":
            return values.add(where, empty_entry(part, where))
        case "remove":
            return values.remove(where)
        case "move":
            return values.move(where, change["by"])
        case kind:
            raise ValueError(f"There is no change {kind}.")


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
    return values.set(where, value, order)


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
        return [" ".join(line.split()) for line in typed.split("\n") if line.strip()]
    value = " ".join(typed.split())
    return "" if field and field["kind"] == "flag" and value == field["usual"] else value
