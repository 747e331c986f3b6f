"""Quizzes: which items are asked together, listed or drawn."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticKnownError

from ..source.codes import Code
from .items import ITEMS, Item, ItemId, ItemLevel, Waiver
from .schema import Entity, Slug, Text, fault


def _known(kind: str) -> str:
    if kind not in ITEMS:
        raise PydanticKnownError("literal_error", {"expected": ", ".join(f"'{known}'" for known in ITEMS)})
    return kind


Kind = Annotated[str, AfterValidator(_known), WithJsonSchema({"enum": list(ITEMS), "type": "string"})]
"""The name of a type of item."""


def _listed(value: object) -> object:
    """A value that stands for a list of one."""
    return value if isinstance(value, list) else [value]


Tags = Annotated[list[Slug], BeforeValidator(_listed, json_schema_input_type=Slug | list[Slug])]
Kinds = Annotated[list[Kind], BeforeValidator(_listed, json_schema_input_type=Kind | list[Kind])]
Levels = Annotated[list[ItemLevel], BeforeValidator(_listed, json_schema_input_type=ItemLevel | list[ItemLevel])]
Numbers = Annotated[list[int], BeforeValidator(_listed, json_schema_input_type=int | list[int])]


class Cell(Entity):
    """A line of a blueprint: how many to draw of the items that have all `tags` and one value of each other key."""

    count: int = Field(ge=1)
    """How many questions to draw."""
    tags: Tags = []
    """They have all of these tags."""
    type: Kinds = []
    """They are of one of these types."""
    level: Levels = []
    """They are of one of these levels."""
    difficulty: Numbers = []
    """They are of one of these difficulties."""

    def fits(self, item: Item) -> bool:
        """Whether an item may be drawn here. One that is not scored only where its type is named."""
        return (
            set(self.tags) <= set(item.tags)
            and (item.type in self.type if self.type else item.scored)
            and (not self.level or item.level in self.level)
            and (not self.difficulty or item.difficulty in self.difficulty)
        )

    def __str__(self) -> str:
        said = [f"tags {' and '.join(self.tags)}"] if self.tags else []
        named = (("type", self.type), ("level", self.level), ("difficulty", self.difficulty))
        said += [f"{name} {' or '.join(map(str, values))}" for name, values in named if values]
        return ", ".join(said) or "any question"


class QuizForm(Entity):
    """A quiz of `quizzes.yml`: items that are always asked, items to draw, or first the ones and then the others."""

    id: Slug
    """Permanent name of the quiz."""
    title: Text
    """Its title."""
    summary: Text | None = None
    """What it is about, in one sentence."""
    mode: Literal["practice", "test"] = "practice"
    """practice: answers at once; test: at the end."""
    pass_mark: int | None = Field(default=None, alias="pass", ge=1, le=100)
    """The percentage of points to reach: a learning platform then tells who passed. The site shows no such mark."""
    items: list[ItemId] = []
    """Ids of questions that are always asked, in this order."""
    draw: list[Cell] = []
    """What to draw from the bank."""
    waive: list[Waiver] = []
    """Rules that this quiz breaks on purpose."""

    @model_validator(mode="after")
    def _sound(self) -> QuizForm:
        if not self.items and not self.draw:
            hint = 'List them under "items:", or say under "draw:" how many to draw.'
            raise fault(Code.QUIZ_EMPTY, "this quiz has no questions", hint)
        for at, item in enumerate(self.items):
            if item in self.items[:at]:
                raise fault(Code.ENTRY_TWICE, f'"{item}" is listed twice', "Remove one of the two.", ("items", at))
        return self
