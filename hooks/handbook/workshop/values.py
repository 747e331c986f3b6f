"""Changes values in their own lines: every other line, the order and the comments of a file stay as they are.

What comes of a change is read again and compared with what was meant. Where the two differ, it is refused.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from ..intake.write import entry_lines, key_lines, scalar
from ..model.schema import node_at
from ..source.document import Document, Node, Where
from ..source.lenient import indent_of, split_line
from .parts import FilePart, parts_of
from .references import cells

REFUSAL = "This can't be changed in the form. Change it in the text of the file."
_BARE = re.compile(r"true|false|-?\d+(?:\.\d+)?|\d{4}-\d{2}-\d{2}", re.ASCII)
_SHORT_TEXT = re.compile(r"""[^\[\]{},"'#&*!|>%@`:-][^\[\]{},"'#:]*""")
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,31}")
_ATTRIBUTES = re.compile(r" +\{[^{}]*\} *$")


@dataclass(frozen=True, slots=True)
class Values:
    """The values of a part of a file, each to be changed by itself. Every change gives the whole text with it.

    Raises ValueError, in words, where it can't be done in the lines of the value alone.
    """

    path: str
    text: str
    part: FilePart

    @property
    def document(self) -> Document:
        """What the part is in."""
        if self.part.document is None:
            raise ValueError(REFUSAL)
        return self.part.document

    @property
    def root(self) -> Where:
        """Where the entry or box is in the document, in which one value names another."""
        return self.part.where if self.part.is_entry else ()

    @property
    def entry(self) -> Node:
        """The entry or box itself."""
        return node_at(self.document.data, self.root)

    def anew(self, text: str) -> Values:
        """The same part in a text that came of a change."""
        part = next(
            each for each in parts_of(self.path, text) if _is_same(each, self.part) and each.where == self.part.where
        )
        return Values(self.path, text, part)

    def set(self, where: Where, value: Node, order: Sequence[str] = ()) -> str:
        """The text with a value in its place. `order` has the keys of the group that a new key belongs to."""
        lines = self.text.split("\n")
        if self.document.has(where):
            _replace(lines, self.document, where, value)
        else:
            _add(lines, self.document, where, value, order)
        return self._checked(lines, _with(self.document, where, value))

    def remove(self, where: Where) -> str:
        """The text without an entry of a list, or a key."""
        lines = self.text.split("\n")
        start, end = _lines_of(lines, self.document, where)
        if isinstance(where[-1], str) and "- " in lines[start][: split_line(lines[start]).column]:
            raise ValueError(REFUSAL)  # the dash of an entry stands before it
        del lines[start:end]
        if 0 < start < len(lines) and not lines[start - 1].strip() and not lines[start].strip():
            del lines[start]
        return self._checked(lines, _without(self.document, where))

    def add(self, where: Where, entry: Node) -> str:
        """The text with an entry in a list or group; `where` is the place that it will have, or ends with its name."""
        *above, at = where
        if isinstance(at, str):
            self._free(where)
            return self.set(where, entry)
        document, lines = self.document, self.text.split("\n")
        entries = node_at(document.data, tuple(above)) if document.has(tuple(above)) else ""
        if not entries or not isinstance(entries, list):
            return self.set(tuple(above), [entry])
        _, before = _lines_of(lines, document, (*above, at - 1))
        column = _column(lines, document, (*above, 0))
        gap = [""] if not above and isinstance(entry, dict) else []
        lines[before:before] = [*gap, *(" " * column + line for line in entry_lines(entry))]
        data = deepcopy(document.data)
        _list_at(data, tuple(above)).insert(at, entry)
        return self._checked(lines, data)

    def _free(self, where: Where) -> None:
        """Raises ValueError where the last step of a place can't be the name of an entry, or is one already."""
        name = str(where[-1])
        if not _NAME.fullmatch(name):
            raise ValueError(f'"{name}" can\'t be its name. Use letters, digits, - and _, such as call-back.')
        if self.document.has(where):
            raise ValueError(f'"{name}" already exists. Choose another name.')

    def rename(self, where: Where, name: str) -> str:
        """The text with another name for an entry of a group, and for its cells. What names it is as it was."""
        *above, old = where
        self._free((*above, name))
        lines, data = self.text.split("\n"), self.document.data
        root = self.root
        for place in (where, *((*root, *cell) for cell in cells(self.entry, where[len(root) :]))):
            if self.document.has(place):
                _rename_key(lines, self.document, place, str(old), name)
                data = _with_key(data, place, name)
        return self._checked(lines, data)

    def move(self, where: Where, by: int) -> str:
        """The text with an entry one place up (-1) or down (1) in its list or group, the comments above it with it."""
        *above, step = where
        document, lines = self.document, self.text.split("\n")
        around = node_at(document.data, tuple(above))
        steps: list[str | int] = list(around) if isinstance(around, dict) else list(range(len(around)))
        first, second = sorted((steps.index(step), steps.index(step) + by))
        if first < 0 or second >= len(steps):
            return self.text
        whole = [_whole(lines, document, (*above, steps[at]), is_first=at == 0) for at in (first, second)]
        (start, end), (next_start, next_end) = whole
        between = lines[end:next_start]
        lines[start:next_end] = [*lines[next_start:next_end], *between, *lines[start:end]]
        return self._checked(lines, _swapped(document.data, tuple(above), first, second))

    def _checked(self, lines: list[str], data: Node) -> str:
        """The lines as a text, if they say in this part what was meant. Raises ValueError where they don't."""
        text = "\n".join(lines)
        document = next((each.document for each in parts_of(self.path, text) if _is_same(each, self.part)), None)
        read = document.data if document else {} if not data else None
        if read != data and not (read == {} and data == []):
            raise ValueError(REFUSAL)
        return text


def _swapped(data: Node, where: Where, first: int, second: int) -> Node:
    """The data with two entries of a list or group in each other's place."""
    data = deepcopy(data)
    around = node_at(data, where)
    if isinstance(around, dict):
        entries = list(around.items())
        entries[first], entries[second] = entries[second], entries[first]
        around.clear()
        around.update(entries)
    elif isinstance(around, list):
        around[first], around[second] = around[second], around[first]
    return data


def _list_at(data: Node, where: Where) -> list[Node]:
    entries = node_at(data, where)
    if not isinstance(entries, list):
        raise ValueError(REFUSAL)  # noqa: TRY004 (what the form asks for, not a type)
    return entries


def _replace(lines: list[str], document: Document, where: Where, value: Node) -> None:
    start, end = _lines_of(lines, document, where)
    column = _column(lines, document, where)
    before = lines[start]
    if isinstance(where[-1], int):
        brackets = _in_brackets(value) if isinstance(value, list) else ""
        lines[start:end] = [" " * column + line for line in ([f"- {brackets}"] if brackets else entry_lines(value))]
        return
    lead = before[:column]
    if isinstance(value, str):
        lines[start:end] = [f"{lead}{where[-1]}: {_written(value)}".rstrip() if value else f"{lead}{where[-1]}:"]
    elif isinstance(value, list) and (brackets := _in_brackets(value)) and not _is_block(before):
        lines[start:end] = [f"{lead}{where[-1]}: {brackets}"]
    else:
        head, *rest = key_lines(str(where[-1]), value)
        lines[start:end] = [lead + head, *(" " * column + line for line in rest)]


def _is_block(line: str) -> bool:
    return not split_line(line).value


def _add(lines: list[str], document: Document, where: Where, value: Node, order: Sequence[str]) -> None:
    """A key that isn't there yet, in the group that is, in the place that its model has for it."""
    depth = next(n for n in range(len(where), -1, -1) if document.has(where[:n]))
    around, (key, *further) = where[:depth], where[depth:]
    for step in reversed(further):
        value = {str(step): value}
    group = node_at(document.data, around)
    if isinstance(group, str) and around and not group:
        _replace(lines, document, around, {str(key): value})
    elif isinstance(group, str) and isinstance(around[-1], int):
        _replace(lines, document, around, {"text": group, str(key): value})
    elif isinstance(group, dict) and group:
        names = list(order)
        above = [name for name in group if name not in names or names.index(name) < _place(names, str(key))]
        neighbor = (*around, above[-1] if above else next(iter(group)))
        _, end = _lines_of(lines, document, neighbor)
        column = _column(lines, document, neighbor)
        lines[end:end] = [" " * column + line for line in _key_lines(str(key), value)]
    else:
        raise ValueError(REFUSAL)


def _place(names: Sequence[str], key: str) -> int:
    return names.index(key) if key in names else len(names)


def _key_lines(key: str, value: Node) -> list[str]:
    if isinstance(value, str):
        return [f"{key}: {_written(value)}" if value else f"{key}:"]
    brackets = _in_brackets(value) if isinstance(value, list) else ""
    return [f"{key}: {brackets}"] if brackets else list(key_lines(key, value))


def _written(value: str) -> str:
    return value if _BARE.fullmatch(value) else scalar(value)


def _in_brackets(entries: Sequence[Node]) -> str:
    """Short texts in brackets; empty where one of them can't stand there as it is."""
    fit = all(isinstance(entry, str) and _SHORT_TEXT.fullmatch(entry) and scalar(entry) == entry for entry in entries)
    return f"[{', '.join(map(str, entries))}]" if fit and entries else ""


def _lines_of(lines: list[str], document: Document, where: Where) -> tuple[int, int]:
    """The lines of a key or an entry, from 0; the end is that of its last line with something in it."""
    start, column = document.line(where) - 1, _column(lines, document, where)
    is_key, last = isinstance(where[-1], str), start
    for at in range(start + 1, len(lines)):
        line = lines[at]
        if not line.strip() or (line.lstrip().startswith("#") and indent_of(line) <= column):
            continue
        indent = indent_of(line)
        if indent < column or (indent == column and not (is_key and line.lstrip().startswith("- "))):
            break
        last = at
    return start, last + 1


def _whole(lines: list[str], document: Document, where: Where, *, is_first: bool) -> tuple[int, int]:
    """The lines of an entry with the comments right above it; those above the first may be about the whole list."""
    start, end = _lines_of(lines, document, where)
    while not is_first and start and lines[start - 1].lstrip().startswith("#"):
        start -= 1
    return start, end


def _rename_key(lines: list[str], document: Document, where: Where, old: str, name: str) -> None:
    at, column = document.line(where) - 1, _column(lines, document, where)
    key = next((each for each in (old, f'"{old}"', f"'{old}'") if lines[at].startswith(each, column)), None)
    if key is None:
        raise ValueError(REFUSAL)
    lines[at] = lines[at][:column] + name + lines[at][column + len(key) :]


def _column(lines: list[str], document: Document, where: Where) -> int:
    """The column of a key, or of the dash of an entry."""
    line = lines[document.line(where) - 1]
    return split_line(line).column if isinstance(where[-1], str) else indent_of(line)


def _with(document: Document, where: Where, value: Node) -> Node:
    data = deepcopy(document.data)
    node: Node = data
    for at, step in enumerate(where[:-1]):
        node = _stepped(node, step, where[at + 1])
    if isinstance(node, dict):
        node[str(where[-1])] = value
    elif isinstance(node, list) and isinstance(where[-1], int):
        node[where[-1]] = value
    return data


def _with_key(data: Node, where: Where, name: str) -> Node:
    """The data with another key for a value, in its place."""
    data = deepcopy(data)
    group = node_at(data, where[:-1])
    assert isinstance(group, dict)  # its entries have names
    entries = [(name if key == where[-1] else key, value) for key, value in group.items()]
    group.clear()
    group.update(entries)
    return data


def _without(document: Document, where: Where) -> Node:
    data = deepcopy(document.data)
    around: Any = node_at(data, where[:-1])
    del around[where[-1]]
    if not around and len(where) > 1:
        holder: Any = node_at(data, where[:-2])
        holder[where[-2]] = ""  # a key with nothing after it
    return data


def _stepped(node: Any, step: Any, following: str | int) -> Node:
    """The part of a node at a step, made where it is missing, empty or only a text."""
    inner: Node = node[step] if isinstance(node, list) or step in node else ""
    if isinstance(inner, str) and isinstance(following, str):
        inner = {"text": inner} if inner else {}
        node[step] = inner
    return inner


def _is_same(one: FilePart, other: FilePart) -> bool:
    """Whether a part of the changed file is in the document of this one."""
    offsets = [each.document.offset for each in (one, other) if each.document]
    return len(offsets) == 2 and offsets[0] == offsets[1]
