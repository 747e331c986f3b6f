"""Tells what kind of results a file holds, and has it read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

from ..export.texts import ItemTexts
from ..source.codes import Code
from . import ledger, moodle, scorm, typed
from .pile import Pile
from .table import AnswerTable, read_table

_KINDS = (
    "These are read: the table with the form code, filled in; an answer sheet that was filled in on screen (PDF); the "
    "interactions of a SCORM package; Moodle's quiz responses; and the table with every answer of an earlier report."
)


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads files onto a pile. `form` is the form code for files that don't say it themselves."""

    pile: Pile
    texts: ItemTexts
    form: str | None = None

    def read(self, path: str, content: bytes) -> None:
        """Put the answers in a file on the pile. What is wrong is recorded."""
        if content.startswith(b"%PDF"):
            self._read_sheet(path, content)
        elif PurePath(path).suffix.lower() in (".xls", ".ods", ".doc", ".docx", ".zip", ".numbers"):
            hint = "Save it as an Excel workbook (.xlsx) or as CSV UTF-8."
            self.pile.problems.add(path, 0, Code.RESULTS_FILE, "is of a kind that can't be read", hint)
        elif table := read_table(path, content, self.pile.problems, self.pile.ways):
            self._read_table(table)

    def _read_sheet(self, path: str, content: bytes) -> None:
        from .returned import read_sheet  # noqa: PLC0415 (pypdf is read only where a PDF comes back)

        read_sheet(path, content, self.pile)

    def _read_table(self, table: AnswerTable) -> None:
        if ledger.is_ledger(table):
            ledger.read_ledger(table, self.pile)
        elif typed.is_typed(table):
            typed.read_typed(table, self.pile)
        elif scorm.is_wide(table) or scorm.is_long(table) or moodle.is_responses(table):
            self._read_platform(table)
        else:
            names = ", ".join(name for name in table.headings if name)[:120]
            message = f"has headings of no kind that is known ({names})"
            self.pile.problems.add(table.path, table.line, Code.RESULTS_FILE, message, _KINDS)

    def _read_platform(self, table: AnswerTable) -> None:
        if self.form is None:
            message = "a platform's file doesn't say which form of the test it is"
            hint = f"Give it {self.pile.ways.form}. It is in the list under “Make a test for your team”."
            self.pile.problems.add(table.path, 0, Code.RESULTS_CODE, message, hint)
            return
        test = self.pile.test(table.path, 0, self.form)
        if test is None:
            return
        if scorm.is_wide(table) or scorm.is_long(table):
            scorm.read_scorm(table, test, self.pile)
        else:
            moodle.read_moodle(table, test, self.texts, self.pile)
