"""The long table of results: one answer a row, by form, person, question and revision. It is read back for pooling."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from functools import lru_cache
from io import StringIO

from ..export.formats.csv import guarded
from ..source.codes import Code
from .answered_form import Response
from .pile import NUMBERED, Pile
from .table import AnswerTable

COLUMNS = ("form", "edition", "source", "person", "item", "rev", "type", "answer", "points", "max")


def ledger(responses: Iterable[Response]) -> bytes:
    """The table as CSV, with the byte order mark by which spreadsheets know UTF-8."""
    text = StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    cell, points = lru_cache(maxsize=4096)(guarded), lru_cache(maxsize=4096)(_points)
    writer.writerows(
        (r.form, r.edition, cell(r.source), r.person, r.item, r.rev, r.kind, cell(r.answer), points(*r[-2:]), r.points)
        for r in responses
    )
    return text.getvalue().encode("utf-8-sig")


def _points(share: float, points: int) -> str:
    return f"{share * points:.6f}".rstrip("0").rstrip(".")


def is_ledger(table: AnswerTable) -> bool:
    """Whether a table is one of these."""
    return table.headings == COLUMNS


def read_ledger(table: AnswerTable, pile: Pile) -> None:
    """Take the results of an earlier run. A person who is in another file, too, is a problem."""
    responses: list[Response] = []
    entries, people = set[tuple[str, ...]](), set[tuple[str, ...]]()
    for line, cells in table.rows:
        response = _response(cells)
        if response is None:
            hint = f"Don't edit this file. Make it again from the answers: {pile.ways.ledger}"
            pile.problems.add(table.path, line, Code.RESULTS_ENTRY, "this row was changed and can't be read", hint)
            return
        entry = (response.form, response.source, response.person)
        if (*entry, response.item) in entries:
            message = f"{response.person} has answered {response.item} before"
            pile.problems.add(table.path, line, Code.RESULTS_TWICE, message, "Delete the rows that are there twice.")
            return
        entries.add((*entry, response.item))
        if entry not in people:
            people.add(entry)
            numbered = response.person.startswith(NUMBERED)
            who = f"{response.source}\n{response.person}" if numbered else response.person
            if not pile.enters(table.path, line, response.form, who):
                continue
        responses.append(response)
    pile.responses += responses


def _response(cells: list[str]) -> Response | None:
    form, edition, source, person, item, rev, kind, answer, points, most = cells
    try:
        share = float(points) / int(most)
        if not (0 <= share <= 1 and form and person and item):
            return None
        share = 1.0 if share > 0.99999 else share
        return Response(form, edition, source, person, item, int(rev), kind, answer, share, int(most))
    except (ValueError, ZeroDivisionError):
        return None
