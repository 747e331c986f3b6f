"""The question sheet: how each type of item is asked on paper."""

from __future__ import annotations

from collections.abc import Iterable
from functools import singledispatch

from ...model.items import SCALES, Classify, Item, Match, Multiple, Order, Reflect, Scenario, Short, Single, TrueFalse
from ...model.schema import Entry
from ...pdf.inline import Runs, Tree, as_runs
from .setting import Setting, in_words, points_of

HOW = {
    "multiple": "Tick all that fit.",
    "order": "Write the letters in the right order.",
    "match": "Write the letter that fits on each line.",
    "classify": "Write the letter that fits on each line.",
    "scenario": "Start at 1. Tick what you do, and go on where it says.",
    "reflect": "There is no right answer. It counts no points.",
}


def question_tree(item: Item, number: int, setting: Setting) -> Tree:
    """A question with room to answer."""
    return {
        "name": f"Question {number}" + (f" ({item.points} points)" if item.scored and item.points > 1 else ""),
        "stem": setting.runs(item.stem, item),
        "how": HOW.get(item.type),
        "parts": _parts(item, setting),
    }


@singledispatch
def _parts(item: Item, setting: Setting) -> list[Tree]:
    raise TypeError(f"{item.type} has no print form: {setting}")


@_parts.register(Single)
@_parts.register(Multiple)
def _(item: Single | Multiple, setting: Setting) -> list[Tree]:
    return [{"kind": "options", "entries": _entries(item.options, item, setting)}]


@_parts.register
def _(item: TrueFalse, setting: Setting) -> list[Tree]:
    del setting
    return [{"kind": "options", "entries": [as_runs("True"), as_runs("False")]}]


@_parts.register
def _(item: Order, setting: Setting) -> list[Tree]:
    return [{"kind": "steps", "entries": _entries(setting.steps(item), item, setting)}]


@_parts.register
def _(item: Match, setting: Setting) -> list[Tree]:
    targets = _entries(setting.targets(item), item, setting)
    return [{"kind": "pairs", "targets": targets, "entries": _entries(item.left, item, setting)}]


@_parts.register
def _(item: Classify, setting: Setting) -> list[Tree]:
    cards = _entries(setting.shuffled(item, item.cards), item, setting)
    return [{"kind": "pairs", "targets": _entries(item.categories, item, setting), "entries": cards}]


@_parts.register
def _(item: Short, setting: Setting) -> list[Tree]:
    del setting
    return [{"kind": "lines", "count": 1}]


@_parts.register
def _(item: Scenario, setting: Setting) -> list[Tree]:
    at = points_of(list(item.nodes), list(item.endings))
    told: list[Tree] = [
        {
            "kind": "point",
            "number": at[name],
            "text": setting.runs(node.text, item),
            "entries": [[*setting.runs(c.text, item), *as_runs(f" Go on at {at[c.go]}.")] for c in node.choices],
        }
        for name, node in item.nodes.items()
    ]
    endings = ((at[name], ending) for name, ending in item.endings.items())
    return told + [{"kind": "ending", "number": number, "text": setting.runs(e.text, item)} for number, e in endings]


@_parts.register
def _(item: Reflect, setting: Setting) -> list[Tree]:
    scale = [in_words(answer) for answer in SCALES[item.scale]]
    return [{"kind": "prompt", "text": setting.runs(prompt.text, item), "scale": scale} for prompt in item.prompts]


def _entries(entries: Iterable[Entry], item: Item, setting: Setting) -> list[Runs]:
    return [setting.runs(entry.text, item) for entry in entries]
