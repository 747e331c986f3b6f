"""The empty table for a test: the form code in every row, a column for each row of the answer sheet."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO

from ..model.answer_sheet import RowKind
from .answered_form import DrawnTest
from .typed import headings

ROWS = 60
"""People for whom there is a row."""

_HOW = (
    "One row for each person. Give everyone a code with a digit in it, such as P017, and type no names.",
    "Type the letters that were marked. Where several count, type them together: AC.",
    "Leave a cell empty where nothing was marked.",
    "Keep the list of codes and names somewhere else.",
    "Then choose this file on the handbook's page “What the answers say”, or run: handbook results THIS-FILE",
)


def csv_template(test: DrawnTest) -> bytes:
    """The table as CSV."""
    text = StringIO(newline="")
    writer = csv.writer(text)
    names = headings(test)
    writer.writerow(names)
    writer.writerows([test.code, *[""] * (len(names) - 1)] for _ in range(ROWS))
    return text.getvalue().encode("utf-8-sig")


def xlsx_template(test: DrawnTest) -> bytes:
    """The table as a workbook whose cells are text, so that nothing that is typed becomes a date."""
    from openpyxl.styles import Font  # noqa: PLC0415 (slow to load, and every command would wait for it)
    from openpyxl.utils import get_column_letter  # noqa: PLC0415
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415

    from ..source.spreadsheet import Workbook  # noqa: PLC0415

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Answers"
    sheet.append(headings(test))
    for _ in range(ROWS):
        sheet.append([test.code])
    for cells in sheet.iter_rows(min_row=1, max_row=ROWS + 1, max_col=2 + len(test.rows)):
        for cell in cells:
            cell.number_format = "@"
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    sheet.column_dimensions["A"].width = max(12, len(test.code) + 2)
    sheet.freeze_panes = "C2"
    for letters in {row.letters: None for row in test.rows if row.kind is RowKind.ONE}:
        fit = [*letters, *letters.lower(), *map(str, range(1, len(letters) + 1))]
        rule = DataValidation(type="list", formula1=f'"{",".join(fit)}"', allow_blank=True, showDropDown=True)
        for at, row in enumerate(test.rows, start=3):
            if row.kind is RowKind.ONE and row.letters == letters:
                column = get_column_letter(at)
                rule.add(f"{column}2:{column}{ROWS + 1}")
        sheet.add_data_validation(rule)
    how = book.create_sheet("How to fill this in")
    for line in _HOW:
        how.append([line])
    how.column_dimensions["A"].width = 90
    out = BytesIO()
    book.save(out)
    return out.getvalue()
