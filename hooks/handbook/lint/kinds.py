"""Rules for scenarios and reflections: Q23, Q24."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.items import Reflect, Scenario
from .rules import Finding
from .texts import Reading

_VERDICTS = ("good", "fair", "poor")


def story_rewards(reading: Reading) -> Iterator[Finding]:
    """Q23: at each point one choice is better than another, and the best choices lead to the best ending."""
    item = reading.item
    if not isinstance(item, Scenario):
        return
    for name, point in item.nodes.items():
        if len({choice.rating for choice in point.choices}) == 1:
            hint = "Rate the best choice higher than the others."
            yield Finding(f'at "{name}", all choices have the same rating', hint, ("nodes", name))
    reached, best = _best_ending(item), min((end.verdict for end in item.endings.values()), key=_VERDICTS.index)
    if item.endings[reached].verdict != best:
        message = f'the best choices lead to "{reached}", which is {item.endings[reached].verdict}'
        yield Finding(message, f"Have them lead to an ending that is {best}.", ("endings", reached))


def reflection_unscored(reading: Reading) -> Iterator[Finding]:
    """Q24: a reflection has no points."""
    if isinstance(reading.item, Reflect) and "points" in reading.item.model_fields_set:
        yield Finding("a reflection has points", 'Remove the line "points".', ("points",))


def _best_ending(item: Scenario) -> str:
    here = item.start
    while here in item.nodes:
        here = max(item.nodes[here].choices, key=lambda choice: choice.rating).go
    return here
