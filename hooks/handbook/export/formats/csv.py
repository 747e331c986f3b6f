"""CSV: one row an item, for a spreadsheet and back (`handbook import`).

Source: RFC 4180, with the byte order mark by which spreadsheets know UTF-8. A cell that a spreadsheet would take for a
formula begins with an apostrophe (OWASP, "CSV Injection").
"""

from __future__ import annotations

import csv
import re
from io import StringIO

from ..assessment import Assessment, Format, Losses
from ..table import rows

_FORMULA = re.compile(r"[\t\r\n]|[\s\u200b\ufeff]*[=+@'\uff1d\uff0b\uff0d\uff20-]")
"""Signs of a formula, after blanks that a program may pass over; their wide forms count in East Asian editions."""


def write(assessment: Assessment, losses: Losses) -> bytes:
    """The table of the items as CSV."""
    columns, table = rows(assessment, losses)
    text = StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([guarded(row.get(column, "")) for column in columns] for row in table)
    return text.getvalue().encode("utf-8-sig")


FORMAT = Format("CSV", ".csv", write)


def guarded(cell: str) -> str:
    """The cell so that no spreadsheet computes it."""
    return "'" + cell if _FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """The cell as it was before `guarded`."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell
