"""A part of a file as the fields of a form: what its model has, with what is in the file, and where that is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, TypedDict

from ..book.read import ORGANIZATION
from ..model.json_schema import Schema
from ..model.schema import node_at
from ..source.document import Document, Node, Where
from .parts import FilePart, cells_of, paragraph
from .references import names

Kind = str
"""text, choice, flag, number, date: one value. words: short texts in brackets. list, group: further fields."""

_RARE = ("key", "rev", "status", "enemies", "waive", "difficulty", "points", "score")
_IN_BRACKETS = re.compile(r"(?:^|: +|- +)\[")


class Field(TypedDict):
    """One value of a form, or a list or group of them. `at` is its place in the file's document."""

    at: list[str | int]
    name: str
    about: str
    kind: Kind
    value: str
    line: int
    required: bool
    """Whether something is wrong without it."""
    optional: bool
    """Whether its key can be taken out."""
    usual: str
    """The value of a flag where the file has none."""
    present: bool
    """Whether the file has its key, with or without something after it."""
    rare: bool
    choices: list[str]
    fields: list[Field]
    adds: bool
    """Whether an entry can be added to it: to a list at its end, to a group under a name."""
    entry: bool
    """Whether it is an entry under a name of its own, which can be moved and taken out."""


def fields_of(part: FilePart, text: str) -> list[Field]:
    """The fields of a part of the file with this text. None where it has no model."""
    if part.document is None:
        if cells := cells_of(text.split("\n")[part.line - 1]):
            return _cells(text.split("\n"), part.line, cells)
        lead, words = paragraph(text, part)
        return [_field((), "heading" if lead.lstrip().startswith("#") else "text", "text", words, part.line)]
    if part.schema is None:
        return []
    form = _Form(part, part.document, text.split("\n"), part.schema)
    top = form.field(part.where, "", _below(part.schema, part.where, part.is_entry), required=False)
    if top["kind"] == "group" and top["fields"] and not top["adds"]:
        return top["fields"]
    return [{**top, "name": top["name"] or part.title}] if top["kind"] != "none" else []


def _cells(lines: list[str], line: int, cells: list[tuple[int, int]]) -> list[Field]:
    """The cells of a table's row, each called by the head of its column. They count from 1."""
    top = line - 1
    while top and lines[top - 1].lstrip().startswith("|"):
        top -= 1
    heads = [lines[top][start:end] for start, end in cells_of(lines[top])] if top < line - 1 else []
    names = [*heads, *(f"Column {n}" for n in range(len(heads) + 1, len(cells) + 1))]
    texts = [lines[line - 1][start:end] for start, end in cells]
    return [
        _field((n,), name, "text", words, line) for n, (name, words) in enumerate(zip(names, texts, strict=False), 1)
    ]


def empty_entry(part: FilePart, where: Where) -> Node:
    """A new entry of a list or group: the keys that it needs, or its neighbors have, each with nothing in it yet."""
    if part.document is None or part.schema is None:
        return ""
    neighbor = _neighbor(part.document, where[:-1])
    if isinstance(neighbor, str):
        return ""
    below = () if part.is_entry and len(where) == 1 else where[len(part.where) :]
    entry = _Form(part, part.document, [], part.schema).empty(_below(part.schema, part.where, part.is_entry), below)
    if entry or not isinstance(neighbor, dict) or isinstance(where[-1], str):
        return entry
    return dict.fromkeys(neighbor, "")


def _neighbor(document: Document, around: Where) -> Node | None:
    """The first entry of a list or group, if there is one."""
    node = node_at(document.data, around) if document.has(around) else ""
    return next(iter(node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()), None)


def _below(schema: Schema, where: Where, is_entry: bool) -> Schema:
    """The schema of a part: all of it, or that of a key of the file."""
    if is_entry or not where:
        return schema
    return _inner(schema, str(where[0]))


def _inner(schema: Schema, key: str) -> Schema:
    """The schema of a key."""
    inner: Schema = schema.get("properties", {}).get(key) or _others(schema) or {}
    return inner


def _others(schema: Schema) -> Schema | None:
    """The schema of the entries that have names of their own. None where there can be none."""
    further = schema.get("additionalProperties") or next(iter(schema.get("patternProperties", {}).values()), None)
    return further if isinstance(further, dict) else None


def _field(where: Where, name: str, kind: Kind, value: str, line: int) -> Field:
    words = name.replace("_", " ")
    return {
        "at": list(where),
        "name": words[:1].upper() + words[1:],
        "about": "",
        "kind": kind,
        "value": value,
        "line": line,
        "required": False,
        "optional": False,
        "usual": "",
        "present": True,
        "rare": name in _RARE,
        "choices": [],
        "fields": [],
        "adds": False,
        "entry": False,
    }


class _Form:
    """Goes through a schema and what a document has of it."""

    def __init__(self, part: FilePart, document: Document, lines: list[str], schema: Schema) -> None:
        self.document, self.lines = document, lines
        self.entry = node_at(document.data, part.where if part.is_entry else ())
        self.definitions: dict[str, Schema] = schema.get("$defs", {})
        self._keeps_keys = document.path == ORGANIZATION  # a value that is empty there waits for the county

    def field(self, where: Where, name: str, schema: Schema, *, required: bool) -> Field:
        is_there = self.document.has(where)
        node: Node = node_at(self.document.data, where) if is_there else ""
        inner = self._resolved(schema, node)
        field = _field(where, name, "none", node if isinstance(node, str) else "", self.document.line(where))
        field["required"], field["present"] = required, is_there
        about = schema.get("description") or inner.get("description") or ""
        field["about"] = self._comment(where) or (about if name else "")
        self._fill(field, where, inner, node)
        return field

    def empty(self, schema: Schema, where: Where) -> Node:
        """What has nothing in it yet, at a place below a schema."""
        node: Node = [] if where and isinstance(where[0], int) else {} if where else ""
        inner = self._resolved(schema, node)
        if where:
            step, *rest = where
            below = inner.get("items", {}) if isinstance(step, int) else _inner(inner, step)
            return self.empty(below, tuple(rest))
        several = [self._resolved(each, "") for each in inner.get("anyOf", (inner,))]
        whole = next((each for each in several if each.get("type") == "object"), None)
        return dict.fromkeys(whole.get("required", ()), "") if whole else ""

    def _fill(self, field: Field, where: Where, schema: Schema, node: Node) -> None:
        kinds = schema.get("type", "string")
        kind = (
            kinds if isinstance(kinds, str) else next((name for name in ("object", "array") if name in kinds), "string")
        )
        if kind == "object" and not isinstance(node, list):
            field["kind"], field["fields"] = "group", list(self._group(where, schema, node))
            field["adds"] = _others(schema) is not None and not self._is_row(where)
        elif kind == "array" and not isinstance(node, dict):
            self._fill_list(field, where, schema, node)
        elif isinstance(node, str):
            field["kind"] = _KINDS.get(kind, "text")
            field["choices"] = _choices(schema) or self._names(where, node)
            if field["kind"] == "flag":
                field["usual"] = str(schema.get("default", False)).lower()
                field["value"] = field["value"] or field["usual"]
            elif field["choices"]:
                field["kind"] = "choice"
            elif schema.get("format") == "date":
                field["kind"] = "date"

    def _fill_list(self, field: Field, where: Where, schema: Schema, node: Node) -> None:
        entries = self._resolved(schema.get("items", {}), "")
        of_texts = entries.get("type") != "object" and entries.get("type") != "array"
        if of_texts and self._in_one_line(where, node):
            field["kind"] = "words"
            field["value"] = "\n".join(map(str, node)) if isinstance(node, list) else str(node)
        elif isinstance(node, list) or not node:
            field["kind"], field["adds"] = "list", True
            numbered = enumerate(node, start=1)
            inner = schema.get("items", {})
            field["fields"] = [self.field((*where, n - 1), str(n), inner, required=True) for n, _ in numbered]

    def _in_one_line(self, where: Where, node: Node) -> bool:
        line = self.lines[self.document.line(where) - 1]
        return not node or isinstance(node, str) or bool(_IN_BRACKETS.search(line))

    def _group(self, where: Where, schema: Schema, node: Node) -> Iterator[Field]:
        properties, required = schema.get("properties", {}), schema.get("required", ())
        for name, inner in properties.items():
            if "const" not in inner and (name != "type" or not node):
                field = self.field((*where, name), name, inner, required=name in required)
                field["optional"] = not field["required"] and not self._keeps_keys
                yield field
        others = _others(schema)
        if others and isinstance(node, dict):
            for name in node:
                if name not in properties:
                    field = self.field((*where, name), self._heading(where, name), others, required=False)
                    yield {**field, "entry": not self._is_row(where)}

    def _is_row(self, where: Where) -> bool:
        """Whether a group is the row of a table: its entries come and go with the columns."""
        return isinstance(where[-1], int) if where else False

    def _heading(self, where: Where, name: str) -> str:
        """What an entry of a group is called: the cell of a row as its column is."""
        columns = self.entry.get("columns") if isinstance(self.entry, dict) and self._is_row(where) else None
        return str(columns.get(name, name)) if isinstance(columns, dict) else name

    def _names(self, where: Where, node: str) -> list[str]:
        """What a value can name, if it names another entry of the form; what it has now is among them."""
        choices = names(self.entry, str(where[-1])) if where else []
        return [*choices, node] if choices and node and node not in choices else choices

    def _resolved(self, schema: Schema, node: Node) -> Schema:
        """The schema that fits what is there: without what it only refers to, and of several the one for it."""
        if "$ref" in schema:
            return self._resolved(self.definitions[schema["$ref"].rpartition("/")[2]], node)
        if "allOf" in schema:
            return self._resolved(schema["allOf"][0], node)
        several = [self._resolved(each, node) for each in schema.get("anyOf", ()) if each.get("type") != "null"]
        if not several:
            return schema
        lists = [each for each in several if each.get("type") == "array"] if node == "" else []
        return next((each for each in (*lists, *several) if lists or _fits(each, node)), several[-1])

    def _comment(self, where: Where) -> str:
        """The comment right above a value of the profile, which often has an example."""
        if len(where) < 2 or not self._keeps_keys:
            return ""
        end = at = self.document.line(where) - 1
        while at and self.lines[at - 1].lstrip().startswith("#"):
            at -= 1
        return " ".join(line.strip().lstrip("# ") for line in self.lines[at:end])


_KINDS = {"boolean": "flag", "integer": "number", "number": "number"}


def _choices(schema: Schema) -> list[str]:
    choices: list[Any] = schema.get("enum", [])
    return [str(choice) for choice in choices]


def _fits(schema: Schema, node: Node) -> bool:
    kinds = schema.get("type", "string")
    name = {dict: "object", list: "array", str: "string"}[type(node)]
    return name in kinds if isinstance(kinds, list) else name == kinds or (isinstance(node, str) and kinds in _KINDS)


def key_choices(schema: Schema, keys: list[str]) -> list[tuple[str, str]]:
    """The keys of the group below these keys, each with what it is for."""
    return [(name, inner.get("description", "")) for name, inner in _at(schema, keys).get("properties", {}).items()]


def value_choices(schema: Schema, keys: list[str]) -> list[str]:
    """The values that the last of these keys can have, where they are few."""
    inner = _at(schema, keys)
    return ["true", "false"] if inner.get("type") == "boolean" else _choices(inner)


def _at(schema: Schema, keys: list[str]) -> Schema:
    """The schema below some keys, entries of lists passed over."""
    definitions = schema.get("$defs", {})

    def plain(inner: Schema) -> Schema:
        if "$ref" in inner:
            return plain(definitions[inner["$ref"].rpartition("/")[2]])
        several = [plain(each) for each in inner.get("anyOf", ()) if each.get("type") != "null"]
        inner = next((each for each in several if each.get("type") in ("object", "array")), (several or [inner])[0])
        return plain(inner["items"]) if inner.get("type") == "array" and "items" in inner else inner

    current = plain(schema)
    for key in keys:
        current = plain(_inner(current, key))
    return current
