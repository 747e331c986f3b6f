"""A file of results as a table: CSV with whatever between its cells, or the first sheet of a workbook."""

from __future__ import annotations

import csv
import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO, StringIO
from zipfile import ZipFile

from ..export.formats.csv import unguarded
from ..intake.number_format import display
from ..intake.preamble import SAVE_ANEW, STATED_SEPARATOR, encoding_of
from ..source.codes import Code
from ..source.problems import Problems
from .limits import LARGEST_FILE, MOST_COLUMNS
from .ways import COMMANDS, Ways

_SEPARATORS = ",;\t"
_WORKBOOK = "Open it, and save it again as an Excel workbook (.xlsx) without a password."

Line = tuple[int, list[str]]
"""The number of a line, and its cells."""


@dataclass(frozen=True, slots=True)
class AnswerTable:
    """The rows of a file: its headings in lower case, and the lines below them that aren't empty."""

    path: str
    headings: tuple[str, ...]
    line: int
    rows: Sequence[Line]
    mark: str = ""
    """Six hex digits that stand for the content of the file: its name may say whose it is, so it is kept nowhere."""


def read_table(path: str, content: bytes, problems: Problems, ways: Ways = COMMANDS) -> AnswerTable | None:
    """The table in a file. None where it can't be read or is empty: that is recorded."""
    if len(content) > LARGEST_FILE:
        hint = "Split it into smaller files."
        problems.add(path, 0, Code.RESULTS_FILE, f"has more than {LARGEST_FILE:,} bytes", hint)
        return None
    lines = _workbook(path, content, problems) if content.startswith(b"PK") else _text(path, content, problems)
    if lines is None:
        return None
    full = [(number, cells) for number, cells in lines if any(cells)]
    if not full:
        hint = f"To get an empty table: {ways.template}"
        problems.add(path, 0, Code.RESULTS_FILE, "is empty", hint)
        return None
    (line, headings), *rows = full
    table = AnswerTable(
        path,
        tuple(" ".join(heading.casefold().split()) for heading in headings),
        line,
        rows,
        sha256(content).hexdigest()[:6],
    )
    return table if _fits(table, problems) else None


def _fits(table: AnswerTable, problems: Problems) -> bool:
    """Whether no row is longer than the headings."""
    width = len(table.headings)
    if width > MOST_COLUMNS:
        problems.add(table.path, table.line, Code.RESULTS_FILE, f"has more than {MOST_COLUMNS:,} columns")
        return False
    for number, cells in table.rows:
        if len(cells) > width:
            if any(cells[width:]):
                message = f"has {len(cells)} cells, but the headings are {width}"
                hint = "Move the answers back under their headings; perhaps one cell too many was pasted."
                problems.add(table.path, number, Code.RESULTS_COLUMN, message, hint)
            del cells[width:]
        cells.extend([""] * (width - len(cells)))
    return True


def _text(path: str, content: bytes, problems: Problems) -> Iterable[Line] | None:
    encoding = encoding_of(content)
    if b"\0" in content and encoding != "utf-16":
        problems.add(path, 0, Code.RESULTS_FILE, "isn't a table", "It should be a CSV file or an Excel workbook.")
        return None
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        problems.add(path, line, Code.FILE_ENCODING, "is not saved as UTF-8", SAVE_ANEW)
        return None
    try:
        return list(_records(text.replace("\r\n", "\n").replace("\r", "\n")))
    except csv.Error as error:
        problems.add(path, 0, Code.RESULTS_FILE, f"can't be read as CSV ({error})", "Save it again as CSV UTF-8.")
        return None


def _records(text: str) -> Iterator[Line]:
    stated = STATED_SEPARATOR.match(text)
    start = stated.end() if stated else 0
    first = text[start:].lstrip("\n").partition("\n")[0]
    separator = stated[1] if stated else max(_SEPARATORS, key=first.count)
    reader = csv.reader(StringIO(text[start:], newline=""), delimiter=separator)
    clean = _unguarded if "'" in text else str.strip  # a large table has a million cells
    before = 1 if stated else 0
    number = before + 1
    for cells in reader:
        yield number, [clean(cell) for cell in cells]
        number = before + reader.line_num + 1


def _unguarded(cell: str) -> str:
    return unguarded(cell.strip())


def _workbook(path: str, content: bytes, problems: Problems) -> Iterable[Line] | None:
    """The rows of the first sheet, each cell as it looks."""
    from ..source.spreadsheet import load_workbook  # noqa: PLC0415 (slow to load, and every command would wait for it)

    try:
        with ZipFile(BytesIO(content)) as archive:
            if sum(file.file_size for file in archive.infolist()) > LARGEST_FILE:
                hint = "Split it into smaller files."
                problems.add(path, 0, Code.RESULTS_FILE, f"has more than {LARGEST_FILE:,} bytes", hint)
                return None
        with warnings.catch_warnings(action="ignore"):
            sheet = load_workbook(BytesIO(content), read_only=True, data_only=True).worksheets[0]
            sheet.reset_dimensions()  # what it says of its own size is not always so
            return [
                (number, _as_shown([(cell.value, cell.number_format) for cell in row[:MOST_COLUMNS]]))
                for number, row in enumerate(sheet.rows, start=1)
            ]
    except Exception:  # noqa: BLE001 (on a damaged workbook openpyxl, its XML parser and zlib raise whatever they meet)
        problems.add(path, 0, Code.RESULTS_FILE, "can't be read as a workbook", _WORKBOOK)
        return None


def _as_shown(cells: Iterable[tuple[object, str]]) -> list[str]:
    texts = [
        "" if value is None else value if isinstance(value, str) else display(value, form) or str(value)
        for value, form in cells
    ]
    return [text.strip() for text in texts]
