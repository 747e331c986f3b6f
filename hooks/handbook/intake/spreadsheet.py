"""Reads the tables of CSV text and of Excel workbooks, as the person who edits them sees them."""

from __future__ import annotations

import csv
import re
import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from io import BytesIO, StringIO
from itertools import islice, zip_longest
from typing import TYPE_CHECKING
from zipfile import ZipFile

from ..export.formats.csv import unguarded
from ..source.codes import Code
from .draft import Candidate, Intake, excess
from .limits import LARGEST_WORKBOOK, MOST_COLUMNS, MOST_ROWS
from .losses import LeftOut, SourcePlace
from .number_format import display
from .preamble import STATED_SEPARATOR
from .table import Cells, Table, read_tables

if TYPE_CHECKING:
    from typing import TypeAlias

    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet as Worksheet

    _Cells: TypeAlias = Sequence[Cell | MergedCell]

_SEPARATORS = ",;\t|"
_FORMULA = re.compile(rb"<f[ >/]")
_HIDDEN = re.compile(rb"<(?:row|col)\s[^>]*\bhidden=\"(?:1|true)\"")


def read_csv(text: str, intake: Intake) -> Iterator[Candidate]:
    """The questions of a CSV file, whatever is between its cells."""
    stated = STATED_SEPARATOR.match(text)
    separator = stated[1] if stated else _separator(text)
    lines = text.split("\n")
    lines[:1] = [""] if stated else lines[:1]
    try:
        rows = list(_records("\n".join(lines), separator))
    except csv.Error:
        rows = [_record(number, line, separator) for number, line in enumerate(lines, start=1)]
    yield from read_tables([Table(intake.path, rows)], intake)


def _records(text: str, separator: str) -> Iterator[Cells]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    start = 1
    for cells in reader:
        yield Cells(start, [unguarded(cell) for cell in cells])
        start = reader.line_num + 1


def _record(number: int, line: str, separator: str) -> Cells:
    """A line by itself, in a file that can't be read as a whole: so one wrong mark costs one row."""
    try:
        return replace(next(_records(line, separator), Cells(number, [])), line=number)
    except csv.Error:
        if len(line) > csv.field_size_limit():
            return Cells(number, [], refused=excess("characters in one cell", csv.field_size_limit()))
        hint = 'Write two of them for one inside a cell, and quotes around the cell: "Is ""hold"" a word to say?"'
        return Cells(number, [], refused=LeftOut(Code.IMPORT_ROW, "a quotation mark is in the wrong place", hint))


def has_headings(text: str) -> bool:
    """Whether one of the first lines of a text names the columns of a table of questions."""
    return any(_names_columns(line) for line in _first_lines(text))


def _separator(text: str) -> str:
    """What stands between the cells: the sign that the row with the headings has most of."""
    lines = _first_lines(text)
    return max(_SEPARATORS, key=next(filter(_names_columns, lines), lines[0]).count)


def _first_lines(text: str) -> list[str]:
    return text[:20_000].split("\n")[:20]


def _names_columns(line: str) -> bool:
    names = {name.strip().strip('"').casefold() for name in re.split(f"[{_SEPARATORS}]", line)}
    return {"type", "question"} <= names


def read_xlsx(content: bytes, intake: Intake) -> Iterator[Candidate]:
    """The questions of a workbook: of all of its sheets that can be seen."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            unpacked = sum(file.file_size for file in archive.infolist())
        with warnings.catch_warnings(action="ignore"):  # of parts that are not read, and of cells that are reported
            tables = list(_tables(content, intake)) if unpacked <= LARGEST_WORKBOOK else []
    except Exception:  # noqa: BLE001 (on a damaged workbook openpyxl, its XML parser and zlib raise whatever they meet)
        message, hint = "can't be read as a workbook", "Save it again as an Excel workbook (.xlsx)."
        intake.problem(0, Code.IMPORT_UNREADABLE, message, hint)
        return
    if unpacked > LARGEST_WORKBOOK:
        intake.too_large(0, "bytes of an unpacked workbook", LARGEST_WORKBOOK)
        return
    yield from read_tables(tables, intake)


def _tables(content: bytes, intake: Intake) -> Iterator[Table]:
    """The sheets that can be seen, with the formulas that have no value yet."""
    with ZipFile(BytesIO(content)) as archive:
        names = archive.namelist()
        sheets = b"".join(archive.read(name) for name in names if name.startswith("xl/worksheets/"))
    _report_rest(names, sheets, intake)
    computed = _FORMULA.search(sheets)
    book, formulas = _opened(content, values=True), _opened(content, values=False) if computed else None
    several = len(book.worksheets) > 1
    for at, sheet in enumerate(book.worksheets):
        path = f'{intake.path}, sheet "{sheet.title}"' if several else intake.path
        if sheet.sheet_state != "visible":
            intake.note(SourcePlace(path, 0), "the sheet is hidden, so it isn't read")
            continue
        source = formulas.worksheets[at] if formulas else None
        yield Table(path, list(_rows(sheet, source)))


def _report_rest(names: Iterable[str], sheets: bytes, intake: Intake) -> None:
    """Report what a workbook holds besides the texts that can be seen."""
    all_names = list(names)
    for part, what in (("xl/media/", "pictures"), ("xl/comments", "comments on cells")):
        if any(name.startswith(part) for name in all_names):
            intake.note(SourcePlace(intake.path, 0), f"{what} in the workbook aren't imported")
    if b"<hyperlink " in sheets:
        hint = "Where one matters, write its address into the cell."
        intake.note(SourcePlace(intake.path, 0), "links behind the words of cells aren't imported", hint)
    if _HIDDEN.search(sheets):
        hint = "Delete what isn't meant to be imported, in the file or in the YAML."
        intake.note(
            SourcePlace(intake.path, 0), "rows or columns are hidden in the workbook, and they are read, too", hint
        )


def _opened(content: bytes, *, values: bool) -> Workbook:
    from ..source.spreadsheet import load_workbook  # noqa: PLC0415 (slow to load, and every command would wait for it)

    return load_workbook(BytesIO(content), read_only=True, data_only=values, rich_text=values)


def _rows(sheet: Worksheet, formulas: Worksheet | None) -> Iterator[Cells]:
    """The rows of a sheet, none beyond what is taken: a sheet may claim to have a million."""
    for one in (sheet, formulas):
        if one is not None:
            one.reset_dimensions()  # what it says of its own size is not always so
    sources: Iterable[_Cells] = formulas.rows if formulas is not None else ()
    pairs = zip_longest(sheet.rows, sources, fillvalue=())
    for number, (row, behind) in enumerate(islice(pairs, MOST_ROWS + 1), start=1):
        width = max(
            (at for cells in (row, behind) for at, cell in enumerate(cells, start=1) if cell.value is not None),
            default=0,
        )
        yield _cells(number, row[:width], behind[:width])
        if width > MOST_COLUMNS:
            break


def _cells(number: int, row: _Cells, behind: _Cells) -> Cells:
    """The cells of a row as they look, and what of them has no look."""
    texts: list[str] = []
    faults: list[tuple[str, str]] = []
    for cell, formula in zip_longest(row, behind):
        value = cell.value if cell is not None else None
        if cell is None or value is None:
            texts.append("")
            if formula is not None and formula.data_type == "f":
                return Cells(number, [], refused=_refusal(f"the formula in {formula.coordinate} has no result"))
            continue
        if cell.data_type == "e":
            return Cells(number, [], refused=_refusal(f"{cell.coordinate} shows the error {value}"))
        faults += _looks(cell)
        text = str(value) if isinstance(value, str | list) else display(value, cell.number_format)
        texts.append(str(value) if text is None else text)
        if text is None:
            what = f'the look of {cell.coordinate} ("{cell.number_format}")'
            faults.append((what, f'it reads "{value}". If that isn\'t what it shows, type it as text'))
    return Cells(number, texts, tuple(faults))


def _looks(cell: Cell | MergedCell) -> Iterator[tuple[str, str]]:
    """What the look of a cell says besides its words; those in several fonts are a list of parts."""
    parts = cell.value if isinstance(cell.value, list) else ()
    fonts = [cell.font, *(getattr(part, "font", None) for part in parts)]
    if any(font is not None and font.strike for font in fonts):
        yield f"struck-out words in {cell.coordinate}", "they are read like any others"


def _refusal(why: str) -> LeftOut:
    hint = "Open the workbook, correct the cell or type what it should show as text, and save it."
    return LeftOut(Code.IMPORT_ANSWER, why, hint)
