"""Something to fill in."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field, model_validator

from ...source.codes import Code
from ..schema import Entity, Key, Text, fault
from .base import Block


class SheetField(Entity):
    """A labeled field. `choose` picks one of its options, `narrow` cuts them down to as many as each number of `to`."""

    key: Key
    label: Text
    type: Literal["text", "area", "date", "choose", "narrow"] = "text"
    note: Text | None = None
    options: list[Text] = []
    to: list[int] = []

    @model_validator(mode="after")
    def _options_fit_type(self) -> SheetField:
        if (self.type in ("choose", "narrow")) != bool(self.options):
            raise fault(
                Code.FIELD_OPTIONS,
                f'a field of type "{self.type}" and its options don\'t go together',
                'Only "choose" and "narrow" have options.',
            )
        falling = [len(self.options), *self.to] == sorted({len(self.options), *self.to}, reverse=True)
        if (self.type == "narrow") != bool(self.to) or not falling or 0 in self.to:
            raise fault(
                Code.FIELD_OPTIONS,
                '"to" should say how many are left each time',
                'For example, write "to: [10, 5, 3]".',
                ("to",),
            )
        return self


class Worksheet(Block):
    """Fields to fill in, on the page or on paper."""

    kind: ClassVar[str] = "worksheet"
    names: ClassVar[frozenset[str]] = frozenset({"type", "options", "to"})

    fields: list[SheetField] = Field(min_length=1)

    @model_validator(mode="after")
    def _keys_once(self) -> Worksheet:
        keys = [field.key for field in self.fields]
        for at, key in enumerate(keys):
            if key in keys[:at]:
                raise fault(
                    Code.KEY_TWICE,
                    f'the key "{key}" appears here twice',
                    "Give each field a key of its own.",
                    ("fields", at, "key"),
                )
        return self
