"""The options of a derived single-choice item: the right one, distractors from its siblings, in a settled order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...source.random import Random
from .material import Drifted, Material

MOST = 2
"""Distractors that are taken when the entry names none. Three options are enough: Rodriguez 2005 (rule Q02)."""

Option = dict[str, object]


def option(text: str, why: str, key: str | None = None, *, right: bool = False) -> Option:
    """One option, as an item of the bank gives it."""
    return {"text": text, "why": why, **({"key": key} if key else {}), **({"right": True} if right else {})}


def options(
    material: Material, right: Option, siblings: Sequence[Option], values: Mapping[str, str] = {}
) -> list[Option]:
    """The right option among siblings, in an order that the id settles; numbers from low to high.

    `values` says what texts with placeholders read.
    Siblings with the same text as another are left out. Raises Unfit when fewer than two are left.
    """
    random = Random(material.entry.id)
    fitting = {str(sibling["text"]): sibling for sibling in siblings if sibling["text"] != right["text"]}
    taken = list(fitting.values()) if material.entry.beside else random.shuffled(list(fitting.values()))[:MOST]
    if len(taken) < MOST:
        raise Drifted(
            f'"{material.entry.source}" has too few other entries to choose from', "Use another type of question.", "as"
        )
    order = random.shuffled([right, *taken])
    numbers = {str(each["text"]): _number(each, values) for each in order}
    return order if None in numbers.values() else sorted(order, key=lambda each: numbers[str(each["text"])] or 0)


def _number(entry: Option, values: Mapping[str, str]) -> float | None:
    text = str(entry["text"])
    try:
        return float(values.get(text, text).split()[0])
    except ValueError:
        return None
