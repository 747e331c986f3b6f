"""Quizzes: which items are asked together."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from .items import ItemId, Waiver
from .schema import Entity, Slug, Text, fault


class QuizForm(Entity):
    """A quiz of `quizzes.yml`: a fixed list of items under a title."""

    id: Slug
    title: Text
    summary: Text | None = None
    mode: Literal["practice", "test"] = "practice"
    items: list[ItemId] = Field(min_length=1)
    waive: list[Waiver] = []

    @model_validator(mode="after")
    def _once(self) -> QuizForm:
        for at, item in enumerate(self.items):
            if item in self.items[:at]:
                raise fault(f'"{item}" is asked twice', "Remove one of the two.", ("items", at))
        return self
