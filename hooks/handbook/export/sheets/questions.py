"""The question sheet: how an item is asked on paper."""

from __future__ import annotations

from ...model.items import Item
from ...pdf.questions import answer_space, how_to_answer
from ...pdf.runs import Tree
from .setting import Setting


def question_tree(item: Item, number: int, setting: Setting) -> Tree:
    """A question with room to answer."""
    shape = item.shape()
    return {
        "name": f"Question {number}" + (f" ({item.points} points)" if item.scored and item.points > 1 else ""),
        "stem": setting.runs(item.stem, item),
        "how": how_to_answer(shape),
        "parts": answer_space(shape, lambda text: setting.runs(text, item), setting.shuffle(item)),
    }
