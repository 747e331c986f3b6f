"""What every item has."""

from __future__ import annotations

import json
from enum import StrEnum
from functools import cached_property
from hashlib import sha256
from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from ...source.profile import keys_in
from ..schema import Entity, Slugs, Text, Texts, as_list
from ..shapes import Shape

ItemId = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", min_length=3, max_length=48),
    Field(examples=["telephone-hold-first-step"]),
]
"""An item's id: legal as XML name, SCORM interaction id, GIFT id and seed of an Anki guid."""

ItemIds = Annotated[list[ItemId], BeforeValidator(as_list, json_schema_input_type=str | list[ItemId])]


class ItemLevel(StrEnum):
    """What a question asks for, from the least to the most."""

    RECALL = "recall"
    APPLY = "apply"
    JUDGE = "judge"


class Waiver(Entity):
    """A rule of item writing that this item breaks on purpose."""

    rule: Text
    """The rule, as the notice names it (such as Q11)."""
    why: Text
    """Why it is right to break it here."""


class BankEntry(Entity):
    """What every entry of the bank may say of itself, whether it holds a question or tells what to make one of."""

    tags: Slugs = []
    """Topics, for drawing questions."""
    difficulty: int | None = Field(None, ge=1, le=3)
    """1 (easy) to 3 (hard)."""
    hints: list[Text] = []
    """Hints, shown one at a time on request."""
    explain: Text | None = None
    """What everybody reads after answering."""
    enemies: ItemIds = []
    """Ids of questions that would give this one away; they are not asked together."""
    points: int = Field(1, ge=1)
    """How much it counts."""
    rev: int = Field(1, ge=1)
    """Raised by one when what is right changes; `handbook fix` does it."""
    status: Literal["active", "retired"] = "active"
    """"retired" takes the question out of use. It stays in the file, so that its id is not used again."""
    waive: list[Waiver] = []
    """Rules of question writing that it breaks on purpose."""


class _Head(Entity):
    """What every question says first."""

    id: ItemId
    """Permanent name of the question: lower-case words with dashes, the topic first. Never used again."""
    type: str
    """What kind of question it is; it decides which other keys there are."""
    level: ItemLevel
    """What it asks for: knowing it (recall), using it (apply), or weighing it up (judge)."""
    stem: Text = Field(examples=["A caller has waited for two minutes. What do you do first?"])
    """The question, on one line."""
    refs: Texts = []
    """Where the handbook answers it: ids of directives, or page.md#heading with the path below docs/."""


class Item(BankEntry, _Head):
    """A question. Subclasses add the keys of their type, say what is right, and which shape it has."""

    kind: ClassVar[str]
    label: ClassVar[str]
    """What the type is called where people choose one who don't write questions."""

    def solution(self) -> object:
        """The permanent names of all that can be chosen, and what is right: JSON-able, the same for the same key."""
        raise NotImplementedError

    def shape(self) -> Shape:
        """What a person does with it. All that shows, prints or exports an item goes by this."""
        raise NotImplementedError

    @property
    def scored(self) -> bool:
        """Whether it counts in a score."""
        return isinstance(self, ScoredItem)

    @cached_property
    def placeholders(self) -> frozenset[str]:
        """The keys of the values of the profile that it names."""
        return frozenset(keys_in(self.model_dump_json()))

    @property
    def fingerprint(self) -> str:
        """Eight hex digits of type, option keys and what is right: it changes when saved answers no longer fit."""
        text = json.dumps([self.kind, self.solution()], separators=(",", ":"), sort_keys=True)
        return sha256(text.encode()).hexdigest()[:8]


class ScoredItem(Item):
    """An item that counts: it says where the handbook answers it."""

    refs: Texts = Field(min_length=1, examples=[["telephone-hold", "channels/telephone/hold.md#when-the-wait-grows"]])
    """Where the handbook answers it: ids of directives, or page.md#heading with the path below docs/."""
