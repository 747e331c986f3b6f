"""The answer sheet of a test: which rows it has, and under which letter everything is printed.

Question sheet, answer key, answer sheet and the reader of results all take the letters from here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from string import ascii_uppercase
from typing import assert_never

from ..source.random import Random
from .items import Item
from .scoring import way_through
from .shapes import Arrange, Choose, Pair, Reflect, Shape, Shuffle, Story, Type, idents

LETTERS = ascii_uppercase
PERSON_FIELD = "person"
"""The name of the field for a person's code, where the sheet is filled in on screen."""


class RowKind(StrEnum):
    """What is marked in a row: one letter, several, or nothing, because words are written."""

    ONE = "one"
    SEVERAL = "several"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the sheet. `names` are the permanent names behind its letters; `part`: what in the question it is for.

    `number` counts the rows of a question that has more than one: places in an order, things to match, points of a
    story.
    """

    item: Item
    question: int
    number: int | None
    kind: RowKind
    names: tuple[str, ...]
    part: str = ""

    @property
    def label(self) -> str:
        """How the row is named: "4", or "4.2" for the second row of question 4."""
        return str(self.question) if self.number is None else f"{self.question}.{self.number}"

    @property
    def letters(self) -> str:
        """The letters of the row."""
        return LETTERS[: len(self.names)]

    @property
    def truth(self) -> bool:
        """Whether A is true and B is false."""
        return self.names == ("true", "false")


def paper_order(test: str, item: Item) -> Shuffle:
    """The order that a test (its form code, or its id where it has none) and a question settle."""
    return Random(f"{test}/{item.id}").shuffled


def field_name(label: str) -> str:
    """The name of the field for a row, where the sheet is filled in on screen; names of fields have no dots in them."""
    return f"row {label.replace('.', '-')}"


def sheet_rows(items: Iterable[Item], test: str) -> list[Row]:
    """The rows for the questions of a test, in order. A question that isn't scored has none."""
    return [
        row
        for question, item in enumerate(items, start=1)
        for row in _rows(item, item.shape(), question, paper_order(test, item))
    ]


def _rows(item: Item, shape: Shape, question: int, shuffle: Shuffle) -> Iterator[Row]:
    match shape:
        case Choose():
            yield Row(item, question, None, RowKind.ONE if shape.single else RowKind.SEVERAL, idents(shape.answers))
        case Arrange():
            names = idents(shape.mixed(shuffle))
            yield from (Row(item, question, place, RowKind.ONE, names) for place in range(1, len(names) + 1))
        case Pair():
            entries, targets = shape.mixed(shuffle)
            for number, entry in enumerate(entries, start=1):
                yield Row(item, question, number, RowKind.ONE, idents(targets), entry.ident)
        case Type():
            yield Row(item, question, None, RowKind.WORDS, ())
        case Story():
            for point in shape.points:
                yield Row(item, question, point.number, RowKind.ONE, idents(point.choices), str(point.number))
        case Reflect():
            return
        case _:
            assert_never(shape)


def right_names(row: Row) -> frozenset[str]:
    """The names behind the letters that are right in a row; more than one where several are, or one of several is."""
    shape = row.item.shape()
    match shape:
        case Choose():
            return frozenset(answer.ident for answer in shape.right)
        case Arrange():
            return frozenset(step.ident for step in shape.steps if row.number in step.places)
        case Pair():
            return frozenset(entry.target.ident for entry in shape.entries if entry.ident == row.part)
        case Story():
            return frozenset(c.ident for point in shape.points if point.number == row.number for c in point.best)
        case Type() | Reflect():
            return frozenset()
        case _:
            assert_never(shape)


def answer_of(item: Item, rows: Sequence[Row], marks: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The answer to a question, as `scoring` takes it, from the names that are marked in each of its rows.

    In a row for words, the mark is what was written. Of a story only the rows along the way that was taken count.
    """
    shape = item.shape()
    match shape:
        case Choose() | Type():
            return tuple(marks[0])
        case Arrange():
            places = tuple(mark[0] if mark else "" for mark in marks)
            return places if any(places) else ()
        case Pair():
            return tuple(name for row, mark in zip(rows, marks, strict=True) if mark for name in (row.part, mark[0]))
        case Story():
            return _way(shape, {int(row.part): mark[0] for row, mark in zip(rows, marks, strict=True) if mark})
        case Reflect():
            return ()
        case _:
            assert_never(shape)


def _way(story: Story, choices: Mapping[int, str]) -> tuple[str, ...]:
    """What was done along a story, from its first point on."""
    way: list[str] = []
    at = story.points[0].number
    while at in choices and len(way) <= len(story.points):
        way.append(choices[at])
        _, at = way_through(story, way)
    return tuple(way)


def rows_on_the_way(item: Item, rows: Sequence[Row], marks: Sequence[Sequence[str]]) -> set[int]:
    """The rows (from 0) that bear on an answer: all of them, but of a story only those at which a person came by."""
    shape = item.shape()
    if not isinstance(shape, Story):
        return {*range(len(rows))}
    choices = {int(row.part): mark[0] for row, mark in zip(rows, marks, strict=True) if mark}
    way, last = way_through(shape, _way(shape, choices))
    numbers = {number for number, _ in way} | {last}
    return {at for at, row in enumerate(rows) if int(row.part) in numbers}
