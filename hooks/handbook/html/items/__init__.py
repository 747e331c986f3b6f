"""How an item is asked and answered on a page: one module a shape."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never
from xml.etree.ElementTree import Element

from ...model.items import Item
from ...model.shapes import Arrange, Choose, Pair, Reflect, Shape, Story, Type
from .arrange import answer_arrange, arrange
from .base import ItemPlace
from .choose import answer_choose, choose
from .pair import answer_pair, pair
from .reflect import advise, reflect
from .story import answer_story, tell_story
from .type import answer_type, type_line

__all__ = ["ItemPlace", "answer_parts", "how_to_answer", "question_parts"]


def how_to_answer(shape: Shape) -> str | None:
    """What to do without JavaScript, where the question alone does not say it."""
    match shape:
        case Choose():
            return None if shape.single else "Check all that apply."
        case Arrange():
            return "Number the steps in the right order."
        case Pair():
            return "Choose a letter for every line."
        case Story():
            return "Start at 1. At every point, choose what you do, then go where it says."
        case Type() | Reflect():
            return None
        case _:
            assert_never(shape)


def question_parts(item: Item, place: ItemPlace) -> Sequence[Element]:
    """What stands below the stem: room to answer."""
    shape = item.shape()
    match shape:
        case Choose():
            return choose(shape, place)
        case Arrange():
            return arrange(item.id, shape, place)
        case Pair():
            return pair(item.id, shape, place)
        case Type():
            return type_line()
        case Story():
            return tell_story(shape, place)
        case Reflect():
            return reflect(shape, place)
        case _:
            assert_never(shape)


def answer_parts(item: Item, place: ItemPlace) -> Sequence[Element | None]:
    """What is right and why."""
    shape = item.shape()
    match shape:
        case Choose():
            return answer_choose(shape, place)
        case Arrange():
            return answer_arrange(shape, place)
        case Pair():
            return answer_pair(shape, place)
        case Type():
            return answer_type(shape, place)
        case Story():
            return answer_story(shape, place)
        case Reflect():
            return advise(shape, place)
        case _:
            assert_never(shape)
