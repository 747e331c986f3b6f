"""The parts of a file that are changed by themselves: the head of a page, a box, a paragraph; an entry, a group."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ..book.read import DOCS, ORGANIZATION, POCKET_GUIDE
from ..fix.file_check import model_of
from ..model.blocks import BLOCKS
from ..model.guide import PageMeta
from ..model.json_schema import Schema, schema_of
from ..model.schema import Entity, node_at
from ..source.document import Document, Node, Where, read_document
from ..source.markup import Markup, read_markup
from ..source.problems import Problems

_START = re.compile(
    r"(?P<lead>[ \t>]*(?:[-*+][ \t]+|\d+\.[ \t]+|#{1,6}[ \t]+|!!!\+?[ \t]+\S+[ \t]*|:[ \t]+)?)(?P<words>.*)"
)
_OPENS = re.compile(r"[ \t>]*(?:[-*+]|\d+\.|#{1,6}|!!!\+?|\?\?\?\+?|:)(?:[ \t]|$)|[ \t]*\|")
_RULE = re.compile(r"[\s:|-]+")
_BAR = re.compile(r"(?<!\\)\|")
_NAMES = ("title", "label", "stem", "term", "what", "query", "name", "do", "text", "from", "id", "folder", "date")
"""The keys that an entry may be called by, the most telling first."""


@dataclass(frozen=True, slots=True)
class FilePart:
    """A part of a file, from its first line to its last. It is at `where` in its document, or a paragraph without."""

    title: str
    line: int
    end: int
    document: Document | None = None
    schema: Schema | None = None
    where: Where = ()
    is_entry: bool = False
    """Whether it is an entry of the list that the file is."""


def parts_of(path: str, text: str) -> list[FilePart]:
    """The parts of a file in their order. None of what can't be read."""
    if path.endswith(".md"):
        return _page_parts(path, text)
    document = read_document(path, text, Problems())
    return list(_file_parts(document, text)) if document else []


def part_at(parts: list[FilePart], line: int) -> FilePart | None:
    """The part that a line is in, or the next one above it, or the first."""
    return max((part for part in parts if part.line <= line), key=lambda part: part.line, default=None) or next(
        iter(parts), None
    )


def _page_parts(path: str, text: str) -> list[FilePart]:
    markup = read_markup(path, text, Problems())
    parts = [*_boxes(path, markup), *_paragraphs(markup)]
    if markup.has_head and markup.head_read:
        parts.append(FilePart("Head of the page", 1, markup.body_line - 1, markup.meta, _schema(PageMeta)))
    return sorted(parts, key=lambda part: part.line)


def _boxes(path: str, markup: Markup) -> Iterator[FilePart]:
    for fence in markup.fences:
        if fence.language not in BLOCKS:
            continue
        document = read_document(path, fence.body, Problems(), first_line=fence.line + 1)
        end = fence.line + fence.body.count("\n") + 1
        if document and isinstance(document.data, dict):
            title = f"{fence.language.capitalize()}: {document.data.get('title', '')}"
            yield FilePart(title, fence.line, end, document, _schema(BLOCKS[fence.language]))


def _paragraphs(markup: Markup) -> Iterator[FilePart]:
    lines = markup.body.split("\n")
    for first, last in paragraphs(markup):
        words = " ".join(lines[first - markup.body_line : last - markup.body_line + 1])
        yield FilePart(_shortened(words), first, last)


def paragraphs(markup: Markup) -> Iterator[tuple[int, int]]:
    """The first and last line of what is changed as one: a paragraph, an entry of a list, a heading, a row."""
    first = last = 0
    heading = False
    for line, at in [*markup.prose, ("", 0)]:
        if first and (not line.strip() or _OPENS.match(line) or at != last + 1 or heading):
            yield first, last
            first = 0
        if line.strip():
            first, last, heading = first or at, at, line.startswith("#")


def cells_of(line: str) -> list[tuple[int, int]]:
    """Where the texts of the cells of a table's row begin and end. None where a line is no row of words."""
    if not line.lstrip().startswith("|") or _RULE.fullmatch(line):
        return []
    bars = [match.end() for match in _BAR.finditer(line)]
    spans = [*zip(bars, [end - 1 for end in bars[1:]], strict=False)]
    if line.rstrip()[bars[-1] :].strip():
        spans.append((bars[-1], len(line.rstrip())))
    return [_stripped(line, start, end) for start, end in spans]


def _stripped(line: str, start: int, end: int) -> tuple[int, int]:
    text = line[start:end]
    begin = start + len(text) - len(text.lstrip())
    return begin, max(begin, start + len(text.rstrip()))


def paragraph(text: str, part: FilePart) -> tuple[str, str]:
    """What a paragraph begins with, such as the dash of a list, and its words on one line."""
    lines = text.split("\n")[part.line - 1 : part.end]
    match = _START.match(lines[0])
    assert match is not None  # every part of the pattern may be empty
    return match["lead"], " ".join(each.strip() for each in (match["words"], *lines[1:]))


def _file_parts(document: Document, text: str) -> Iterator[FilePart]:
    last = text.rstrip().count("\n") + 1
    if isinstance(document.data, list):
        starts = [document.line((at,)) for at in range(len(document.data))]
        for at, entry in enumerate(document.data):
            model = model_of(document.path, entry)
            end = starts[at + 1] - 1 if at + 1 < len(starts) else last
            title = _title(entry) or f"Entry {at + 1}"
            yield FilePart(title, starts[at], end, document, _schema(model) if model else None, (at,), is_entry=True)
    elif isinstance(document.data, dict):
        name = {ORGANIZATION: "organization", POCKET_GUIDE: "pocket-guide"}.get(document.path)
        whole = _file_schema(name) if name else {}
        keys = list(document.data)
        for at, key in enumerate(keys):
            end = document.line((keys[at + 1],)) - 1 if at + 1 < len(keys) else last
            yield FilePart(key.replace("_", " ").capitalize(), document.line((key,)), end, document, whole, (key,))


@lru_cache(maxsize=64)
def _schema(model: type[Entity]) -> Schema:
    return model.model_json_schema()


@lru_cache(maxsize=4)
def _file_schema(name: str) -> Schema:
    return schema_of(name)


def _title(entry: Node) -> str:
    if isinstance(entry, dict):
        return _shortened(next((str(entry[name]) for name in _NAMES if entry.get(name)), ""))
    return _shortened(", ".join(map(str, entry)) if isinstance(entry, list) else entry)


def _shortened(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 70 else f"{words[:69]}…"


def value_of(part: FilePart) -> Node:
    """What a part says."""
    assert part.document is not None
    return node_at(part.document.data, part.where)


def is_page(path: str) -> bool:
    """Whether a file is a page."""
    return path.startswith(f"{DOCS}/") and path.endswith(".md")
