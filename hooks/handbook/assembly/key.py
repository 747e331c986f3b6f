"""The key of an item in words: what is right, one line for each part of the answer."""

from __future__ import annotations

from typing import assert_never

from ..model.items import Item
from ..model.shapes import Arrange, Choose, Pair, Reflect, Story, Type


def key_of(item: Item) -> list[str]:
    """The right answer, as Markdown lines. None for an item that is not scored."""
    shape = item.shape()
    match shape:
        case Choose():
            return [answer.text for answer in shape.right]
        case Arrange():
            return [f"{number}. {step.text}" for number, step in enumerate(shape.steps, start=1)]
        case Pair():
            return [f"{entry.text} → {entry.target.text}" for entry in shape.entries]
        case Type():
            return [answer.reads or f"(pattern) {answer.regex}" for answer in shape.accept]
        case Story():
            way, _ = shape.best_way()
            return [choice.text for choice in way]
        case Reflect():
            return []
        case _:
            assert_never(shape)
