"""Reads YAML as authors type it (see `typed`): plain texts, lists and mappings, with the line of every key."""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from errno import EINVAL
from pathlib import Path, PurePosixPath
from typing import NoReturn

import yaml

from .characters import without_odd_characters
from .codes import Code
from .conflicts import without_conflicts
from .lenient import no_dash, no_list, split_line, strict_yaml
from .problems import Problems

Node = str | list["Node"] | dict[str, "Node"]
Where = tuple[str | int, ...]

_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 30
SAVE_ANEW = (
    'Save the file again with "Save as" and the encoding "UTF-8", or edit it in the web editor of your git host.'
)


class Unreadable(Exception):
    """A document that cannot be read further; the problem has been recorded."""


@dataclass(frozen=True, slots=True)
class Document:
    """What a piece of YAML says. `lines` gives the line in the file of each key and list entry by its path."""

    path: str
    data: Node
    lines: dict[Where, int] = field(repr=False)

    def line(self, where: Where = ()) -> int:
        """The line of the key at `where`, or of the nearest thing around it."""
        while where and where not in self.lines:
            where = where[:-1]
        return self.lines.get(where, 1)

    def texts(self) -> Sequence[tuple[Where, str]]:
        """Every text in it, with its path."""
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


def read_text(root: Path, path: str, problems: Problems) -> str | None:
    """The text of a file, line ends as `\\n`, with or without byte order mark. None, and a problem, if there is none.

    A file in another encoding, or with the marks of a merge conflict, is a problem and is read as well as it can be: so
    what else is wrong in it is found in the same run, and nothing is said of the files that link to it.
    """
    if is_linked(root, path):
        return None  # told once, of the link: what it leads to is not the handbook's
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
    before = len(problems)
    strict = strict_yaml(normalized(text), lambda line, *finding: problems.add(path, line + offset, *finding))
    if len(problems) > before:
        return None
    try:
        return _Builder(path, offset, problems).build(strict)
    except Unreadable:
        return None
    except yaml.MarkedYAMLError as error:
        mark, around = error.problem_mark or error.context_mark, error.context_mark
        at = mark.line if mark else 0
        lines = f"{normalized(text)}\n".split("\n")
        problems.add(path, at + 1 + offset, *_explain(str(error.problem), lines, at, around.column if around else 0))
    except (yaml.YAMLError, UnicodeEncodeError):
        problems.add(
            path,
            first_line,
            Code.FILE_CHARACTER,
            "contains a character that isn't text",
            "Retype the text instead of pasting it.",
        )
    return None


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
        above = next((split_line(each) for each in reversed(lines[:at]) if each.strip()), None)
        hint = "Keys that belong together start in the same column, and so do the dashes of a list."
        if above and above.is_entry and not text.startswith("- "):
            hint = f'If it belongs to the line above, write "{" " * above.column}{line.strip()}".'
        return Code.INDENT_WRONG, f'"{text}" doesn\'t line up with the lines above', hint
    return Code.YAML_UNREADABLE, f"can't be read: {reason}", "Compare it with a part that works."


def _goes_on(above: list[str], entry: str) -> bool:
    """Whether entries that begin with the same key are in the lines above, so that it is the column that is wrong."""
    beginning = entry.partition(":")[0] + ":"
    return any(line.strip().startswith(beginning) for line in above)


class _Builder:
    def __init__(self, path: str, offset: int, problems: Problems) -> None:
        self.path, self.offset, self.problems = path, offset, problems
        self.lines: dict[Where, int] = {}

    def build(self, text: str) -> Document:
        self.events = iter(yaml.parse(text, Loader=_LOADER))
        event = self._next()
        while isinstance(event, yaml.StreamStartEvent | yaml.DocumentStartEvent):
            event = self._next()
        self.lines[()] = 1 + self.offset
        data: Node = {} if isinstance(event, yaml.StreamEndEvent) else self._node(event, ())
        for rest in self.events:
            if isinstance(rest, yaml.DocumentStartEvent):
                hint = "Remove the line of three dashes."
                self._refuse(rest, Code.YAML_SECOND_DOCUMENT, "a second document starts here", hint)
        return Document(self.path, data, self.lines)

    def _next(self) -> yaml.Event:
        return next(self.events)

    def _node(self, event: yaml.Event, where: Where) -> Node:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) or getattr(event, "tag", None):
            message = "anchors (&), aliases (*) and tags (!) can't be used here"
            self._refuse(event, Code.YAML_ANCHOR, message, "Write out the value.")
        if len(where) > _DEEPEST:
            self._refuse(event, Code.YAML_NESTED, "lists are nested too deeply", "Split the page into smaller parts.")
        if isinstance(event, yaml.ScalarEvent):
            return str(event.value)
        return self._list(where) if isinstance(event, yaml.SequenceStartEvent) else self._mapping(where)

    def _list(self, where: Where) -> list[Node]:
        entries: list[Node] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            inner = (*where, len(entries))
            self._mark(inner, event)
            entries.append(self._node(event, inner))
        return entries

    def _mapping(self, where: Where) -> dict[str, Node]:
        entries: dict[str, Node] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                hint = "Write the key as one word, then a colon."
                self._refuse(event, Code.KEY_PHRASE, "a key must be one word", hint)
            key = str(event.value)
            if key in entries:
                self._refuse(
                    event,
                    Code.KEY_TWICE,
                    f'"{key}" appears here twice',
                    f'Keep one of the two. If a new entry starts here, put a dash before it: "- {key}: …".',
                )
            inner = (*where, key)
            self._mark(inner, event)
            entries[key] = self._node(self._next(), inner)
        return entries

    def _line(self, event: yaml.Event) -> int:
        return (event.start_mark.line if event.start_mark else 0) + 1 + self.offset

    def _mark(self, where: Where, event: yaml.Event) -> None:
        self.lines[where] = self._line(event)

    def _refuse(self, event: yaml.Event, code: Code, message: str, hint: str) -> NoReturn:
        self.problems.add(self.path, self._line(event), code, message, hint)
        raise Unreadable
