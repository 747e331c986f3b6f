"""A list to go through, to tick or to read."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field, model_validator

from ..schema import Entry, Text, distinct
from .base import Block


class Tick(Entry):
    """One thing to tick, with a note where it needs one."""

    note: Text | None = None
    keep: bool = False
    """Whether the note stays where a box is shown in brief."""


class Checklist(Block):
    """A list of things to tick; with `tick: false` a plain list, for what nobody could see done."""

    kind: ClassVar[str] = "checklist"

    items: list[Tick] = Field(min_length=1)
    tick: bool = True

    @model_validator(mode="after")
    def _distinct(self) -> Checklist:
        distinct(self.items, "items")
        return self
