"""Words to say and words to avoid."""

from __future__ import annotations

from typing import ClassVar

from pydantic import model_validator

from ...source.codes import Code
from ...source.document import Where
from ..schema import Entry, Text, distinct, fault
from .base import Block


class Phrase(Entry):
    """Words to say, and why."""

    why: Text | None = None
    keep: bool = False
    """Whether the reason stays where a box is shown in brief."""


class Avoided(Entry):
    """Words to avoid, why, and what to say instead."""

    why: Text | None = None
    instead: Text | None = None
    keep: bool = False
    """Whether the reason stays where a box is shown in brief."""


class Phrases(Block):
    """Two lists: what to say, what to avoid. Either may be left out, not both."""

    kind: ClassVar[str] = "phrases"

    say: list[Phrase] = []
    avoid: list[Avoided] = []

    @model_validator(mode="after")
    def _something(self) -> Phrases:
        if not self.say and not self.avoid:
            raise fault(Code.PHRASES_EMPTY, "there are no phrases here", 'Add a list "say:", a list "avoid:", or both.')
        distinct(self.say, "say")
        distinct(self.avoid, "avoid")
        return self

    def is_spoken(self, where: Where) -> bool:
        return where[-1] == "instead" or (where[0] == "say" and where[-1] in (where[1], "text"))
