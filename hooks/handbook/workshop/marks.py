"""Tells the page of a preview where its words are from: behind every text stands a mark with the line it is written in.

A mark is made of characters that no text has. It goes through Markdown as a letter does, and the page takes it out.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, TypeVar
from urllib.parse import quote

from ..model.blocks import Expectations
from ..model.guide import Page, Placed, PlacedBlock
from ..model.schema import Entity, Entry, text_fields
from ..source.document import Document, Where
from ..source.markup import Markup
from .parts import cells_of, paragraphs

BEGIN, CELL, END, ZERO = "\ue000", "\ue001", "\ue002", 0xE010
"""What a mark is made of. `web/src/workshop/marks.ts` reads it."""

_NAMES = frozenset({"link", "src", "tags", "refs", "next", "was", "remind", "unit", "regex", "go", "start", "tag"})
"""Fields whose texts are looked up or reckoned with."""
_OF_OTHERS = frozenset({"to", "category", "equal"})
"""Fields whose texts are those of other entries."""
_OTHERS = ("right", "categories", "steps")
"""The fields that hold these entries."""
_NO_WORDS = re.compile(r"\s*(?:\{:.*\}|\[TOC\]|\[[^\]^]+\]:.*|[-=*_\s]{3,}|\|?[\s:|-]+\|?|(?:!!!|\?\?\?\+?) *\w+)\s*")
_CLOSING = re.compile(r"(?:(?<=\S)\"|\s+#+|\s+\{[^{}]*\})?\s*$")
_IN_ADDRESS = re.compile(f"{quote(BEGIN)}(?:(?!{quote(END)}).)*{quote(END)}")

Model = TypeVar("Model", bound=Entity)


def mark(line: int, cell: int | None = None) -> str:
    """The mark of a line of the file, or of a cell of a table's row in it, both counted from 1."""
    return f"{BEGIN}{_figures(line)}{f'{CELL}{_figures(cell)}' if cell else ''}{END}"


def marked_page(page: Page) -> Page:
    """A page with marks behind its texts: those of its head, its boxes and all between them."""
    meta = marked(page.meta, page.markup.meta) if page.meta else None
    markup = replace(page.markup, body=_marked_body(page.markup))
    return replace(page, meta=meta, markup=markup, placed=tuple(map(_marked_box, page.placed)))


def marked(model: Model, document: Document, where: Where = ()) -> Model:
    """A model with a mark behind every text that is shown of it. Its entries keep the names that their texts gave."""
    others = [entry for name in _OTHERS for entry in getattr(model, name, ()) if isinstance(entry, Entry)]
    return _Marks(document, {entry.text: entry.ident for entry in others}).model(model, where)


def without_marks_in_addresses(text: str) -> str:
    """A text without the marks that have come into the query of an address, where they are written in figures."""
    return _IN_ADDRESS.sub("", text)


def _figures(number: int) -> str:
    return "".join(chr(ZERO + int(digit)) for digit in str(number))


def _marked_box(placed: Placed) -> Placed:
    if not isinstance(placed, PlacedBlock):
        return placed
    return replace(placed, block=marked(placed.block, placed.document))


class _Marks:
    """Goes through the texts of one document. `names` are those, by their texts, of the entries that others name."""

    def __init__(self, document: Document, names: dict[str, str]) -> None:
        self.document, self.names = document, names

    def model(self, model: Model, where: Where) -> Model:
        update: dict[str, Any] = {}
        texts = text_fields(type(model)) - _NAMES - getattr(model, "names", frozenset())
        for name, field in type(model).model_fields.items():
            value = getattr(model, name)
            update[name] = (
                self._by_name(value)
                if name in _OF_OTHERS
                else self._value(value, (*where, field.alias or name), is_text=name in texts)
            )
        if "key" in update and (ident := getattr(model, "ident", None)):
            update["key"] = ident
        if isinstance(model, Expectations):
            rows = zip(update["rows"], model.rows, strict=True)
            update["rows"] = [{**marked_row, "key": model.ident(row)} for marked_row, row in rows]
        return model.model_copy(update=update)

    def _value(self, value: Any, where: Where, *, is_text: bool) -> Any:
        if isinstance(value, Entity):
            return self.model(value, where)
        if isinstance(value, list):
            return [self._value(each, (*where, at), is_text=is_text) for at, each in enumerate(value)]
        if isinstance(value, dict):
            return {name: self._value(each, (*where, name), is_text=is_text) for name, each in value.items()}
        return value + mark(self.document.line(where)) if is_text and isinstance(value, str) and value else value

    def _by_name(self, value: Any) -> Any:
        return [self._by_name(each) for each in value] if isinstance(value, list) else self.names.get(value, value)


def _marked_body(markup: Markup) -> str:
    """The text between the boxes with a mark at the end of every paragraph, heading, entry of a list and cell."""
    lines = markup.body.split("\n")
    for first, last in paragraphs(markup):
        at = next((at for at in range(last, first - 1, -1) if not _NO_WORDS.fullmatch(lines[at - markup.body_line])), 0)
        if at:
            lines[at - markup.body_line] = _marked_line(lines[at - markup.body_line], first)
    return "\n".join(lines)


def _marked_line(line: str, first: int) -> str:
    cells = cells_of(line)
    for number, (_, end) in reversed(list(enumerate(cells, start=1))):
        line = line[:end] + mark(first, number) + line[end:]
    if cells:
        return line
    closing = _CLOSING.search(line)
    assert closing is not None  # every part of the pattern may be empty
    return line[: closing.start()] + mark(first) + line[closing.start() :]
