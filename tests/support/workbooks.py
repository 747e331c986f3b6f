"""Workbooks made of text: a sheet begins with "## Its name" ("(hidden)" after it hides it), cells are divided by tabs.

A cell is a text. With a format behind "¦" it is a number, or a date where it has the form of one: "0.8¦0%".
"""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell.cell import Cell


def workbook(text: str) -> bytes:
    """The workbook that a text describes."""
    book = Workbook()
    book.remove(book.worksheets[0])
    sheet, row = None, 0
    for line in text.rstrip("\n").split("\n"):
        if line.startswith("## ") or sheet is None:
            name = line.removeprefix("## ").removesuffix(" (hidden)") if line.startswith("## ") else "Sheet"
            sheet = book.create_sheet(name)
            sheet.sheet_state = "hidden" if line.endswith(" (hidden)") else "visible"
            row = 0
        if not line.startswith("## "):
            row += 1
            for column, cell in enumerate(line.split("\t"), start=1):
                if cell:
                    _fill(sheet.cell(row, column), cell)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _fill(cell: Cell, text: str) -> None:
    value, _, form = text.partition("¦")
    if not form:
        cell.value = value
        return
    cell.value = datetime.fromisoformat(value) if "T" in value else float(value)
    cell.number_format = form
