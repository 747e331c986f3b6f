"""Values that name another entry of their part: chosen from a list, and changed with the name of the entry."""

from __future__ import annotations

from collections.abc import Iterator

from ..source.document import Node, Where

_GROUPS = {
    "start": ("nodes",),
    "go": ("nodes", "endings"),
    "to": ("right",),
    "in": ("categories",),
    "spoken": ("columns",),
}
"""The keys of such values, and the groups or lists whose entries they name."""
_CELLS = {"columns": "rows"}
"""A group whose entries give their names to the values of each entry of a list."""


def names(entry: Node, key: str) -> list[str]:
    """What a value with this key can name in an entry of a file, or a box. None where it names nothing."""
    groups = [entry[group] for group in _GROUPS.get(key, ()) if group in entry] if isinstance(entry, dict) else []
    return [name for group in groups for name in _labels(group)]


def followers(entry: Node, where: Where, old: str, name: str) -> Iterator[tuple[Where, Node]]:
    """The places of the values that name the entry at a place, each with what it says once the entry has a new name."""
    keys = {key for key, groups in _GROUPS.items() if where[0] in groups}
    for key, at, value in _values(entry) if keys else ():
        if key in keys and old in (value if isinstance(value, list) else [value]):
            yield at, [name if each == old else each for each in value] if isinstance(value, list) else name


def is_text_of_list(where: Where) -> bool:
    """Whether a place is that of the text by which an entry of a list is named."""
    return where[1:2] != () and isinstance(where[1], int) and where[2:] in {(), ("text",)}


def _values(node: Node, where: Where = ()) -> Iterator[tuple[str, Where, Node]]:
    """The texts and lists of texts below a node, with their keys and places."""
    for step, value in node.items() if isinstance(node, dict) else enumerate(node):
        at = (*where, step)
        if isinstance(step, str) and (isinstance(value, str) or all(isinstance(each, str) for each in value)):
            yield step, at, value
        if not isinstance(value, str):
            yield from _values(value, at)


def cells(entry: Node, where: Where) -> list[Where]:
    """The places of the values that have their name from an entry of a group: the cells of a column."""
    group, *name = where
    rows = entry.get(_CELLS.get(str(group), "")) if isinstance(entry, dict) else None
    numbered = enumerate(rows) if isinstance(rows, list) else ()
    return [(_CELLS[str(group)], at, *name) for at, row in numbered if isinstance(row, dict)]


def _labels(group: Node) -> Iterator[str]:
    """What the entries of a group or list are called: by their name, or by their text."""
    if isinstance(group, dict):
        yield from group
    elif isinstance(group, list):
        for each in group:
            text = each.get("text", "") if isinstance(each, dict) else each
            if isinstance(text, str) and text:
                yield text
