"""Rules for scenarios and reflections: Q23, Q24."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.items import Reflection, Scenario
from .rules import Finding
from .texts import LintItem

_VERDICTS = ("good", "fair", "poor")


def story_rewards(reading: LintItem) -> Iterator[Finding]:
    """Q23: at each point one choice is better than another, and the best choices lead to the best ending."""
    item = reading.item
    if not isinstance(item, Scenario):
        return
    for name, point in item.nodes.items():
        if len({choice.rating for choice in point.choices}) == 1:
            hint = "Rate the best choice higher than the others."
            yield Finding(f'at "{name}", all choices have the same rating', hint, ("nodes", name))
    _, end = item.shape().best_way()
    best = min((ending.verdict for ending in item.endings.values()), key=_VERDICTS.index)
    if end.verdict != best:
        reached = next(name for name, number in item.numbered().items() if number == end.number)
        message = f'the best choices lead to "{reached}", which is {end.verdict}'
        yield Finding(message, f"Have them lead to an ending that is {best}.", ("endings", reached))


def reflection_unscored(reading: LintItem) -> Iterator[Finding]:
    """Q24: a reflection has no points."""
    if isinstance(reading.item, Reflection) and "points" in reading.item.model_fields_set:
        yield Finding("a reflection has points", 'Remove the line "points".', ("points",))
