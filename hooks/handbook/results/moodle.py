"""Reads Moodle's quiz responses: questions and answers as texts, without ids, each attempt in a row.

Source: moodle/moodle, mod/quiz/report/responses (columns "Question N", "Response N"), and `summarise_response` of each
type of question: several answers, pairs ("this -> that") and steps are joined by "; ", and "-" stands for none. Steps
are cut to ten characters, three of them dots (question/type/ordering).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from ..export.texts import ItemTexts
from ..model.items import Item
from ..model.shapes import Arrange, Choose, Pair, Part, Story, Type
from ..source.codes import Code
from .answered_form import DrawnTest
from .attempts import Attempt, Report, attempt_number, numbered_columns, plain_cell, take_attempts, who_of
from .limits import LONGEST_WORDS
from .pile import Pile
from .table import AnswerTable

_TAG = re.compile(r"<[^>]*>")
_NO_LETTER = re.compile(r"[\W_]+")
_UNFINISHED = ("in progress", "never submitted", "overdue", "not started")
_CUT, _LEFT_OF_STEPS = "...", 7
_CHOOSE_TEXT = "In Moodle's Responses report, tick the question text under Display options, and download it again."

Pieces = list[tuple[str, tuple[str, ...]]]
"""What an answer can be made of: its letters, and the names that it stands for."""


def is_responses(table: AnswerTable) -> bool:
    """Whether a table is of this kind."""
    return bool(numbered_columns(table, "response"))


def read_moodle(table: AnswerTable, test: DrawnTest, texts: ItemTexts, pile: Pile) -> None:
    """Mark the answers in a table, and put them on the pile. What Moodle tells too little of is left out and named."""
    reading = _Reading(table, test, texts)
    for names, why in (
        (reading.stories, "Moodle asks only the first choice of a story"),
        (reading.orders, "Moodle cuts steps short, and some of these begin alike"),
    ):
        if names:
            pile.left_out(table.path, f"{why}, so these are left out: {', '.join(names)}")
    if not reading.columns:
        message = f"has answers to other questions than those of {test.code}, or none of their texts"
        pile.problems.add(table.path, table.line, Code.RESULTS_COLUMN, message, _CHOOSE_TEXT)
        return
    attempts = list(reading.attempts())
    asked_ids = {name for attempt in attempts for name in attempt.answers}
    items = [item for item in test.scored if item.id in asked_ids]
    take_attempts(Report(table.path, f"moodle-{table.mark}", test, items, attempts, reading.names), pile)


class _Reading:
    """Reads the texts of one table."""

    def __init__(self, table: AnswerTable, test: DrawnTest, texts: ItemTexts) -> None:
        self.table, self.test, self.texts = table, test, texts
        self._names_of: dict[tuple[str, str], tuple[str, ...] | None] = {}
        self.stories = [item.id for item in test.scored if isinstance(item.shape(), Story)]
        self.orders = [item.id for item in test.scored if self._begin_alike(item)]
        self._items = [item for item in test.scored if item.id not in {*self.stories, *self.orders}]
        self._stems = {item.id: self._letters(item.stem) for item in test.scored}
        self.columns = numbered_columns(table, "question") or self._in_order()
        self._item_at = lru_cache(maxsize=None)(self._item_of)

    def _begin_alike(self, item: Item) -> bool:
        """Whether two steps of an order can't be told apart once they are cut."""
        shape = item.shape()
        if not isinstance(shape, Arrange):
            return False
        starts = {_bare(self._words(step.text)[:_LEFT_OF_STEPS]) for step in shape.steps}
        return len(starts) < len(shape.steps) or any(a != b and a.startswith(b) for a in starts for b in starts)

    def _in_order(self) -> dict[int, int]:
        """Without texts the questions are those of the test in its order, if there are as many."""
        responses = numbered_columns(self.table, "response")
        return dict.fromkeys(responses, -1) if len(responses) == len(self.test.items) else {}

    def attempts(self) -> Iterator[Attempt]:
        """The attempts that were finished."""
        responses = numbered_columns(self.table, "response")
        who, number = who_of(self.table), attempt_number(self.table)
        states = [at for at, name in enumerate(self.table.headings) if name in ("state", "status")]
        for line, cells in self.table.rows:
            if any(cells[at].casefold() in _UNFINISHED for at in states) or cells[0].casefold() == "overall average":
                continue
            answers = {
                item.id: "" if cells[responses[at]] == "-" else plain_cell(cells[responses[at]])
                for at, column in self.columns.items()
                if (item := self._item_at(at, cells[column] if column >= 0 else ""))
            }
            if answers:
                yield Attempt(line, who(cells), number(cells), answers)

    def _item_of(self, number: int, text: str) -> Item | None:
        """The question of a column: by its text, which Moodle follows with the answers; the longest that fits."""
        if not text:
            item = self.test.items[number - 1]
            return item if item in self._items else None
        plain = _bare(plain_cell(text))
        fitting = [item for item in self._items if plain.startswith(self._stems[item.id])]
        return max(fitting, key=lambda item: len(self._stems[item.id]), default=None)

    def names(self, item: Item, sent: str) -> tuple[str, ...] | None:
        """The names that a text stands for. None where it can't be read."""
        if (item.id, sent) not in self._names_of:
            self._names_of[item.id, sent] = self._names(item, sent)
        return self._names_of[item.id, sent]

    def _names(self, item: Item, sent: str) -> tuple[str, ...] | None:
        if not sent:
            return ()
        shape = item.shape()
        match shape:
            case Type():
                return (sent[:LONGEST_WORDS],)
            case Choose():
                return self._joined(sent, self._pieces(shape.answers))
            case Arrange():
                return self._joined(sent, self._pieces(shape.steps))
            case Pair():
                pairs: Pieces = [
                    (self._letters(entry.text) + self._letters(target.text), (entry.ident, target.ident))
                    for entry in shape.entries
                    for target in shape.targets
                ]
                return self._joined(sent, pairs)
            case _:
                return None

    def _pieces(self, parts: Iterable[Part]) -> Pieces:
        return [(self._letters(part.text), (part.ident,)) for part in parts]

    def _joined(self, sent: str, pieces: Pieces) -> tuple[str, ...] | None:
        if _CUT in sent:
            return _cut_names(sent, pieces)
        return _sequence(_bare(sent), pieces, {})

    def _letters(self, text: str) -> str:
        return _bare(self._words(text))

    def _words(self, text: str) -> str:
        return html.unescape(_TAG.sub("", self.texts.html(text)))


def _bare(text: str) -> str:
    """The letters and digits of a text: Moodle writes emphasis as capitals or marks, and breaks lines anew."""
    return _NO_LETTER.sub("", text).casefold()


def _sequence(letters: str, pieces: Pieces, dead_ends: dict[str, None]) -> tuple[str, ...] | None:
    """The names of the pieces that make up the letters, one after the other."""
    if not letters:
        return ()
    if letters in dead_ends:
        return None
    for start, names in sorted(pieces, key=lambda piece: -len(piece[0])):
        if start and letters.startswith(start):
            rest = _sequence(letters[len(start) :], [piece for piece in pieces if piece[1][0] != names[0]], dead_ends)
            if rest is not None:
                return (*names, *rest)
    dead_ends[letters] = None
    return None


def _cut_names(sent: str, pieces: Pieces) -> tuple[str, ...] | None:
    """The names of texts that Moodle has cut short; None where a beginning fits several."""
    names: list[str] = []
    for part in sent.split("; "):
        start = _bare(part)
        fitting = [piece for letters, piece in pieces if letters.startswith(start)]
        if len(fitting) != 1:
            return None
        names += fitting[0]
    return tuple(names)
