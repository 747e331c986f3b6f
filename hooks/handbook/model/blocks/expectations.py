"""A table of what is expected."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field, model_validator

from ...source.codes import Code
from ...source.document import Where
from ...source.problems import did_you_mean
from ..schema import Text, Texts, copied_key, fault, ident_of
from .base import Block


class Expectations(Block):
    """A table: `columns` gives key and heading of each column, the first being the row heading; `rows` cells by key.

    `spoken` names the columns that hold lines to say: each stands in quotes, with a button to copy it.
    """

    kind: ClassVar[str] = "expectations"
    names: ClassVar[frozenset[str]] = frozenset({"spoken"})

    columns: dict[str, Text] = Field(min_length=2)
    rows: list[dict[str, Text]] = Field(min_length=1)
    spoken: Texts = []

    @model_validator(mode="after")
    def _spoken_are_columns(self) -> Expectations:
        for at, name in enumerate(self.spoken):
            if name not in self.columns:
                hint = did_you_mean(name, self.columns)
                raise fault(Code.COLUMN_UNKNOWN, f'"{name}" is not a column', hint, ("spoken", at))
        return self

    @model_validator(mode="after")
    def _rows_fit_columns(self) -> Expectations:
        for at, row in enumerate(self.rows):
            for name in row:
                if name not in self.columns and name != "key":
                    raise fault(
                        Code.COLUMN_UNKNOWN,
                        f'"{name}" is not a column',
                        did_you_mean(name, self.columns),
                        ("rows", at, name),
                    )
            for name in self.columns:
                if name not in row:
                    raise fault(
                        Code.COLUMN_MISSING,
                        f'the column "{name}" is missing from this row',
                        f'Add a line "{name}: …".',
                        ("rows", at),
                    )
        idents = [self.ident(row) for row in self.rows]
        for at, ident in enumerate(idents):
            if ident in idents[:at]:
                if key := self.rows[at].get("key"):
                    raise copied_key(key, ("rows", at))
                raise fault(
                    Code.ENTRY_TWICE,
                    "this row has the same heading as another",
                    'Change its first cell, or add a "key".',
                    ("rows", at),
                )
        return self

    @property
    def row_heading(self) -> str:
        """The key of the first column."""
        return next(iter(self.columns))

    def ident(self, row: dict[str, str]) -> str:
        """The permanent name of a row: its `key`, else a hash of its row heading."""
        return row.get("key") or ident_of(row[self.row_heading])

    def is_prose(self, where: Where) -> bool:
        return where[0] == "rows" and where[-1] not in (self.row_heading, "key")

    def is_spoken(self, where: Where) -> bool:
        return where[0] == "rows" and where[-1] in self.spoken
