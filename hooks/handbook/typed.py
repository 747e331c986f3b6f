"""Turns YAML as people type it into strict YAML of the same number of lines: text is text.

A one-line value is text unless it is wholly quoted, a block mark (`|`, `>`) or a list in brackets. So `no`, `08:00`,
`Press #1`, `Remember: smile` and `"Yes" is enough` stay what the author typed. A value that runs on over further
lines, each indented deeper than its key, is one text too.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

Complaint = Callable[[int, str, str], None]
"""Takes a line (from 1), what is wrong and what would be right."""

_ENTRY = re.compile(
    r"(?P<lead> *)(?P<dashes>(?:-(?: +|$))*)"
    r"(?:(?P<key>\w[\w.-]*|\"[^\"]*\"|'[^']*') *:(?= |$))? *(?P<value>.*)"
)
_ITEM_KEY = re.compile(r"[a-z_][a-z0-9_-]*|\"[^\"]*\"|'[^']*'")
_BLOCK_MARK = re.compile(r"[|>](?:[+-]?[1-9]?|[1-9][+-])$")
_ESCAPE = r"\\(?:[0abtnvfre \"/\\N_LP]|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})"
_QUOTED = re.compile(rf'"(?:[^"\\]|{_ESCAPE})*"|' + r"'(?:[^']|'')*'")
_LIST = re.compile(r"\[[^\[\]]*\]")
_LIST_ENTRY = re.compile(rf"\s*({_QUOTED.pattern}|[^,]*?)\s*(?:,|$)")
_UNSAFE = re.compile('[\\\\"\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]')


@dataclass(frozen=True, slots=True)
class _Line:
    """One line taken apart: what stands before the value, the column its entry starts in, and the value."""

    head: str
    column: int
    value: str
    is_entry: bool


def quoted(text: str) -> str:
    """The text as one double-quoted YAML scalar that reads back unchanged."""
    return '"' + _UNSAFE.sub(lambda char: f"\\u{ord(char[0]):04x}", text) + '"'


def strict_yaml(text: str, complain: Complaint) -> str:
    """The text with every typed value quoted. Lines keep their numbers; what cannot be meant is complained of."""
    return "\n".join(_Reader(text.split("\n"), complain).read())


class _Reader:
    def __init__(self, lines: list[str], complain: Complaint) -> None:
        self.lines, self.complain = lines, complain
        self.at = 0
        self.out: list[str] = []

    def read(self) -> list[str]:
        while self.at < len(self.lines):
            line = self._untabbed(self.lines[self.at])
            self.at += 1
            if not line.strip() or line.lstrip().startswith("#") or (self.at == 1 and line.rstrip() == "---"):
                self.out.append("" if line.lstrip().startswith("#") else line.rstrip())
            else:
                self._entry(_split(line))
        return self.out

    def _entry(self, entry: _Line) -> None:
        if not entry.is_entry:
            self.complain(self.at, _stray(entry.value), _stray_cure(entry.value))
            self.out.append("")
        elif not entry.value:
            self.out.append(entry.head.rstrip())
        elif _BLOCK_MARK.match(entry.value):
            self.out.append(entry.head + entry.value)
            self._copy_block(entry.column)
        else:
            start = self.at
            value = " ".join([entry.value, *self._continuation(entry.column)])
            self.out.append(entry.head + _strict_value(value))
            self.out.extend([""] * (self.at - start))

    def _copy_block(self, column: int) -> None:
        while self.at < len(self.lines):
            line = self._untabbed(self.lines[self.at])
            if line.strip() and _indent(line) <= column:
                return
            self.out.append(line)
            self.at += 1

    def _continuation(self, column: int) -> list[str]:
        texts: list[str] = []
        while self.at < len(self.lines):
            line = self._untabbed(self.lines[self.at])
            if not line.strip() or _indent(line) <= column or line.lstrip().startswith("#"):
                break
            self.at += 1
            if _looks_like_entry(line):
                self.complain(
                    self.at,
                    f'"{line.strip()[:40]}" starts further to the right than the line it belongs to',
                    "Start both in the same column; or, if it goes on with the sentence above, write all on one line.",
                )
            texts.append(line.strip())
        return texts

    @staticmethod
    def _untabbed(line: str) -> str:
        body = line.lstrip(" \t")
        return line[: len(line) - len(body)].expandtabs(4) + body


def _split(line: str) -> _Line:
    found = _ENTRY.match(line)
    assert found is not None  # every part of the pattern may be empty
    lead, dashes, key, value = found["lead"], found["dashes"], found["key"], found["value"].rstrip()
    if key is not None and dashes and not _ITEM_KEY.fullmatch(key):
        key, value = None, line[len(lead) + len(dashes) :].rstrip()
    if key is None:
        value = line[len(lead) + len(dashes) :].strip()
        return _Line(lead + dashes, len(lead) + max(dashes.rfind("-"), 0), value, bool(dashes))
    return _Line(f"{lead}{dashes}{key}: ", len(lead) + len(dashes), value, True)


def _looks_like_entry(line: str) -> bool:
    entry = _split(line)
    return entry.is_entry and (entry.head.strip().endswith("-") or bool(_ITEM_KEY.match(entry.head.strip())))


def _strict_value(value: str) -> str:
    if _QUOTED.fullmatch(value):
        return value
    if _LIST.fullmatch(value):
        entries = [entry[1] for entry in _LIST_ENTRY.finditer(value[1:-1]) if entry[1]]
        return "[" + ", ".join(_strict_scalar(entry) for entry in entries) + "]"
    return quoted(value)


def _strict_scalar(value: str) -> str:
    return value if _QUOTED.fullmatch(value) else quoted(value)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _stray(text: str) -> str:
    return f'"{text[:40]}" is neither "key: value" nor an entry of a list ("- text")'


def _stray_cure(text: str) -> str:
    key = re.match(r"(\w[\w-]*):(\S.*)", text)
    if key:
        return f'Put a space after the colon: "{key[1]}: {key[2]}".'
    return "If it goes on with the line above, indent it deeper than that line's key; else put a key before it."
