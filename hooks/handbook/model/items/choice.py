"""Items answered by choosing: single, multiple, truefalse."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field, model_validator

from ...source.codes import Code
from ..schema import Entity, Entry, Text, distinct, fault
from ..shapes import Answer, Choose
from .base import ScoredItem


class Option(Entry):
    """One option and the reason why it is right or not."""

    why: Text = Field(examples=["The caller may not be able to wait."])
    """The reason why it is right or not: what happens to the customer."""
    right: bool = False
    """true: this option is right."""


class _Options(ScoredItem):
    options: list[Option] = Field(min_length=2, max_length=8)
    """What there is to choose from."""

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
    label: ClassVar[str] = "Choose one"
    type: Literal["single"]

    def _right_count(self, right: int) -> None:
        if right != 1:
            what = f"{right} options are marked as right" if right else "no option is marked as right"
            several = ' If several are right, write "type: multiple".' if right else ""
            raise fault(Code.RIGHT_COUNT, what, f'Mark exactly one with "right: true".{several}', ("options",))

    def shape(self) -> Choose:
        answers = (Answer(o.ident, o.text, o.key, o.why, float(o.right)) for o in self.options)
        return Choose(tuple(answers), single=True)


class Multiple(_Options):
    """One or more options are right, and one or more are not."""

    kind: ClassVar[str] = "multiple"
    label: ClassVar[str] = "Choose all that apply"
    type: Literal["multiple"]
    score: Literal["per-option", "all-or-nothing"] = "per-option"
    """How points are given: for each option, or only when all is right."""

    def _right_count(self, right: int) -> None:
        if right in (0, len(self.options)):
            what = "every option is marked as right" if right else "no option is marked as right"
            raise fault(
                Code.RIGHT_COUNT,
                what,
                'Mark the right ones with "right: true", and leave at least one without it.',
                ("options",),
            )

    def shape(self) -> Choose:
        part = 1 / sum(option.right for option in self.options)
        answers = (Answer(o.ident, o.text, o.key, o.why, part if o.right else -part) for o in self.options)
        return Choose(tuple(answers), single=False, score=self.score)


class Reasons(Entity):
    """The reason shown for each of the two answers."""

    true: Text
    """The reason shown for "true"."""
    false: Text
    """The reason shown for "false"."""


class TrueFalse(ScoredItem):
    """A statement that is true or false."""

    kind: ClassVar[str] = "truefalse"
    label: ClassVar[str] = "True or false"
    type: Literal["truefalse"]
    answer: bool
    """Whether the statement is true."""
    why: Reasons
    """A reason for each of the two answers."""

    def solution(self) -> object:
        return self.answer

    def shape(self) -> Choose:
        true = Answer("true", "True", None, self.why.true, float(self.answer))
        false = Answer("false", "False", None, self.why.false, float(not self.answer))
        return Choose((true, false), single=True, truth=True)
