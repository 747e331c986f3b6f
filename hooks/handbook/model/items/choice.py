"""Items answered by choosing: single, multiple, truefalse."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field, model_validator

from ..schema import Entity, Entry, Text, distinct, fault
from .base import ScoredItem


class Option(Entry):
    """One option and the reason why it is right or not."""

    why: Text
    right: bool = False


class _Options(ScoredItem):
    options: list[Option] = Field(min_length=2, max_length=8)

    @model_validator(mode="after")
    def _sound(self) -> _Options:
        distinct(self.options, "options")
        self._right_count(sum(option.right for option in self.options))
        return self

    def _right_count(self, right: int) -> None:
        raise NotImplementedError

    def solution(self) -> object:
        return sorted((option.ident, option.right) for option in self.options)


class Single(_Options):
    """Exactly one option is right."""

    kind: ClassVar[str] = "single"
    type: Literal["single"]

    def _right_count(self, right: int) -> None:
        if right != 1:
            raise fault(f"{right} options are marked as right", 'Mark exactly one with "right: true".', ("options",))


class Multiple(_Options):
    """One or more options are right, and one or more are not."""

    kind: ClassVar[str] = "multiple"
    type: Literal["multiple"]
    score: Literal["per-option", "all-or-nothing"] = "per-option"

    def _right_count(self, right: int) -> None:
        if right in (0, len(self.options)):
            raise fault("all options are right, or none is", 'Mark some with "right: true", not all.', ("options",))


class Reasons(Entity):
    """The reason shown for each of the two answers."""

    true: Text
    false: Text


class TrueFalse(ScoredItem):
    """A statement that is true or false."""

    kind: ClassVar[str] = "truefalse"
    type: Literal["truefalse"]
    answer: bool
    why: Reasons

    def solution(self) -> object:
        return self.answer
