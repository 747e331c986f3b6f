"""Steps in the order in which they are done."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field, model_validator

from ...source.codes import Code
from ...source.document import Where
from ...source.profile import PLACEHOLDER
from ..durations import seconds_in
from ..schema import Entity, Key, Text, copied_key, fault, ident_of
from .base import Block

TIME_HINT = 'Write a number and its unit, for example "remind: 2 minutes".'
"""What to write for a time."""


class Step(Entity):
    """One step: what to do, the words to say, the reason, a note, a time to be reminded after."""

    do: Text
    say: Text | None = None
    why: Text | None = None
    note: Text | None = None
    keep: bool = False
    """Whether the note stays where a box is shown in brief: a safety line is never cut from a card."""
    remind: Text | None = None
    """The time after which a card shown step by step reminds whoever is at this step: "2 minutes", or a placeholder."""
    key: Key | None = None

    @model_validator(mode="after")
    def _reminder_is_a_time(self) -> Step:
        if self.remind and PLACEHOLDER.search(self.remind) is None and seconds_in(self.remind) is None:
            raise fault(Code.TIME_FORM, f'"{self.remind}" is not a time', TIME_HINT, ("remind",))
        return self

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
                if key := self.steps[at].key:
                    raise copied_key(key, ("steps", at))
                raise fault(
                    Code.ENTRY_TWICE,
                    "this step says the same as another",
                    'Remove it, or give it a "key".',
                    ("steps", at),
                )
        return self

    def is_spoken(self, where: Where) -> bool:
        return where[-1] == "say"

    def is_prose(self, where: Where) -> bool:
        return where[-1] != "remind" and super().is_prose(where)
