"""Reads items from the rows of a table, as `export.table` writes them: CSV and XLSX."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from functools import partial
from io import BytesIO, StringIO
from zipfile import BadZipFile

from ..export.formats.csv import unguarded
from ..export.table import FIRST, LAST, NUMBER, PARTS, PATTERN, YES, Row
from ..source.codes import Code
from ..source.document import Node
from ..source.problems import did_you_mean
from .draft import Draft, Intake, one_line_markdown

Entry = dict[str, str]
"""The cells of one answer of a row by the names of `PARTS`."""

_NUMBERED = re.compile(r"(answer|right|why|key) ?(\d{1,2})")
_FIGURE = r"-?\d+(?:\.\d+)?"
_FIGURES = re.compile(rf"({_FIGURE})(?: ?(?:±|\+-|\+/-) ?({_FIGURE})| to ({_FIGURE}))?(?: (\D.*))?")
_TRUE = {YES, "y", "x", "true", "1", "right", "correct"}


def read_csv(content: bytes, intake: Intake) -> list[Draft]:
    """The items of a CSV file, separated by commas, semicolons or tabs."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        intake.problem(line, Code.FILE_ENCODING, "is not saved as UTF-8", 'Save it again as "CSV UTF-8".')
        return []
    head = text.partition("\n")[0]
    separator = max(",;\t", key=head.count)
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    lines: list[tuple[int, Sequence[str]]] = []
    start = 1
    try:
        for cells in reader:
            lines.append((start, [unguarded(cell) for cell in cells]))
            start = reader.line_num + 1
    except csv.Error as error:
        intake.problem(start, Code.IMPORT_ROW, f"can't be read: {error}", "Check the quotes of this row.")
        return []
    return _drafts(lines, intake)


def read_xlsx(content: bytes, intake: Intake) -> list[Draft]:
    """The items of the first sheet of a workbook."""
    from openpyxl import load_workbook  # noqa: PLC0415 (slow to load, and every command would wait for it)
    from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415

    try:
        book = load_workbook(BytesIO(content), read_only=True, data_only=True)
        rows = [[_cell(value) for value in row] for row in book.worksheets[0].iter_rows(values_only=True)]
    except (InvalidFileException, BadZipFile, KeyError, ValueError, IndexError, OSError):
        message, hint = "can't be read as a workbook", "Save it again as an Excel workbook (.xlsx)."
        intake.problem(0, Code.IMPORT_UNREADABLE, message, hint)
        return []
    return _drafts(list(enumerate(rows, start=1)), intake)


def _cell(value: object) -> str:
    if value is None:
        return ""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _drafts(lines: list[tuple[int, Sequence[str]]], intake: Intake) -> list[Draft]:
    if not lines:
        hint = f"The first row names the columns: {', '.join(FIRST)}, …"
        intake.problem(1, Code.IMPORT_UNREADABLE, "is empty", hint)
        return []
    (line, heads), *rest = lines
    columns = [_column(head, line, intake) for head in heads]
    lacking = [column for column in FIRST[1:] if column not in columns]
    if lacking:
        message = f"the column {', '.join(lacking)} is missing"
        intake.problem(line, Code.IMPORT_COLUMN, message, "The first row names the columns.")
        return []
    rows = ((at, _row(columns, cells, at, intake)) for at, cells in rest)
    return intake.finished(Draft(at, _data(row, at, intake)) for at, row in rows if _is_question(row, at, intake))


def _is_question(row: Row, line: int, intake: Intake) -> bool:
    """Whether a row holds a question: not where it is empty, or of a type that no row can hold."""
    kind = row.get("type", "").casefold()
    if kind in NO_ROW:
        hint = 'Start it with "handbook new item", or copy one in quizbank/items.'
        intake.problem(line, Code.IMPORT_ROW, f"a question of type {kind} doesn't fit into a row", hint)
    return kind not in NO_ROW and any(row.values())


def _column(head: str, line: int, intake: Intake) -> str:
    name = " ".join(head.casefold().split())
    numbered = _NUMBERED.fullmatch(name)
    if numbered:
        return f"{numbered[1]} {int(numbered[2])}"
    if name and name not in {*FIRST, *LAST}:
        known = [*FIRST, *(f"{part} 1" for part in PARTS), *LAST]
        intake.problem(line, Code.IMPORT_COLUMN, f'there is no column "{head}"', did_you_mean(name, known))
    return name


def _row(columns: Sequence[str], cells: Sequence[str], line: int, intake: Intake) -> Row:
    if any(cell.strip() for cell in cells[len(columns) :]):
        hint = "Check the quotes and commas of this row."
        intake.problem(line, Code.IMPORT_ROW, "there are more cells than columns", hint)
    return {name: cell.strip() for name, cell in zip(columns, cells, strict=False) if name}


def _data(row: Row, line: int, intake: Intake) -> dict[str, Node]:
    kind = row.get("type", "").casefold()
    reader = _READERS.get(kind)
    entries = _entries(row)
    complain = partial(intake.problem, line, Code.IMPORT_ANSWER)
    own = reader(entries, row, complain) if reader else {}
    data: dict[str, Node] = {
        "id": row.get("id", ""),
        "type": kind,
        "level": row.get("level", "").casefold(),
        "stem": one_line_markdown(row.get("question", "")),
        **own,
        "explain": one_line_markdown(row.get("explain", "")),
        "hints": [one_line_markdown(hint) for hint in _lines(row, "hints")],
        "refs": [intake.ref(address) for address in _lines(row, "refs")],
        "tags": list(_lines(row, "tags")),
        **{key: row.get(key, "") for key in ("difficulty", "points", "score", "rev", "status")},
        "enemies": list(_lines(row, "enemies")),
        "waive": [{"rule": rule, "why": why} for rule, why in _named(_lines(row, "waive"))],
    }
    return {key: value for key, value in data.items() if value not in ("", [])}


def _entries(row: Row) -> list[Entry]:
    numbers = sorted({int(name.rpartition(" ")[2]) for name in row if name.rpartition(" ")[2].isdigit()})
    found = ({part: row.get(f"{part} {at}", "") for part in PARTS} for at in numbers)
    return [entry for entry in found if any(entry.values())]


def _lines(row: Row, column: str) -> Iterator[str]:
    return (text.strip() for text in row.get(column, "").splitlines() if text.strip())


def _named(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        name, _, text = line.partition(":")
        yield name.strip(), one_line_markdown(text)


Complain = Callable[[str, str], None]
Reader = Callable[[list[Entry], Row, Complain], dict[str, Node]]


def _told(entry: Entry, **more: str) -> dict[str, Node]:
    """An entry of a list, as the bank writes it, with what is left of it empty taken out."""
    data = {
        "key": entry["key"],
        "text": one_line_markdown(entry["answer"]),
        **more,
        "why": one_line_markdown(entry["why"]),
    }
    return {key: value for key, value in data.items() if value}


def _options(entries: list[Entry], row: Row, complain: Complain) -> dict[str, Node]:
    del row, complain
    return {"options": [_told(entry, right="true" if _is_right(entry) else "") for entry in entries]}


def _truth(entries: list[Entry], row: Row, complain: Complain) -> dict[str, Node]:
    del row
    said = {entry["answer"].casefold(): entry for entry in entries}
    if set(said) != {"true", "false"}:
        complain("the two answers should be True and False", 'Write "True" in answer 1 and "False" in answer 2.')
        return {}
    if _is_right(said["true"]) == _is_right(said["false"]):
        complain("exactly one of the two answers should be right", f'Write "{YES}" next to the right one.')
        return {}
    why: dict[str, Node] = {name: one_line_markdown(said[name]["why"]) for name in ("true", "false")}
    return {"answer": "true" if _is_right(said["true"]) else "false", "why": why}


def _steps(entries: list[Entry], row: Row, complain: Complain) -> dict[str, Node]:
    del row
    if not all(entry["right"].isdecimal() for entry in entries):
        complain("each step needs its place in the order", 'Write 1, 2, 3 … in "right 1", "right 2", "right 3" …')
        return {}
    placed = sorted(entries, key=lambda entry: int(entry["right"]))
    alike: dict[str, list[str]] = {}
    for entry in placed:
        alike.setdefault(entry["right"], []).append(entry["key"] or one_line_markdown(entry["answer"]))
    equal: list[Node] = [list(names) for names in alike.values() if len(names) > 1]
    return {"steps": [_told(entry) for entry in placed], **({"equal": equal} if equal else {})}


def _pairs(entries: list[Entry], row: Row, complain: Complain) -> dict[str, Node]:
    del complain
    left: list[Node] = [_told(entry, to=one_line_markdown(entry["right"])) for entry in entries]
    return {"left": left, "right": _choices(entries, row)}


def _cards(entries: list[Entry], row: Row, complain: Complain) -> dict[str, Node]:
    del complain
    cards: list[Node] = [_told(entry, **{"in": one_line_markdown(entry["right"])}) for entry in entries]
    return {"categories": _choices(entries, row), "cards": cards}


def _choices(entries: list[Entry], row: Row) -> list[Node]:
    """What is listed to choose from; where nothing is, what the entries name."""
    listed = list(_lines(row, "choices")) or [entry["right"] for entry in entries]
    return [one_line_markdown(text) for text in dict.fromkeys(listed)]


def _typed(entries: list[Entry], row: Row, complain: Complain) -> dict[str, Node]:
    del row
    accept: list[Node] = []
    near: list[Node] = []
    for entry in entries:
        right, text = entry["right"].casefold(), " ".join(entry["answer"].split())
        figures = _FIGURES.fullmatch(text)
        if right == NUMBER and figures:
            accept.append(_number(*figures.groups()))
        elif right == NUMBER:
            complain(f'"{text}" is not a number', 'Write it as "20", "20 seconds" or "19 to 21 seconds".')
        elif right == PATTERN:
            accept.append({"regex": entry["answer"]})
        elif right:
            accept.append({"text": text})
        else:
            near.append({"text": text, "why": one_line_markdown(entry["why"])})
    return {"accept": accept, **({"near": near} if near else {})}


def _number(first: str, off: str | None, last: str | None, unit: str | None) -> dict[str, Node]:
    """A number with its tolerance: "20 ± 1", or as we write it "19 to 21"."""
    if last:
        low, high = Decimal(first), Decimal(last)
        first, off = str((low + high) / 2), str((high - low) / 2)
    return {key: value for key, value in {"number": first, "tol": off, "unit": unit}.items() if value}


def _prompts(entries: list[Entry], row: Row, complain: Complain) -> dict[str, Node]:
    del complain
    prompts: list[Node] = []
    for entry in entries:
        told = _told({**entry, "why": ""})
        advice: dict[str, Node] = dict(_named(entry["why"].splitlines()))
        prompts.append({**told, "advice": advice} if advice else told)
    return {"scale": row.get("choices", ""), "prompts": prompts}


def _is_right(entry: Entry) -> bool:
    return entry["right"].casefold() in _TRUE


_READERS: dict[str, Reader] = {
    "single": _options,
    "multiple": _options,
    "truefalse": _truth,
    "order": _steps,
    "match": _pairs,
    "classify": _cards,
    "short": _typed,
    "reflect": _prompts,
}
"""What reads the answers of each type."""

NO_ROW = frozenset({"scenario"})
"""The types that no row can hold."""
