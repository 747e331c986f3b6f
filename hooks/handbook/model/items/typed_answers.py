"""Items answered by typing: short."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field, model_validator

from ...source.codes import Code
from ..answers import Accepted, Near
from ..schema import Text, fault
from ..shapes import Type
from .base import ScoredItem


class Short(ScoredItem):
    """A word or number to type."""

    kind: ClassVar[str] = "short"
    label: ClassVar[str] = "Type the answer"
    type: Literal["short"]
    explain: Text
    """What everybody reads after answering."""
    accept: list[Accepted] = Field(min_length=1)
    """The answers that are right."""
    near: list[Near] = []
    """Wrong answers that deserve a word of their own."""

    @model_validator(mode="after")
    def _sound(self) -> Short:
        for at, near in enumerate(self.near):
            if any(accepted.fits(near.text) for accepted in self.accept):
                raise fault(
                    Code.NEAR_ACCEPTED,
                    f'"{near.text}" is accepted as right, so it can\'t be near, too',
                    "Remove one of the two.",
                    ("near", at),
                )
        return self

    def solution(self) -> object:
        return [accepted.model_dump(exclude_defaults=True) for accepted in self.accept]

    def shape(self) -> Type:
        return Type(tuple(self.accept), tuple(self.near))
