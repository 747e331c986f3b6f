"""Reads the report of interactions of a SCORM package: one attempt a row as Moodle has it, or one answer a row.

Source: moodle/moodle, mod/scorm/report/interactions/classes/report.php: "Question N" is the interaction's id,
"Response N" its student_response, written for a page, in a text with tabs. An id that comes again is the same question
asked again, so the first counts, as in the package.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model.items import Item
from ..source.codes import Code
from .answered_form import DrawnTest
from .attempts import Attempt, Report, attempt_number, numbered_columns, plain_cell, take_attempts, who_of
from .letters import from_letters
from .pile import Pile
from .table import AnswerTable

_ID = ("interaction id", "interaction", "question id", "item id", "id")
_RESPONSE = ("student response", "learner response", "student_response", "learner_response", "response", "answer")


def is_wide(table: AnswerTable) -> bool:
    """Whether a table has an attempt in each row, as Moodle's report of interactions: it counts from 0."""
    return 0 in numbered_columns(table, "response")


def is_long(table: AnswerTable) -> bool:
    """Whether a table has an answer in each row."""
    return any(name in table.headings for name in _ID) and any(name in table.headings for name in _RESPONSE)


def read_scorm(table: AnswerTable, test: DrawnTest, pile: Pile) -> None:
    """Mark the answers in a report, and put them on the pile."""
    if is_wide(table) and not numbered_columns(table, "question"):
        message = "has no columns such as Question 0, which hold the ids of the questions"
        hint = (
            "In Moodle's Interactions report, tick question and response under Display options, and download it again."
        )
        pile.problems.add(table.path, table.line, Code.RESULTS_COLUMN, message, hint)
        return
    attempts = list(_wide(table) if is_wide(table) else _long(table))
    ids = {name for attempt in attempts for name in attempt.answers}
    unknown = sorted(ids - test.by_id.keys() - {item.id for item in test.items})
    if ids and len(unknown) > len(ids) / 2:
        message = f"the report is of another test than {test.code}: it has the questions {', '.join(unknown[:5])}"
        hint = f"Give the form code of this test {pile.ways.form}."
        pile.problems.add(table.path, 0, Code.RESULTS_CODE, message, hint)
        return
    for name in unknown:
        pile.left_out(table.path, f'"{name}" is no question of {test.code}, so it is left out')
    take_attempts(Report(table.path, f"scorm-{table.mark}", test, test.scored, attempts, _names), pile)


def _names(item: Item, sent: str) -> tuple[str, ...] | None:
    return from_letters(item.shape(), sent)


def _wide(table: AnswerTable) -> Iterator[Attempt]:
    ids, responses = numbered_columns(table, "question"), numbered_columns(table, "response")
    who, number = who_of(table), attempt_number(table)
    for line, cells in table.rows:
        answers: dict[str, str] = {}
        for at in sorted(ids.keys() & responses.keys()):
            name = plain_cell(cells[ids[at]])
            if name not in ("", "-"):
                answers.setdefault(name, plain_cell(cells[responses[at]]))
        if answers:
            yield Attempt(line, who(cells), number(cells), answers)


def _long(table: AnswerTable) -> Iterator[Attempt]:
    ids = next(table.headings.index(name) for name in _ID if name in table.headings)
    response = next(table.headings.index(name) for name in _RESPONSE if name in table.headings)
    who, number = who_of(table), attempt_number(table)
    attempts: dict[tuple[str, int], tuple[int, dict[str, str]]] = {}
    for line, cells in table.rows:
        _, answers = attempts.setdefault((who(cells), number(cells)), (line, {}))
        answers.setdefault(plain_cell(cells[ids]), plain_cell(cells[response]))
    for (person, attempt), (line, answers) in attempts.items():
        yield Attempt(line, person, attempt, answers)
