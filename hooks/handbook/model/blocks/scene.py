"""A short dialogue and what there is to learn from it."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from ...source.document import Where
from ..schema import Entity, Text
from .base import Block


class Line(Entity):
    """What one person says."""

    who: Text
    says: Text
    use: bool = False
    """true: staff can say this line as it is, so it gets a button to copy it."""


class Scene(Block):
    """A dialogue: where it takes place, what is said, what went well and what would be better."""

    kind: ClassVar[str] = "scene"
    names: ClassVar[frozenset[str]] = frozenset({"who"})

    setting: Text | None = None
    lines: list[Line] = Field(min_length=1)
    well: list[Text] = []
    better: list[Text] = []

    def is_spoken(self, where: Where) -> bool:
        return where[-1] == "says"
