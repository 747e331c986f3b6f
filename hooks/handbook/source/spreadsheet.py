"""openpyxl, the same wherever it runs: where lxml is there, too, it would write other bytes than in a browser."""

from __future__ import annotations

import os

os.environ["OPENPYXL_LXML"] = "False"  # openpyxl looks for it once, while it is first imported

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["Workbook", "Worksheet", "load_workbook"]
