"""Items that count no points: reflect."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field, model_validator

from ...source.codes import Code
from ...source.problems import did_you_mean
from ..schema import Entry, Key, Text, distinct, fault
from ..shapes import SCALES, Reflect, ReflectPrompt
from .base import Item


class Prompt(Entry):
    """A statement to think about, with advice for some of the answers."""

    advice: dict[Key, Text] = {}
    """Advice for some of the answers."""


class Reflection(Item):
    """Statements about oneself. There is no right answer and no score."""

    kind: ClassVar[str] = "reflect"
    label: ClassVar[str] = "Think it over (no points)"
    type: Literal["reflect"]
    scale: Literal["agree-disagree", "likert5", "text"]
    """The answers to choose from; text: free words."""
    prompts: list[Prompt] = Field(min_length=1)
    """What to think about."""

    @model_validator(mode="after")
    def _sound(self) -> Reflection:
        distinct(self.prompts, "prompts")
        for at, prompt in enumerate(self.prompts):
            for answer in prompt.advice:
                if answer not in SCALES[self.scale]:
                    hint = did_you_mean(answer, SCALES[self.scale])
                    raise fault(
                        Code.VALUE_UNKNOWN,
                        f'"{answer}" isn\'t an answer on this scale',
                        hint,
                        ("prompts", at, "advice", answer),
                    )
        return self

    def solution(self) -> object:
        return [self.scale, sorted(prompt.ident for prompt in self.prompts)]

    def shape(self) -> Reflect:
        prompts = (ReflectPrompt(p.ident, p.text, p.key, tuple(p.advice.items())) for p in self.prompts)
        return Reflect(self.scale, tuple(prompts))
