"""Where everything is on an answer sheet, in millimeters: the same on Letter and on A4, so that a machine can find it.

What was measured on made scans decided this: boxes of 5 mm, letters outside of them, white around them, nothing at the
edge, a mark in each corner, and no box near where a page folds in three (93 and 186 mm on Letter, 99 and 198 on A4).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..model.answer_sheet import LETTERS, Row, RowKind, right_names
from .runs import Tree

WIDE = 180.0
"""From the left edge of the marks on the left to the right edge of those on the right."""
TOP, BOTTOM = 38.0, 246.0
"""Where the marks at the top and those at the bottom begin, from the top of the page."""
MARK = 9.0
BOX = 5.0

COLUMNS, PER_LINE, LINE = 3, 5, 8.0
_BLOCKS, _PER_BLOCK = (101.0, 143.0, 200.0), 5
LINES = [start + LINE * at for start in _BLOCKS for at in range(_PER_BLOCK)]
"""Where each line of a column begins."""
_COLUMN, _LABEL, _PITCH = 60.5, 8.5, 10.1
_LETTER = 3.1
"""From where a letter begins to where its box does."""

DIGITS, _DIGIT_LINE, _DIGIT_TOP = 6, 6.8, 51.5
"""Rows for the digits of a person's code."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on a page (from 0): its corner, from the left of the marks and the top of the page, its size."""

    page: int
    x: float
    y: float
    width: float = BOX
    height: float = BOX


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A row of the sheet where it is printed: the box of each letter, or where words are written."""

    row: Row
    page: int
    column: int
    line: int
    boxes: tuple[Spot, ...]
    words: Spot | None = None

    @property
    def lines(self) -> int:
        """How many lines of its column it takes."""
        return _lines_for(self.row)


def _lines_for(row: Row) -> int:
    return 2 if row.kind is RowKind.WORDS else -(-len(row.names) // PER_LINE)


def place_rows(rows: Iterable[Row]) -> list[PlacedRow]:
    """The rows, each in the next column with room for it. No row goes on over the white between two blocks of lines."""
    placed_rows: list[PlacedRow] = []
    at = 0
    for row in rows:
        need = _lines_for(row)
        while at % _PER_BLOCK + need > _PER_BLOCK:
            at += 1
        column, line = divmod(at, len(LINES))
        page, column = divmod(column, COLUMNS)
        placed_rows.append(_place(row, page, column, line))
        at += need
    return placed_rows


def _place(row: Row, page: int, column: int, line: int) -> PlacedRow:
    left = column * _COLUMN + _LABEL
    if row.kind is RowKind.WORDS:
        words = Spot(page, left, LINES[line] + 0.5, PER_LINE * _PITCH - 1.5, LINE - 1)
        return PlacedRow(row, page, column, line, (), words)
    boxes = (
        Spot(page, _box_x(column, at % PER_LINE), LINES[line + at // PER_LINE] + (LINE - BOX) / 2)
        for at in range(len(row.names))
    )
    return PlacedRow(row, page, column, line, tuple(boxes))


def _box_x(column: int, place: int) -> float:
    return round(column * _COLUMN + _LABEL + place * _PITCH + _LETTER, 2)


def page_trees(placed_rows: Sequence[PlacedRow], *, key: bool = False) -> list[Tree]:
    """What the template prints on each page: a table for each column, and boxes and lines to write on.

    With `key`, only the letters that are right, each with a ring in the place of its box.
    """
    pages = max((placed.page for placed in placed_rows), default=0) + 1
    return [_page([placed for placed in placed_rows if placed.page == at], key=key) for at in range(pages)]


def _page(placed_rows: Sequence[PlacedRow], *, key: bool) -> Tree:
    columns = ([placed for placed in placed_rows if placed.column == at] for at in range(COLUMNS))
    rings = [spot for placed in placed_rows for spot in _right_boxes(placed)] if key else []
    boxes = [] if key else [spot for placed in placed_rows for spot in (*placed.boxes, *_verdict_boxes(placed))]
    lines = [] if key else [placed.words for placed in placed_rows if placed.words]
    return {
        "tables": [_table(at, own, key=key) for at, own in enumerate(columns) if own],
        "boxes": [_tree(spot) for spot in boxes],
        "rings": [_tree(spot) for spot in rings],
        "lines": [_tree(spot) for spot in lines],
    }


def _tree(spot: Spot) -> Tree:
    return {"x": spot.x, "y": spot.y, "width": spot.width, "height": spot.height}


def _table(column: int, placed_rows: Sequence[PlacedRow], *, key: bool) -> Tree:
    """A column of the page: each line with its label, its cells, and the white before it."""
    entries = [entry for placed in placed_rows for entry in _entries(placed, key=key)]
    ends = [LINES[0], *(LINES[line] + LINE for line, _, _ in entries)]
    rows = [
        {"label": label, "cells": cells, "before": round(LINES[line] - end, 2)}
        for (line, label, cells), end in zip(entries, ends, strict=False)
    ]
    return {"x": column * _COLUMN, "rows": rows}


def _entries(placed: PlacedRow, *, key: bool) -> Iterator[tuple[int, str, list[Tree]]]:
    """The lines that a row takes: the number of each, its label, and its cells."""
    row, label = placed.row, placed.row.label
    if row.kind is RowKind.WORDS:
        yield placed.line, label, [{"text": "see the answers" if key else "", "span": PER_LINE}]
        verdict = [{"text": "Trainer only", "span": 3}, {"text": "R", "span": 1}, {"text": "W", "span": 1}]
        yield placed.line + 1, label, [{"text": "", "span": PER_LINE}] if key else verdict
        return
    right = right_names(row) if key else frozenset(row.names)
    letters = [letter if name in right else "" for letter, name in zip(LETTERS, row.names, strict=False)]
    for at in range(placed.lines):
        part = letters[at * PER_LINE : (at + 1) * PER_LINE]
        cells = [{"text": letter, "span": 1} for letter in [*part, *[""] * (PER_LINE - len(part))]]
        yield placed.line + at, label, cells


def _verdict_boxes(placed: PlacedRow) -> list[Spot]:
    """The boxes in which whoever marks the sheet says whether words are right or wrong."""
    if placed.row.kind is not RowKind.WORDS:
        return []
    y = LINES[placed.line + 1] + (LINE - BOX) / 2
    return [Spot(placed.page, _box_x(placed.column, place), y) for place in (3, 4)]


def _right_boxes(placed: PlacedRow) -> list[Spot]:
    right = right_names(placed.row)
    return [spot for name, spot in zip(placed.row.names, placed.boxes, strict=False) if name in right]


def digit_tree() -> Tree:
    """The rows in which the digits of a person's code are marked."""
    spots = [
        Spot(0, _box_x(0, digit), _DIGIT_TOP + _DIGIT_LINE * at + (_DIGIT_LINE - BOX) / 2)
        for at in range(DIGITS)
        for digit in range(10)
    ]
    return {"top": _DIGIT_TOP, "line": _DIGIT_LINE, "rows": DIGITS, "boxes": [_tree(spot) for spot in spots]}


MEASURES: Tree = {
    "wide": WIDE,
    "top": TOP,
    "bottom": BOTTOM,
    "mark": MARK,
    "box": BOX,
    "line": LINE,
    "first": LINES[0],
    "label": _LABEL,
    "pitch": _PITCH,
    "letter": _LETTER,
}
"""The measures that the template goes by."""

PERSON = Spot(0, 118.0, TOP + 1, 48.0, 7.0)
"""Where a person's code is written."""
