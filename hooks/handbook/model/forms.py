"""Quizzes: which items are asked together, listed or drawn."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticKnownError

from ..source.codes import Code
from ..source.names import slug
from .items import ITEMS, Item, ItemIds, ItemLevel, Waiver
from .schema import Entity, Slug, Text, Texts, as_list, fault


def _check_kind(kind: str) -> str:
    if kind not in ITEMS:
        raise PydanticKnownError("literal_error", {"expected": ", ".join(f"'{name}'" for name in ITEMS)})
    return kind


Kind = Annotated[str, AfterValidator(_check_kind), WithJsonSchema({"enum": list(ITEMS), "type": "string"})]
"""The name of a type of item."""


def _new_page(path: str) -> str:
    if not re.fullmatch(r"(?:[a-z0-9-]+/)*[a-z0-9][a-z0-9-]*\.md", path):
        parts = [slug(part) for part in (*PurePosixPath(path).parent.parts, PurePosixPath(path).stem)]
        right = "/".join(part for part in parts if part) or "practice/quiz-telephone"
        raise fault(Code.PAGE_NAME, f'"{path}" can\'t be the path of a page', f'Write "page: {right}.md".')
    return path


def _as_list(value: object) -> object:
    """The values in a text with commas between them; one that is no text stands for a list of one."""
    values = as_list(value)
    return values if isinstance(values, list) else [values]


Tags = Annotated[list[Slug], BeforeValidator(_as_list, json_schema_input_type=Slug | list[Slug])]
Kinds = Annotated[list[Kind], BeforeValidator(_as_list, json_schema_input_type=Kind | list[Kind])]
Levels = Annotated[list[ItemLevel], BeforeValidator(_as_list, json_schema_input_type=ItemLevel | list[ItemLevel])]
Numbers = Annotated[list[int], BeforeValidator(_as_list, json_schema_input_type=int | list[int])]


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
            (not self.level or item.level in self.level)
            and (not self.difficulty or item.difficulty in self.difficulty)
            and (item.type in self.type if self.type else item.scored)
            and set(self.tags).issubset(item.tags)
        )

    def __str__(self) -> str:
        parts = [f"tags {' and '.join(self.tags)}"] if self.tags else []
        pairs = (("type", self.type), ("level", self.level), ("difficulty", self.difficulty))
        parts += [f"{name} {' or '.join(map(str, values))}" for name, values in pairs if values]
        return ", ".join(parts) or "any question"


CERTIFICATE_MARK = 80
"""The percentage that earns a certificate where a quiz does not say how much it takes to pass."""


class QuizForm(Entity):
    """A quiz of `quizzes.yml`: items that are always asked, items to draw, or first the ones and then the others."""

    id: Slug
    """Permanent name of the quiz."""
    title: Text
    """Its title."""
    summary: Text | None = None
    """What it is about, in one sentence."""
    page: Annotated[Text, AfterValidator(_new_page)] | None = None
    """The page that is made for it: a path below docs/ where no page is."""
    minutes: int | None = Field(None, ge=1, le=240)
    """How long it takes, to be said on that page."""
    keywords: Texts = []
    """What people type to find that page."""
    see: Texts = []
    """The pages that help with the questions: their paths below docs/."""
    mode: Literal["practice", "test"] = "practice"
    """practice: answers at once; test: at the end."""
    pass_mark: int | None = Field(default=None, alias="pass", ge=1, le=100)
    """The percentage of points to reach: a learning platform then tells who passed. On the site, as much or 80 earns a
    certificate; less is a record of practice."""
    items: ItemIds = []
    """Ids of questions that are always asked, in this order."""
    draw: list[Cell] = []
    """What to draw from the bank."""
    exclude: ItemIds = []
    """Ids of questions that are never drawn for it."""
    waive: list[Waiver] = []
    """Rules that this quiz breaks on purpose."""

    @property
    def time(self) -> str:
        """How long it takes, such as "5 minutes"; empty where that isn't known."""
        return f"{self.minutes} minute{'s' * (self.minutes > 1)}" if self.minutes else ""

    @property
    def about_time(self) -> str:
        """The same as a sentence of its own; empty where it isn't known."""
        return f"About {self.time}." if self.time else ""

    @property
    def certificate_mark(self) -> int:
        """The percentage of points from which on practice earns a certificate."""
        return CERTIFICATE_MARK if self.pass_mark is None else self.pass_mark

    @property
    def box(self) -> str:
        """The id of the quiz on its page: "test-telephone" on practice/quiz-telephone.md."""
        return f"test-{PurePosixPath(self.page or self.id).stem.removeprefix('quiz-')}"

    @model_validator(mode="after")
    def _sound(self) -> QuizForm:
        if not self.items and not self.draw:
            hint = 'List them under "items:", or say under "draw:" how many to draw.'
            raise fault(Code.QUIZ_EMPTY, "this quiz has no questions", hint)
        for at, item in enumerate(self.items):
            if item in self.items[:at]:
                raise fault(Code.ENTRY_TWICE, f'"{item}" is listed twice', "Remove one of the two.", ("items", at))
        return self
