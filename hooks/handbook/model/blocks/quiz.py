"""A self-check in a page."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field, model_validator

from ...source.codes import Code
from ...source.document import Where
from ..schema import Slug, Slugs, Texts, fault
from .base import Block


class Quiz(Block):
    """Questions from the bank: a quiz of quizzes.yml, items by id, or the first `count` items that have all `tags`.

    `mode` goes before that of quizzes.yml: practice checks each question at once, test checks all at the end.
    """

    kind: ClassVar[str] = "quiz"
    shown_again: ClassVar[bool] = False

    quiz: Slug | None = None
    items: Slugs = []
    tags: Texts = []
    count: int | None = Field(None, ge=1)
    mode: Literal["practice", "test"] | None = None

    @model_validator(mode="after")
    def _one_way(self) -> Quiz:
        ways = [bool(self.quiz), bool(self.items), bool(self.tags)]
        if sum(ways) != 1:
            raise fault(
                Code.QUIZ_CHOICE,
                "a quiz needs one way to choose its questions",
                'Give "quiz:", or "items:", or "tags:" with "count:".',
            )
        if bool(self.tags) != (self.count is not None):
            raise fault(
                Code.QUIZ_CHOICE,
                '"tags" and "count" go together',
                'Add a line "count: 5", or another number.' if self.tags else 'Add a line "tags: […]".',
            )
        return self

    def is_prose(self, where: Where) -> bool:
        del where
        return False
