"""Reads YAML as authors type it (see `lenient`): plain texts, lists and mappings, with the line of every key."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from errno import EINVAL
from functools import cached_property, lru_cache
from pathlib import Path, PurePosixPath
from typing import NoReturn

import yaml

from .characters import without_odd_characters
from .codes import Code
from .conflicts import without_conflicts
from .lenient import no_dash, no_list, split_line, strict_yaml
from .memo import recall
from .problems import Problems

Node = str | list["Node"] | dict[str, "Node"]
Where = tuple[str | int, ...]
Marks = int | list["Marks"]

LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 30
SAVE_ANEW = (
    'Save the file again with "Save as" and the encoding "UTF-8", or edit it in the web editor of your git host.'
)


Fault = tuple[int, Code, str, str]
"""What is wrong with a text: the line (from 1), the code of the problem, what is wrong and what would be right."""


class Unreadable(Exception):
    """A document that cannot be read further, and why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault = fault


@dataclass(frozen=True)
class Document:
    """What a piece of YAML says.

    `marks` are the lines on which its parts start, nested as they are: of a text its line, of a list or a mapping its
    own and those of its entries. They count from the first line of the YAML; `offset` lines of the file come before.
    """

    path: str
    data: Node
    marks: Marks = field(repr=False)
    offset: int = 0
    text: str = field(default="", repr=False)
    """The YAML itself, where it was read from a file."""

    @property
    def place(self) -> tuple[str, str]:
        """Where it is written: the file, and the lines that come before it."""
        return self.path, str(self.offset)

    def only(self, key: str) -> Document:
        """The same file with one of its keys alone, still on its line."""
        assert isinstance(self.data, dict)
        assert not isinstance(self.marks, int)
        marks: Marks = [_own(self.marks), self.marks[list(self.data).index(key) + 1]]
        return replace(self, data={key: self.data[key]}, marks=marks)

    def has(self, where: Where) -> bool:
        """Whether there is a key or list entry at a path."""
        node = self.data
        for step in where:
            if _position(node, step) is None:
                return False
            node = node[step]  # type: ignore[index]  # (`step` fits: it has a position)
        return True

    def line(self, where: Where = ()) -> int:
        """The line in the file of the key or list entry at `where`, or of the nearest thing around it."""
        node, marks = self.data, self.marks
        for step in where:
            at = _position(node, step)
            if at is None or isinstance(marks, int) or at + 1 >= len(marks):
                break
            node, marks = node[step], marks[at + 1]  # type: ignore[index]  # (`step` fits: it has a position)
        return (marks if isinstance(marks, int) else _own(marks)) + self.offset

    def texts(self, mark: str = "") -> Iterable[tuple[Where, str]]:
        """Every text in it that holds a mark, with its path. One without any is passed over as a whole."""
        if mark and self.text and mark not in self.text and "\\" not in self.text:  # no text may stand for the mark
            return ()
        return [(where, text) for where, text in self._texts if mark in text] if mark else self._texts

    @cached_property
    def _texts(self) -> Sequence[tuple[Where, str]]:
        return scalars_of(self.data)


def scalars_of(node: Node, where: Where = ()) -> Sequence[tuple[Where, str]]:
    """Every text in a part of a document, with its path."""
    scalars: list[tuple[Where, str]] = []
    _collect(node, where, scalars)
    return scalars


def _collect(node: Node, where: Where, scalars: list[tuple[Where, str]]) -> None:
    """Into one list: a bank has many texts, and to hand each up through all levels takes longer than to find it."""
    if isinstance(node, str):
        scalars.append((where, node))
    elif isinstance(node, list):
        for at, entry in enumerate(node):
            _collect(entry, (*where, at), scalars)
    else:
        for key, value in node.items():
            _collect(value, (*where, key), scalars)


def _position(node: Node, step: str | int) -> int | None:
    """Which of the entries of a node a step leads to, counted from 0. None where it leads nowhere."""
    if isinstance(node, dict):
        return list(node).index(step) if step in node else None
    return step if isinstance(node, list) and isinstance(step, int) and step < len(node) else None


def _own(marks: list[Marks]) -> int:
    first = marks[0]
    assert isinstance(first, int)
    return first


def read_text(root: Path, path: str, problems: Problems) -> str | None:
    """The text of a file, line ends as `\\n`, with or without byte order mark. None, and a problem, if there is none.

    A file in another encoding, or with the marks of a merge conflict, is a problem and is read as well as it can be: so
    what else is wrong in it is found in the same run, and nothing is said of the files that link to it.
    """
    if is_linked(root, path):
        return None  # reported once, for the link: what it leads to is not the handbook's
    try:
        raw = _bytes(root / path)
    except OSError as error:
        what = f"can't be read: {error.strerror or error}"
        problems.add(path, 0, Code.FILE_UNREADABLE, what, "Check that the file is there.")
        return None
    before = len(problems)
    text = normalized(_decoded(path, raw, problems))
    if len(problems) == before:  # else they are odd because of the encoding, and that is said
        text = without_odd_characters(path, text, problems)
    return without_conflicts(path, text, problems)


def _bytes(file: Path) -> bytes:
    """What is in a file. A pipe of its name, which would be waited for, is none."""
    if file.exists() and not file.is_file():
        raise OSError(EINVAL, "it isn't a file")
    return file.read_bytes()


def is_linked(root: Path, path: str) -> bool:
    """Whether a file, or a folder that it lies in below the root, is a link of the file system."""
    file = PurePosixPath(path)
    return any((root / part).is_symlink() for part in (file, *list(file.parents)[:-1]))


def _decoded(path: str, raw: bytes, problems: Problems) -> str:
    if encoding := _two_bytes(raw):
        message = "is saved as UTF-16 (Windows calls it Unicode), not as UTF-8"
        problems.add(path, 1, Code.FILE_ENCODING, message, SAVE_ANEW)
        return raw.decode(encoding, errors="replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        text = raw.decode("cp1252", errors="replace")
        word = _word_at(raw.decode("latin-1"), error.start)
        message = f'is not saved as UTF-8: see "{word.encode("latin-1").decode("cp1252", errors="replace")}"'
        problems.add(path, line, Code.FILE_ENCODING, message, SAVE_ANEW)
        return text


def _two_bytes(raw: bytes) -> str:
    """The encoding of a text of two bytes a character, with or without a mark that says so. Empty: it is none."""
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if 3 * raw.count(0) < len(raw) or not raw:
        return ""
    return "utf-16-le" if raw[1::2].count(0) > raw[::2].count(0) else "utf-16-be"


def _word_at(text: str, at: int) -> str:
    start = max(text.rfind(mark, 0, at) for mark in " \n\r\t") + 1
    return re.split(r"\s", text[start:], maxsplit=1)[0][:40]


def normalized(text: str) -> str:
    """The text without byte order mark and with `\\n` at the end of every line."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def read_document(path: str, text: str, problems: Problems, *, first_line: int = 1) -> Document | None:
    """Read YAML that starts at `first_line` of the file `path`.

    Gives None, with at least one problem recorded, when it cannot be read as a whole. An empty text reads as an empty
    mapping. All scalars are texts; an empty value is the empty text.
    """
    offset = first_line - 1
    data, marks, faults = recall(lambda: _read(normalized(text)), "YAML", text)
    for line, code, message, hint in faults:
        problems.add(path, line + offset, Code(code), message, hint)  # type: ignore[call-arg]  # (no new code is made)
    return None if faults else Document(path, data, marks, offset, text)


@lru_cache(maxsize=4)
def _read(text: str) -> tuple[Node, Marks, list[Fault]]:
    """What a text says, the lines on which its parts start, and what is wrong with it: then nothing else counts.

    The last few are kept: while someone types, the same file is read for its problems, its form and its preview.
    """
    faults: list[Fault] = []
    strict = strict_yaml(text, lambda *fault: faults.append(fault))
    if faults:
        return {}, 1, faults
    try:
        return *_Builder(strict).build(), []
    except Unreadable as unreadable:
        return {}, 1, [unreadable.fault]
    except yaml.MarkedYAMLError as error:
        mark, around = error.problem_mark or error.context_mark, error.context_mark
        at = mark.line if mark else 0
        return (
            {},
            [],
            [(at + 1, *_explain(str(error.problem), f"{text}\n".split("\n"), at, around.column if around else 0))],
        )
    except (yaml.YAMLError, UnicodeEncodeError):
        hint = "Retype the text instead of pasting it."
        return {}, 1, [(1, Code.FILE_CHARACTER, "contains a character that isn't text", hint)]


def _explain(reason: str, lines: list[str], at: int, column: int) -> tuple[Code, str, str]:
    line = lines[at]
    text = line.strip()[:40]
    if "\t" in line[: len(line) - len(line.lstrip())]:
        hint = "Use spaces instead, as many as the line that it belongs with."
        return Code.TAB_INDENT, f'"{text}" begins with a tab', hint
    if "expected '-'" in reason and column == len(line) - len(line.lstrip()):
        return Code.DASH_MISSING, *no_dash(lines[:at], line)
    if text.startswith("- ") and re.search("expected (?:key|<block end>)", reason) and not _goes_on(lines[:at], text):
        return Code.LIST_KEY, *no_list(line)
    if "expected" in reason or "not allowed" in reason:
        above = next((split_line(each) for each in reversed(lines[:at]) if not _is_remark(each)), None)
        hint = "Keys that belong together start in the same column, and so do the dashes of a list."
        if above and above.is_entry and not text.startswith("- "):
            hint = f'If it belongs to the line above, write "{" " * above.column}{line.strip()}".'
        return Code.INDENT_WRONG, f'"{text}" doesn\'t line up with the lines above', hint
    return Code.YAML_UNREADABLE, f"can't be read: {reason}", "Compare it with a part that works."


def _is_remark(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")


def _goes_on(above: list[str], entry: str) -> bool:
    """Whether entries that begin with the same key are in the lines above, so that it is the column that is wrong."""
    beginning = entry.partition(":")[0] + ":"
    return any(line.strip().startswith(beginning) for line in above)


class _Builder:
    def __init__(self, text: str) -> None:
        self.events = iter(yaml.parse(text, Loader=LOADER))

    def build(self) -> tuple[Node, Marks]:
        event = self._next()
        while isinstance(event, yaml.StreamStartEvent | yaml.DocumentStartEvent):
            event = self._next()
        is_empty = isinstance(event, yaml.StreamEndEvent) or getattr(event, "value", None) == ""
        document = ({}, 1) if is_empty else self._node(event, 1, 0)
        for rest in self.events:
            if isinstance(rest, yaml.DocumentStartEvent):
                hint = "Remove the line of three dashes."
                _refuse(rest, Code.YAML_SECOND_DOCUMENT, "a second document starts here", hint)
        return document

    def _next(self) -> yaml.Event:
        return next(self.events)

    def _node(self, event: yaml.Event, line: int, depth: int) -> tuple[Node, Marks]:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) or getattr(event, "tag", None):
            message = "anchors (&), aliases (*) and tags (!) can't be used here"
            _refuse(event, Code.YAML_ANCHOR, message, "Write out the value.")
        if depth > _DEEPEST:
            _refuse(event, Code.YAML_NESTED, "lists are nested too deeply", "Split the page into smaller parts.")
        if isinstance(event, yaml.ScalarEvent):
            return str(event.value), line
        marks: list[Marks] = [line]
        inside = self._list if isinstance(event, yaml.SequenceStartEvent) else self._mapping
        return inside(marks, depth + 1), marks

    def _list(self, marks: list[Marks], depth: int) -> list[Node]:
        entries: list[Node] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            entry, mark = self._node(event, _line(event), depth)
            entries.append(entry)
            marks.append(mark)
        return entries

    def _mapping(self, marks: list[Marks], depth: int) -> dict[str, Node]:
        entries: dict[str, Node] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                hint = "Write the key as one word, then a colon."
                _refuse(event, Code.KEY_PHRASE, "a key must be one word", hint)
            key = str(event.value)
            if key in entries:
                _refuse(
                    event,
                    Code.KEY_TWICE,
                    f'"{key}" appears here twice',
                    f'Keep one of the two. If a new entry starts here, put a dash before it: "- {key}: …".',
                )
            entries[key], mark = self._node(self._next(), _line(event), depth)
            marks.append(mark)
        return entries


def _line(event: yaml.Event) -> int:
    return (event.start_mark.line if event.start_mark else 0) + 1


def _refuse(event: yaml.Event, code: Code, message: str, hint: str) -> NoReturn:
    raise Unreadable((_line(event), code, message, hint))
