"""Attempts on a learning platform: people are told apart and then forgotten, and the first attempt of each counts."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..model.items import Item
from ..source.codes import Code
from .answered_form import DrawnTest, Respondent, Response
from .pile import Doubts, Pile
from .table import AnswerTable

_WHO = (
    *("email address", "email", "username", "user name", "id number", "learner id", "learner", "student", "user"),
    *("person", "name", "full name", "first name", "last name"),
)
"""Columns that tell people apart, the surest first."""

_OTHER = "Check the form code. It is in the list under “Make a test for your team”, with every quiz that is drawn."


@dataclass(frozen=True, slots=True)
class Attempt:
    """What a person sent in one attempt: the answer to each question as the platform has it, by id."""

    line: int
    who: str
    number: int
    answers: Mapping[str, str]


Names = Callable[[Item, str], tuple[str, ...] | None]
"""The names that the platform's answer to a question stands for; None where it can't be read."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a platform's file says of a test: attempts at some of its questions, and how answers are read."""

    path: str
    source: str
    test: DrawnTest
    items: Sequence[Item]
    attempts: Sequence[Attempt]
    names: Names


def who_of(table: AnswerTable) -> Callable[[Sequence[str]], str]:
    """What tells the person of a row from others. It is kept nowhere."""
    places = [table.headings.index(name) for name in _WHO if name in table.headings]
    if "email address" in table.headings or "email" in table.headings:
        places = places[:1]
    return lambda cells: "\n".join(cells[at] for at in places)


def attempt_number(table: AnswerTable) -> Callable[[Sequence[str]], int]:
    """The number of the attempt of a row; 1 where none is said."""
    at = table.headings.index("attempt") if "attempt" in table.headings else None

    def number(cells: Sequence[str]) -> int:
        return int(cells[at]) if at is not None and cells[at].isdecimal() else 1

    return number


def plain_cell(text: str) -> str:
    """A cell as it was before the platform wrote it for a page."""
    return html.unescape(text).replace("\xa0", " ").strip()


def numbered_columns(table: AnswerTable, word: str) -> dict[int, int]:
    """The columns such as "Response 3", by their numbers."""
    pattern = re.compile(rf"{word} (\d{{1,4}})")
    return {int(match[1]): at for at, name in enumerate(table.headings) if (match := pattern.fullmatch(name))}


def take_attempts(report: Report, pile: Pile) -> None:
    """Mark the first attempt of every person, and put it on the pile."""
    doubts = Doubts(pile, report.path)
    first: dict[str, Attempt] = {}
    later = 0
    for attempt in sorted(report.attempts, key=lambda one: (one.number, one.line)):
        later += attempt.who in first
        first.setdefault(attempt.who, attempt)
    if later:
        pile.left_out(report.path, f"{later:,} later attempts are left out, because the first attempt counts")
    if not first:
        hint = "Download the report again once people have answered."
        pile.problems.add(report.path, 0, Code.RESULTS_FILE, "holds no answers", hint)
        return
    code = report.test.code
    responses: list[Response] = []
    for attempt in sorted(first.values(), key=lambda one: one.line):
        if pile.enters(report.path, attempt.line, code, f"@{attempt.who}"):
            responses += _marked(attempt, Respondent(report.source, pile.number(code)), report, doubts)
    if doubts.report(_OTHER):
        pile.responses += responses


def _marked(attempt: Attempt, place: Respondent, report: Report, doubts: Doubts) -> Iterator[Response]:
    for item in report.items:
        sent = attempt.answers.get(item.id)
        if sent is None:
            yield report.test.respond(place, item, ())
            continue
        doubts.count += 1
        answer = report.names(item, sent)
        if answer is None:
            message = f'{place.person}, {item.id}: "{sent[:60]}" is no answer to this question, so it is left out'
            doubts.add(attempt.line, message, "Check that the report is of this test, in this edition.")
        else:
            yield report.test.respond(place, item, answer)
