"""Turns YAML as people type it into strict YAML of the same number of lines: text is text.

A one-line value is text unless it is wholly quoted, a block mark (`|`, `>`) or a list in brackets. So `no`, `08:00`,
`Press #1`, `Remember: smile` and `"Yes" is enough` stay what the author typed. A value that runs on over further
lines, each indented deeper than its key, is one text too.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from .codes import Code

Complaint = Callable[[int, Code, str, str], None]
"""Takes a line (from 1), the code of the problem, what is wrong and what would be right."""

_ENTRY = re.compile(
    r"(?P<lead> *)(?P<dashes>(?:-(?: +|$))*)"
    r"(?:(?P<key>\w[\w.-]*|\"[^\"]*\"|'[^']*') *:(?= |$))? *(?P<value>.*)"
)
_TAB_AFTER = re.compile(r"(^-|^[\w.-]+:)[ ]*[\t\u00a0][ \t\u00a0]*")
_TYPED_KEY = re.compile(r"[“”„\"‘’']?(?P<key>\w[\w-]*)[“”\"‘’']? ?:\s*(?P<value>.*)")
_CAPITAL_KEY = re.compile(r"(?P<key>[A-Z]\w*) ?:\s+(?P<value>.+)")
_NO_TEXT = ("#", "|", "-", "*", "•", "<<:")
"""What no text below its key begins with: comments, tables, lists, and what YAML merges."""
_TYPED_DASH = re.compile(r"(?:[*•·–—−]\s*|\d{1,2}[.)]\s+|-)(?P<value>[^\s-].*)")
_WORDS_AS_KEY = re.compile(r"(?P<key>[a-z]\w*(?: \w+){1,2}):(?: (?P<value>.*))?$")
_ITEM_KEY = re.compile(r"[a-z_][a-z0-9_-]*|\"[^\"]*\"|'[^']*'")
BLOCK_MARK = re.compile(r"[|>](?:[+-]?[1-9]?|[1-9][+-])$")
_ESCAPE = r"\\(?:[0abtnvfre \"/\\N_LP]|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})"
QUOTED = re.compile(rf'"(?:[^"\\]|{_ESCAPE})*"|' + r"'(?:[^']|'')*'")
LIST = re.compile(r"\[[^\[\]]*\]")
LIST_ENTRY = re.compile(rf"\s*({QUOTED.pattern}|[^,]*?)\s*(?:,|$)")
_UNSAFE = re.compile('[\\\\"\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]')


@dataclass(frozen=True, slots=True)
class SourceLine:
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
        self.above = SourceLine("", 0, "", False)
        self.in_table = False

    def read(self) -> list[str]:
        while self.at < len(self.lines):
            line = self._untabbed(self.lines[self.at])
            self.at += 1
            if line.rstrip() == "..." and not "".join(self.lines[self.at :]).strip():
                self.out.append("")  # the end of a document, which some programs write
            elif not line.strip() or line.lstrip().startswith("#") or (self.at == 1 and line.rstrip() == "---"):
                self.out.append("" if line.lstrip().startswith("#") else line.rstrip())
            else:
                self._entry(split_line(line))
        return self.out

    def _entry(self, entry: SourceLine) -> None:
        if not entry.is_entry:
            if not self.in_table or not entry.value.startswith("|"):  # one message for a table
                self.complain(self.at, Code.LINE_STRAY, _stray(entry.value), self._stray_hint(entry))
            self.in_table = entry.value.startswith("|")
            self.out.append("")
            return
        self.above = entry
        if not entry.value and (texts := self._text_below(entry)):
            self.out.append(entry.head + _strict_value(" ".join(texts)))
            self.out.extend([""] * len(texts))
        elif not entry.value:
            self.out.append(entry.head.rstrip())
        elif BLOCK_MARK.match(entry.value):
            self.out.append(entry.head + entry.value)
            self._copy_block(entry.column)
        else:
            start = self.at
            value = " ".join([entry.value, *self._continuation(entry.column)])
            self.out.append(entry.head + _strict_value(value))
            self.out.extend([""] * (self.at - start))

    def _text_below(self, entry: SourceLine) -> list[str]:
        """The lines of a text that begins on the line below its key. The first line of a list is none."""
        key = entry.head.strip().removesuffix(":").rpartition(" ")[2]
        below = self._untabbed(self.lines[self.at]) if self.at < len(self.lines) else ""
        text = below.strip()
        is_key = _TYPED_KEY.match(text) or _WORDS_AS_KEY.match(text) or "=" in text
        stands_below = not is_key and indent_of(below) > entry.column and not text.startswith(_NO_TEXT)
        if not stands_below or not entry.head.strip().endswith(":") or key in _LIST_KEYS or split_line(below).is_entry:
            return []
        return self._continuation(entry.column)

    def _copy_block(self, column: int) -> None:
        while self.at < len(self.lines):
            line = self._untabbed(self.lines[self.at])
            if line.strip() and indent_of(line) <= column:
                return
            self.out.append(line)
            self.at += 1

    def _continuation(self, column: int) -> list[str]:
        """The lines that go on with a text. The first that looks like an entry of its own is complained of."""
        opening, has_complained, texts = self.at, False, list[str]()
        while self.at < len(self.lines):
            line = self._untabbed(self.lines[self.at])
            closes = line.strip() == "]" and self.lines[opening - 1].rstrip().endswith("[")
            if not closes and (not line.strip() or indent_of(line) <= column or line.lstrip().startswith("#")):
                break
            self.at += 1
            if _looks_like_entry(line) and not has_complained:
                has_complained = True
                self._complain_of_depth(opening, line)
            texts.append(line.strip())
        return texts

    def _complain_of_depth(self, opening: int, line: str) -> None:
        """An entry below a text: its own column is wrong, or the line above it lacks a dash, or has quotes."""
        above = self._untabbed(self.lines[opening - 1])
        text, lead = above.strip()[:40], " " * indent_of(above)
        key = _TYPED_KEY.match(above.strip().removeprefix("- "))
        capital = _CAPITAL_KEY.match(above.strip().removeprefix("- "))
        if capital and above.lstrip().startswith("- "):
            self.complain(opening, *capital_key(capital["key"], capital["value"]))
        elif key and key["key"] in _LIST_KEYS and line.lstrip().startswith("- "):
            message = f'"{text}" begins a list in the line of its key'
            entry = f"{line[: indent_of(line)]}- {key['value']}"
            hint = f'Write "{lead}{key["key"]}:" on a line of its own, and below it "{entry}".'
            self.complain(opening, Code.LIST_KEY, message, hint)
        elif line.lstrip().startswith("- ") and not above.lstrip().startswith("- "):
            self.complain(self.at, Code.LIST_KEY, *no_list(line))
        elif key and above.strip()[2] in "“”„‘’":
            message, hint = f'"{text}" has quotes around its key', f'Write "- {key["key"]}: {key["value"]}".'
            self.complain(opening, Code.KEY_QUOTED, message, hint)
        elif indent_of(line) == len(lead) + 2 and any(
            each.startswith(f"{lead}- ") for each in self.lines[: opening - 1]
        ):
            self.complain(opening, Code.DASH_MISSING, *no_dash(self.lines[: opening - 1], above))
        else:
            right, typed = " " * split_line(above).column + line.strip(), self.lines[self.at - 1]
            code, what = Code.INDENT_WRONG, "starts farther right than the line it belongs to"
            hint = f'Write "{right}". If it continues the text above, write it all on one line.'
            if "\t" in typed[: len(typed) - len(typed.lstrip())]:
                code, what = Code.TAB_INDENT, "begins with a tab, so it is in another column than the lines around it"
                hint = f'Write it with spaces: "{right}".'
            self.complain(self.at, code, f'"{line.strip()[:40]}" {what}', hint)

    def _stray_hint(self, stray: SourceLine) -> str:
        """What would be right in place of a line that is no entry."""
        text = stray.value
        if text.startswith("|"):
            cells = [cell.strip() for cell in text.strip("| ").split("|")]
            return f'There are no tables in a box. Write each row as an entry that begins with a dash: "- {cells[0]}".'
        if text.startswith("<<:"):
            return 'There is nothing like "<<" here. Write all keys and their values out.'
        key = _TYPED_KEY.match(text)
        if key:
            return f'Write a plain key, a colon and a space: "{key["key"]}: {key["value"]}".'
        dash = _TYPED_DASH.match(text)
        if dash:
            return f'Start a list entry with a dash and a space: "- {dash["value"]}".'
        words = _WORDS_AS_KEY.match(text)
        if words:
            key_alone = words["key"].replace(" ", "_")
            suggestion = f"{key_alone}: {words['value'] or '…'}"
            return f'A key is one word: "{suggestion}". If it is text, add it to the line above.'
        if self.above.head.strip() == "-" and self.above.column == len(stray.head):
            return f'If it is the next entry of the list, put a dash and a space before it: "- {text}".'
        if self.above.head.strip().endswith(":") and not self.above.value and len(stray.head) > self.above.column:
            return f'Start a list entry with a dash and a space: "- {text}".'
        return "If it continues the line above, indent it more than that line's key. Otherwise, put a key before it."

    @staticmethod
    def _untabbed(line: str) -> str:
        if "\t" not in line and "\u00a0" not in line:
            return line
        body = line.lstrip(" \t\u00a0")
        lead = line[: len(line) - len(body)].replace("\u00a0", " ").expandtabs(4)
        return lead + _TAB_AFTER.sub(lambda match: match[1] + " ", body, count=1)


_LIST_KEYS = frozenset(
    (
        *("steps", "items", "say", "avoid", "rows", "columns", "options", "left", "right", "cards", "categories"),
        *("prompts", "lines", "contacts", "service_standards", "languages", "pages", "sections", "numbers", "blocks"),
        *("refs", "tags", "keywords", "hints", "equal", "accept", "near", "fields", "scenes", "choices", "see", "was"),
    )
)
"""Keys that hold lists."""

_LISTS = {
    "do": ("steps",),
    "says": ("lines",),
    "link": ("items",),
    "text": ("items", "options"),
    "what": ("service_standards",),
    "name": ("contacts",),
    "page": ("pages",),
}
"""What a list is called whose entries begin with a key."""


def capital_key(key: str, value: str) -> tuple[Code, str, str]:
    """What to say of a key that begins with a capital letter; one that is the letter of an answer is no key at all."""
    name = key.lower() if len(key) > 1 else "text"
    return Code.KEY_UNKNOWN, f'"{key}" begins with a capital letter', f'Write "- {name}: {value}".'


def no_list(line: str) -> tuple[str, str]:
    """What to say of a list below a line that holds a text: it lacks the key that it belongs to."""
    text = line.strip()
    key = text.removeprefix("- ").partition(":")[0]
    names = " or ".join(f'"{name}:"' for name in _LISTS.get(key, ("items", "say")))
    such = "" if len(_LISTS.get(key, ())) == 1 else "the key of this list, such as "
    return f'"{_cut(text)}" is an entry of a list that has no key', f"Put a line above it with {such}{names}."


def no_dash(before: list[str], line: str) -> tuple[str, str]:
    """What to say of a line that stands where a list, begun in the lines before it, goes on with a dash."""
    text, lead = line.strip(), line[: indent_of(line)]
    first = next((each.strip()[2:] for each in reversed(before) if each.startswith(f"{lead}- ")), "")
    hint = f'rite "{lead}- {text}".'
    if ":" in text and first.partition(":")[0] != text.partition(":")[0]:
        hint = f'f it belongs to the entry above, write "{lead}  {text}". If a new entry starts here, w{hint}'
        return f'"{text[:40]}" is where a list entry should start', f"I{hint}"
    return f'"{text[:40]}" is where a list entry should start', f"W{hint}"


def split_line(line: str) -> SourceLine:
    """Take a line apart."""
    match = _ENTRY.match(line)
    assert match is not None  # every part of the pattern may be empty
    lead, dashes, key, value = match["lead"], match["dashes"], match["key"], match["value"].rstrip()
    if key is not None and dashes and not _ITEM_KEY.fullmatch(key):
        key, value = None, line[len(lead) + len(dashes) :].rstrip()
    if key is None:
        value = line[len(lead) + len(dashes) :].strip()
        return SourceLine(lead + dashes, len(lead) + max(dashes.rfind("-"), 0), value, bool(dashes))
    return SourceLine(f"{lead}{dashes}{key}: ", len(lead) + len(dashes), value, True)


def _looks_like_entry(line: str) -> bool:
    entry = split_line(line)
    head = entry.head.strip()
    return entry.is_entry and (head.endswith("-") or bool(_ITEM_KEY.match(head.lstrip("- "))))


def _strict_value(value: str) -> str:
    if QUOTED.fullmatch(value):
        return value
    if LIST.fullmatch(value):
        entries = [entry[1] for entry in LIST_ENTRY.finditer(value[1:-1]) if entry[1]]
        return "[" + ", ".join(_strict_scalar(entry) for entry in entries) + "]"
    return quoted(value)


def _strict_scalar(value: str) -> str:
    return value if QUOTED.fullmatch(value) else quoted(value)


def indent_of(line: str) -> int:
    """How many spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))


def _cut(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59].rstrip()}…"


def _stray(text: str) -> str:
    return f'"{text[:40]}" is neither "key: value" nor a list entry ("- text")'
