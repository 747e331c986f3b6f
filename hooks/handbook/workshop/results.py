"""Answers that come back, marked in the page: the empty table, the report, the table of every answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, TypedDict

from ..assembly import CodeRefused
from ..book.read import Handbook
from ..checks.summary import counted
from ..export import ItemTexts
from ..results.answered_form import Forms
from ..results.files import Reader
from ..results.ledger import ledger
from ..results.page import as_page, as_section
from ..results.pile import Pile
from ..results.summary import summarize
from ..results.template import csv_template, xlsx_template
from ..results.ways import Ways
from ..source.problems import Problem, Problems

WAYS = Ways(
    template="type the form code above, and press “Make the empty table”.",
    ledger="press “Mark the answers”, and save results.csv.",
    form="in the field “Form code” above",
    blueprint="If you put the test together yourself, paste the link to it in place of its code.",
)
_MAKERS = {"xlsx": xlsx_template, "csv": csv_template}
_NO_CODE = "Type the form code first. It is on every sheet of the test."


class Arrival(TypedDict):
    """A file as it comes from the page: the bytes of all of them come one after the other."""

    name: str
    size: int


class ResultsWish(TypedDict):
    """What to mark: the form code for a platform's files, the files, and the level of headings in the report."""

    code: str
    files: Sequence[Arrival]
    level: int


def empty_table(handbook: Handbook, code: str, kind: str) -> dict[str, Any]:
    """The table for the answers to a form, "xlsx" or "csv". Raises ValueError, in words, where there is none."""
    if not code.strip():
        raise ValueError(_NO_CODE)
    try:
        test = Forms(handbook).test(code)
    except CodeRefused as error:
        message, _, hint = str(error).partition(". ")
        raise ValueError(f"{message}. {hint or WAYS.blueprint}") from error
    about = f"{counted(test.rows, 'row')} of the answer sheet, a column for each."
    return {"name": f"{test.code}-answers.{kind}", "about": about, "content": _MAKERS[kind](test)}


def report(handbook: Handbook, wish: ResultsWish, content: bytes) -> dict[str, Any]:
    """What the answers in the files say, for the page and to save; or only what is wrong, with file, line and fix."""
    problems = Problems()
    pile = Pile(Forms(handbook), problems, WAYS)
    reader = Reader(
        pile, ItemTexts(handbook.profile, handbook.guide, handbook.site.address), wish["code"].strip() or None
    )
    for name, file in _files(wish["files"], content):
        reader.read(name, file)
    answer = {"problems": [_in_words(problem) for problem in problems], "said": "", "html": "", "page": ""}
    if problems.blocking or not pile.responses:
        wrong = counted(problems.blocking, "problem")
        return {**answer, "said": f"{wrong} to fix first. Nothing was marked."}
    summary = summarize(pile.responses, handbook)
    people = len(summary.people)
    notes = f" {counted(problems, 'note')} below." if len(problems) else ""
    return {
        **answer,
        "said": f"The answers of {people:,} {'person' if people == 1 else 'people'} are marked.{notes}",
        "html": as_section(summary, handbook, wish["level"]),
        "page": as_page(summary, handbook).decode(),
        "content": ledger(pile.responses),
    }


def _files(arrivals: Sequence[Arrival], content: bytes) -> Iterator[tuple[str, bytes]]:
    """Each file with a name that no other has: programs send sheets of several people under one name."""
    start, counts = 0, Counter[str]()
    for arrival in arrivals:
        name, size = arrival["name"], arrival["size"]
        counts[name] += 1
        yield (f"{name} ({counts[name]})" if counts[name] > 1 else name), content[start : start + size]
        start += size


def _in_words(problem: Problem) -> str:
    line = f", line {problem.line}" if problem.line else ""
    return f"{problem.path}{line}: {problem.message}. {problem.hint}".strip()
