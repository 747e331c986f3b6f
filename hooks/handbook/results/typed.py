"""Reads the table of `handbook results --template`: one person a row, a column for each row of the sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..source.codes import Code
from .answered_form import DrawnTest, Respondent, Response
from .marks import Doubtful, Read, reader
from .pile import NAMES, Doubts, Pile
from .table import AnswerTable

FORM, PERSON = "form", "person"
SOURCE = "table"
_SHIFTED = "Check that every answer is under its heading, and that the form code is the one on the sheets."


def heading(label: str) -> str:
    """The heading of the column for a row of the sheet: a spreadsheet takes it neither for a number nor for a date."""
    return f"Q{label}"


def headings(test: DrawnTest) -> list[str]:
    """All headings of the table for a test."""
    return [FORM, PERSON, *(heading(row.label) for row in test.rows)]


def is_typed(table: AnswerTable) -> bool:
    """Whether a table is of this kind."""
    return {FORM, PERSON} <= set(table.headings) and "item" not in table.headings


def read_typed(table: AnswerTable, pile: Pile) -> None:
    """Mark the answers in a table, and put them on the pile."""
    rows = [(line, cells) for line, cells in table.rows if any(_without_form(table, cells))]
    test = _test(table, rows, pile)
    columns = _columns(table, test, pile) if test else None
    if test is None or columns is None:
        return
    reading = _Reading(table.path, test, pile)
    for line, cells in rows:
        person = cells[table.headings.index(PERSON)]
        reading.person(line, person, [cells[at] for at in columns])
    reading.finish()


def _without_form(table: AnswerTable, cells: Sequence[str]) -> Iterator[str]:
    """All cells but the form code, which the table brings with it."""
    return (cell for name, cell in zip(table.headings, cells, strict=True) if name != FORM)


def _test(table: AnswerTable, rows: Sequence[tuple[int, list[str]]], pile: Pile) -> DrawnTest | None:
    """The one test that the rows are of. None where there is none: that is recorded."""
    at = table.headings.index(FORM)
    codes = {cells[at].lower(): line for line, cells in reversed(rows) if cells[at]}
    if not rows:
        pile.problems.add(table.path, 0, Code.RESULTS_FILE, "holds no answers", "Type a row for every person.")
        return None
    if not codes:
        hint = 'Type the form code from the sheets into the column "form".'
        pile.problems.add(table.path, rows[0][0], Code.RESULTS_CODE, "there is no form code", hint)
        return None
    first, *others = sorted(codes, key=codes.__getitem__)
    for code in others:
        message = f'the form code "{code}" is not the one above it ("{first}")'
        hint = f"Make a table for every form: {pile.ways.template}"
        pile.problems.add(table.path, codes[code], Code.RESULTS_CODE, message, hint)
    return pile.test(table.path, codes[first], first) if not others else None


def _columns(table: AnswerTable, test: DrawnTest, pile: Pile) -> list[int] | None:
    """The column of each row of the sheet. None where the columns don't fit: that is recorded."""
    wanted_names = [name.lower() for name in headings(test)]
    used_names = [name for at, name in enumerate(table.headings) if name or any(cells[at] for _, cells in table.rows)]
    for name in used_names:
        if name in NAMES:
            message = f'the column "{name}" says who people are'
            hint = "Delete this column. Keep the list of codes and names somewhere else."
            pile.problems.add(table.path, table.line, Code.RESULTS_PERSON, message, hint)
    lacking = [name for name in wanted_names if name not in used_names]
    extra = [name for name in used_names if name not in wanted_names and name not in NAMES]
    twice = sorted({name for name in used_names if used_names.count(name) > 1})
    parts = [
        f"{what} {', '.join(name.capitalize() or '(no heading)' for name in names[:8])}{' …' if len(names) > 8 else ''}"
        for what, names in (("missing:", lacking), ("not known:", extra), ("there twice:", twice))
        if names
    ]
    if parts:
        message = f"the columns are not those of form {test.code} ({'; '.join(parts)})"
        hint = f"To get the right table: {pile.ways.template_of(test.code)}"
        pile.problems.add(table.path, table.line, Code.RESULTS_COLUMN, message, hint)
    if parts or NAMES & set(used_names):
        return None
    return [table.headings.index(name) for name in wanted_names[2:]]


class _Reading:
    """Reads the people of one table."""

    def __init__(self, path: str, test: DrawnTest, pile: Pile) -> None:
        self.path, self.test, self.pile = path, test, pile
        self._readers: list[Read] = [reader(row) for row in test.rows]
        self._doubts = Doubts(pile, path)
        self._items = [(item, test.rows_of[item.id]) for item in test.scored]
        self._responses: list[Response] = []

    def person(self, line: int, person: str, cells: Sequence[str]) -> None:
        """The answers of one person."""
        if not self.pile.is_code(self.path, line, person):
            return
        if not any(cells):
            self.pile.doubt(
                self.path, line, f"{person} has no answers and is left out", "Delete the row, or fill it in."
            )
            return
        if not self.pile.enters(self.path, line, self.test.code, person):
            return
        marks, faults = self._marks(cells)
        place = Respondent(SOURCE, person)
        for item, rows in self._items:
            own = marks[rows.start : rows.stop]
            if faults and self._is_doubtful(line, person, rows, faults, own):
                continue
            answer = own[0] if len(rows) == 1 else self.test.answer(item, own)
            self._responses.append(self.test.respond(place, item, answer))

    def _marks(self, cells: Sequence[str]) -> tuple[list[tuple[str, ...]], dict[int, Doubtful]]:
        self._doubts.count += len(cells) - cells.count("")
        faults: dict[int, Doubtful] = {}
        try:
            return [read(cell) for read, cell in zip(self._readers, cells, strict=True)], faults
        except Doubtful:  # then one by one
            marks: list[tuple[str, ...]] = []
        for at, cell in enumerate(cells):
            try:
                marks.append(self._readers[at](cell))
            except Doubtful as doubt:
                faults[at] = doubt
                marks.append(())
        return marks, faults

    def _is_doubtful(
        self, line: int, person: str, rows: range, faults: dict[int, Doubtful], own: Sequence[tuple[str, ...]]
    ) -> bool:
        """Whether an entry that bears on a question is in doubt. All of them are noted."""
        item = self.test.rows[rows.start].item
        own_faults = [at for at in rows if at in faults]
        counting = self.test.rows_that_count(item, own) if own_faults else set()
        for at in (at for at in own_faults if at in counting):
            label = self.test.rows[at].label
            message = f"{person}, {heading(label)}: {faults[at]}, so question {label.partition('.')[0]} is left out"
            self._doubts.add(line, message, faults[at].hint)
        return bool(counting & set(own_faults))

    def finish(self) -> None:
        """Take the answers, unless too many of them are in doubt."""
        if self._doubts.report(_SHIFTED):
            self.pile.responses += self._responses
