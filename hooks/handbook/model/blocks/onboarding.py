"""The first weeks of a new employee: lists to tick off, quizzes to pass, and who signs for it."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field, model_validator

from ...source.codes import Code
from ...source.document import Where
from ..schema import Slugs, Text, fault
from .base import Block


class Onboarding(Block):
    """Gathers checklists of its page: how far one is, a certificate at the end, and lines to sign.

    The certificate is there once all quizzes are passed in this browser.
    """

    kind: ClassVar[str] = "onboarding"
    names: ClassVar[frozenset[str]] = frozenset({"lists", "quizzes"})
    links_on_paper: ClassVar[bool] = False
    shown_again: ClassVar[bool] = False

    lists: Slugs = Field(min_length=1, max_length=12)
    """The ids of the checklists on this page, in their order."""
    quizzes: Slugs = []
    """The ids of the quizzes to pass, as in quizzes.yml."""
    signs: list[Text] = Field(default=["Employee", "Supervisor"], min_length=1, max_length=3)
    """Who signs each list on paper."""

    @model_validator(mode="after")
    def _once(self) -> Onboarding:
        for field, names in (("lists", self.lists), ("quizzes", self.quizzes)):
            for at, name in enumerate(names):
                if name in names[:at]:
                    raise fault(Code.ENTRY_TWICE, f'"{name}" is listed twice', "Remove one of the two.", (field, at))
        return self

    def is_prose(self, where: Where) -> bool:
        del where
        return False
