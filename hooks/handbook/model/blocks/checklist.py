"""A list to go through and tick."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field, model_validator

from ..schema import Entry, Text, distinct
from .base import Block


class Tick(Entry):
    """One thing to tick, with a note where it needs one."""

    note: Text | None = None


class Checklist(Block):
    """A list of things to tick."""

    kind: ClassVar[str] = "checklist"

    items: list[Tick] = Field(min_length=1)

    @model_validator(mode="after")
    def _distinct(self) -> Checklist:
        distinct(self.items, "items")
        return self
