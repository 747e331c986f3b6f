"""Steps in the order in which they are done."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field, model_validator

from ...source.codes import Code
from ...source.document import Where
from ..schema import Entity, Key, Text, fault, ident_of
from .base import Block


class Step(Entity):
    """One step: what to do, the words to say, the reason, a note."""

    do: Text
    say: Text | None = None
    why: Text | None = None
    note: Text | None = None
    keep: bool = False
    """Whether the note stays where a box is shown in brief: a safety line is never cut from a card."""
    key: Key | None = None

    @property
    def ident(self) -> str:
        """The permanent name: the author's `key`, else a hash of what to do."""
        return self.key or ident_of(self.do)


class Procedure(Block):
    """Numbered steps."""

    kind: ClassVar[str] = "procedure"

    steps: list[Step] = Field(min_length=1)

    @model_validator(mode="after")
    def _distinct(self) -> Procedure:
        idents = [step.ident for step in self.steps]
        for at, ident in enumerate(idents):
            if ident in idents[:at]:
                raise fault(
                    Code.ENTRY_TWICE,
                    "this step says the same as another",
                    'Remove it, or give it a "key".',
                    ("steps", at),
                )
        return self

    def is_spoken(self, where: Where) -> bool:
        return where[-1] == "say"
