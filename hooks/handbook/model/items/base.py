"""What every item has."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Annotated, ClassVar, Literal

from pydantic import Field, StringConstraints

from ..schema import Entity, Slug, Text

ItemId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", min_length=3, max_length=48)]
"""An item's id: legal as XML name, SCORM interaction id, GIFT id and seed of an Anki guid."""


class Waiver(Entity):
    """A rule of item writing that this item breaks on purpose."""

    rule: Text
    why: Text


class Item(Entity):
    """A question. Subclasses add the keys of their type and say what is right."""

    kind: ClassVar[str]

    id: ItemId
    type: str
    level: Literal["recall", "apply", "judge"]
    stem: Text
    refs: list[Text] = []
    tags: list[Slug] = []
    difficulty: int | None = Field(None, ge=1, le=3)
    hints: list[Text] = []
    explain: Text | None = None
    enemies: list[ItemId] = []
    points: int = Field(1, ge=1)
    rev: int = Field(1, ge=1)
    status: Literal["active", "retired"] = "active"
    waive: list[Waiver] = []

    def solution(self) -> object:
        """The permanent names of all that can be chosen, and what is right: JSON-able, the same for the same key."""
        raise NotImplementedError

    @property
    def scored(self) -> bool:
        """Whether it counts in a score."""
        return isinstance(self, ScoredItem)

    @property
    def fingerprint(self) -> str:
        """Eight hex digits of type, option keys and what is right: it changes when saved answers no longer fit."""
        said = json.dumps([self.kind, self.solution()], separators=(",", ":"), sort_keys=True)
        return sha256(said.encode()).hexdigest()[:8]


class ScoredItem(Item):
    """An item that counts: it says where the handbook answers it."""

    refs: list[Text] = Field(min_length=1)
