"""A test by its form code: its questions, the rows of its answer sheet, and what an answer is worth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from ..assembly import rebuild
from ..book.read import Handbook
from ..model.answer_sheet import Row, answer_of, rows_on_the_way, sheet_rows
from ..model.items import Item
from ..model.scoring import score
from .letters import in_letters


class Response(NamedTuple):
    """What a person answered to a question, and what it is worth: the only thing that is kept of a person."""

    form: str
    edition: str
    source: str
    person: str
    item: str
    rev: int
    kind: str
    answer: str
    share: float
    points: int


@dataclass(frozen=True, slots=True)
class Respondent:
    """Whose answers are marked: the code of a person, and how they came in."""

    source: str
    person: str


@dataclass(frozen=True)
class DrawnTest:
    """A test that was drawn, in the edition that its code was verified with."""

    code: str
    edition: str
    items: tuple[Item, ...]
    _worth: dict[tuple[str, tuple[str, ...]], tuple[str, float]] = field(default_factory=dict)
    _answers: dict[tuple[str, tuple[tuple[str, ...], ...]], tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def rows(self) -> list[Row]:
        """The rows of its answer sheet."""
        return sheet_rows(self.items, self.code)

    @cached_property
    def scored(self) -> tuple[Item, ...]:
        """The questions that count."""
        return tuple(item for item in self.items if item.scored)

    @cached_property
    def by_id(self) -> dict[str, Item]:
        """The questions that count, by id."""
        return {item.id: item for item in self.scored}

    @cached_property
    def rows_of(self) -> dict[str, range]:
        """The numbers (from 0) of the rows of each question."""
        places: dict[str, list[int]] = {}
        for at, row in enumerate(self.rows):
            places.setdefault(row.item.id, []).append(at)
        return {name: range(at[0], at[-1] + 1) for name, at in places.items()}

    def respond(self, place: Respondent, item: Item, answer: tuple[str, ...]) -> Response:
        """An answer, given by names, with what it is worth."""
        key = (item.id, answer)
        if key not in self._worth:
            shape = item.shape()
            self._worth[key] = in_letters(shape, answer), score(shape, answer) or 0.0
        sent, share = self._worth[key]
        who = self.code, self.edition, place.source, place.person
        return Response(*who, item.id, item.rev, item.kind, sent, share, item.points)

    def answer(self, item: Item, marks: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
        """The answer to a question from the marks in its rows."""
        key = (item.id, tuple(marks))
        if key not in self._answers:
            self._answers[key] = answer_of(item, [self.rows[at] for at in self.rows_of[item.id]], marks)
        return self._answers[key]

    def rows_that_count(self, item: Item, marks: Sequence[Sequence[str]]) -> set[int]:
        """Those of the rows of a question that bear on its answer."""
        places = self.rows_of[item.id]
        return {places[at] for at in rows_on_the_way(item, [self.rows[at] for at in places], marks)}


class Forms:
    """The tests of a handbook by their form codes."""

    def __init__(self, handbook: Handbook) -> None:
        self._handbook = handbook
        self._tests: dict[str, DrawnTest] = {}

    def test(self, code: str) -> DrawnTest:
        """The test with a code. Raises CodeRefused where the bank of this edition gives none."""
        name = code.strip().lower()
        if name not in self._tests:
            handbook = self._handbook
            form = rebuild(name, handbook.bank, handbook.profile, handbook.edition)
            self._tests[name] = DrawnTest(form.code, str(handbook.edition), form.items)
        return self._tests[name]
