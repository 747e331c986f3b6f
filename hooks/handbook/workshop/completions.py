"""What could come next where someone types: the keys and values that a model has, and the names that exist."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TypedDict

from ..book.read import DOCS, Handbook
from ..model.blocks import BLOCKS
from ..model.items import ITEMS
from ..model.json_schema import Schema
from ..source.lenient import split_line
from .fields import key_choices, value_choices
from .parts import part_at, parts_of

_PLACEHOLDER = re.compile(r"\{\{\s*(?P<typed>[\w.]*)$")
_TARGET = re.compile(r"\]\((?P<typed>[^()\s]*)$")
_BOX = re.compile(r"^[ \t]*```[ \t]*(?P<typed>\w*)$")
_KEY = re.compile(r"^(?P<lead>[ ]*(?:- +)*)(?P<typed>\w*)$")
_VALUE = re.compile(r"^[ ]*(?:- +)*(?P<key>\w+):[ ]+(?:\[(?:.*,)?[ ]*)?(?P<typed>[^\[\],]*)$")
_ENTRY = re.compile(r"^(?P<lead>[ ]*)-[ ]+(?P<typed>[\w./#-]*)$")
MOST = 200


class CompletionOption(TypedDict):
    """Something that could stand there, and what it is."""

    label: str
    detail: str


class Completion(TypedDict):
    """The options, and how many characters before the cursor they take the place of."""

    length: int
    options: list[CompletionOption]


def completion(handbook: Handbook, path: str, text: str, line: int, column: int) -> Completion:
    """What could stand at a place of a file: `line` from 1, `column` from 0."""
    lines = text.split("\n")
    before = lines[line - 1][:column] if line <= len(lines) else ""
    if match := _PLACEHOLDER.search(before):
        return _those(match, ((key, handbook.profile.values[key].text) for key in handbook.profile.values))
    if match := _TARGET.search(before):
        return _those(match, _targets(handbook, path))
    if path.endswith(".md") and (match := _BOX.match(before)):
        return _those(match, ((kind, "") for kind in BLOCKS))
    return _in_yaml(handbook, path, lines, line, before)


def _in_yaml(handbook: Handbook, path: str, lines: list[str], line: int, before: str) -> Completion:
    schema = _schema_at(path, lines, line)
    keys = _keys_above(lines, line, before)
    if match := _VALUE.match(before):
        key = match["key"]
        choices = value_choices(schema, [*keys, key]) if schema else []
        return _those(match, [*((choice, "") for choice in choices), *_names(handbook, key)])
    if (match := _ENTRY.match(before)) and keys and (names := list(_names(handbook, keys[-1]))):
        return _those(match, names)
    if schema and (match := _KEY.match(before)):
        return _those(match, ((f"{key}: ", about) for key, about in key_choices(schema, keys)))
    return {"length": 0, "options": []}


def _schema_at(path: str, lines: list[str], line: int) -> Schema | None:
    """The schema of the part that is typed in. A line that can't be read yet is left out for it."""
    without = "\n".join([*lines[: line - 1], "", *lines[line:]])
    part = part_at(parts_of(path, without), line)
    return part.schema if part and part.line <= line <= part.end + 1 else None


def _keys_above(lines: list[str], line: int, before: str) -> list[str]:
    """The keys that a line is below, outermost first: of each line above that begins farther left."""
    entry = split_line(before)
    column, keys = entry.column, list[str]()
    if before.lstrip().startswith("- ") and not entry.head.strip().endswith(":"):
        column = len(before) - len(before.lstrip()) + 1
    for above in reversed(lines[: line - 1]):
        if above.startswith(("```", "---")) or not column:
            break
        other = split_line(above)
        if above.strip() and not above.lstrip().startswith("#") and other.column < column and other.is_entry:
            column = other.column
            if not other.value:
                keys.insert(0, other.head.strip(" -:"))
    return [key for key in keys if key]


def _names(handbook: Handbook, key: str) -> Iterator[tuple[str, str]]:
    """The names that the values of some keys are."""
    guide, bank = handbook.guide, handbook.bank
    boxes = ((name, placed.block.title) for name, placed in guide.blocks.items())
    pages = ((page.path, page.title) for page in guide.pages)
    match key:
        case "refs" | "of" | "ref":
            yield from boxes
            yield from pages
        case "blocks" | "mini" | "badge" | "from":
            yield from boxes
        case "page" | "online" | "link" | "next" | "see":
            yield from pages
        case "items" | "questions" | "exclude":
            yield from ((name, banked.item.stem) for name, banked in bank.items.items())
        case "quiz":
            yield from ((name, quiz.title) for name, (quiz, _, _) in bank.quizzes.items())
        case "tags":
            yield from ((tag, "") for tag in sorted({tag for item in bank.active for tag in item.tags}))
        case "section" | "folder":
            yield from ((section.folder, section.title) for section in guide.sections)
        case "type":
            yield from ((kind, "") for kind in ITEMS)


def _targets(handbook: Handbook, path: str) -> Iterator[tuple[str, str]]:
    """The pages as a link from this page names them, and the headings and boxes of the page itself."""
    up = "../" * (path.removeprefix(f"{DOCS}/").count("/"))
    for page in handbook.guide.pages:
        yield f"{up}{page.path}", page.title
        if page.file == path:
            yield from ((f"#{anchor}", page.title) for anchor in sorted(page.anchors()))


def _those(match: re.Match[str], options: Iterable[tuple[str, str]]) -> Completion:
    """The options that have what was typed in them, those that begin with it first."""
    typed = match["typed"].lower()
    fit = [(label, about) for label, about in options if typed in f"{label} {about}".lower()]
    fit.sort(key=lambda each: not each[0].lower().startswith(typed))
    entries: list[CompletionOption] = [
        {"label": label, "detail": " ".join(about.split())[:80]} for label, about in fit[:MOST]
    ]
    return {"length": len(match["typed"]), "options": entries}
