"""Kahoot: the spreadsheet that its quiz editor imports.

Source: Kahoot's import template (columns, 120 characters a question, 75 an answer, two to four answers, the times). The
vendor's site is the only reader there is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO

from ...model.items import Item
from ...model.shapes import Choose, Shape
from ...source.spreadsheet import Workbook, Worksheet
from ..archive import unzipped, zipped
from ..assessment import HINTS, Assessment, Format, Losses
from ..texts import ItemTexts

LONGEST_QUESTION, LONGEST_ANSWER, MOST_ANSWERS = 120, 75, 4
SECONDS_TO_READ = {"recall": 30, "apply": 60, "judge": 90}

COLUMNS = (
    "Question - max 120 characters",
    *(f"Answer {at} - max 75 characters" for at in range(1, MOST_ANSWERS + 1)),
    "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
    "Correct answer(s) - choose at least one",
)
HEADING_ROW, FIRST_COLUMN = 8, 2


def write(assessment: Assessment, losses: Losses) -> bytes:
    """A workbook laid out as the template: headings in row 8 from column B, the questions below."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)  # a new workbook has one
    _put(sheet, 2, [assessment.texts.plain(assessment.title)])
    _put(sheet, 3, [f"{assessment.id} · {assessment.origin}"])
    _put(sheet, HEADING_ROW, COLUMNS)
    choices = ((item, _choice(item, assessment.texts, losses)) for item in assessment.items)
    held = [(item, choice) for item, choice in choices if choice]
    for row, (item, choice) in enumerate(held, start=HEADING_ROW + 1):
        sheet.cell(row, 1, row - HEADING_ROW)
        _put(sheet, row, _cells(item, choice, assessment.texts))
    return _undated(book, assessment)


FORMAT = Format("Kahoot spreadsheet", ".xlsx", write)


def _put(sheet: Worksheet, row: int, values: Sequence[str | int]) -> None:
    """Write a row of cells."""
    for at, value in enumerate(values):
        cell = sheet.cell(row, FIRST_COLUMN + at, value)
        if isinstance(value, str):
            cell.data_type = "s"  # a text that begins with = is no formula


def _choice(item: Item, texts: ItemTexts, losses: Losses) -> Choose | None:
    """What there is to choose from, where it fits; else the question is left out."""
    shape = item.shape()
    why = _why_not(item, shape, texts)
    if why or not isinstance(shape, Choose):
        losses.leave_out(item, why)
        return None
    losses.add(item, "reasons, explanation and links", "they are left out")
    if item.hints:
        losses.add(item, *HINTS)
    if not shape.single:
        losses.add(item, "points for each option", "any right answer counts, as always in Kahoot")
    return shape


def _why_not(item: Item, choice: Shape, texts: ItemTexts) -> str:
    if not isinstance(choice, Choose):
        return f"a question of type {item.kind} doesn't exist in Kahoot"
    if len(choice.answers) > MOST_ANSWERS:
        return f"it has {len(choice.answers)} answers, and {MOST_ANSWERS} are allowed"
    length = len(texts.plain(item.stem))
    if length > LONGEST_QUESTION:
        return f"the question has {length} characters, and {LONGEST_QUESTION} are allowed"
    longest = max(len(texts.plain(answer.text)) for answer in choice.answers)
    if longest > LONGEST_ANSWER:
        return f"an answer has {longest} characters, and {LONGEST_ANSWER} are allowed"
    return ""


def _cells(item: Item, choice: Choose, texts: ItemTexts) -> list[str | int]:
    answers = [texts.plain(answer.text) for answer in choice.answers]
    right = [str(at) for at, answer in enumerate(choice.answers, start=1) if answer.right]
    blank = [""] * (MOST_ANSWERS - len(answers))
    return [texts.plain(item.stem), *answers, *blank, SECONDS_TO_READ[item.level], ",".join(right)]


def _undated(book: Workbook, assessment: Assessment) -> bytes:
    """The workbook dated by the edition, not by the clock, which openpyxl writes into it."""
    buffer = BytesIO()
    book.save(buffer)
    files = unzipped(buffer.getvalue())
    day = datetime.fromtimestamp(assessment.edition.timestamp, UTC).strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    files["docProps/core.xml"] = re.sub(rb"\d{4}-\d\d-\d\dT[\d:]+Z", day, files["docProps/core.xml"])
    return zipped(files, assessment.edition)
