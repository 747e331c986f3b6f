"""Waivers: an item, or a quiz, breaks a rule on purpose and says why. One that silences nothing is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..model.items import Waiver
from ..source.codes import Code
from ..source.document import Document
from ..source.problems import Level, Problem, did_you_mean
from .rules import RULES


@dataclass(frozen=True)
class Owner:
    """An item or quiz that may hold waivers, and where it is written."""

    name: str
    document: Document
    at: int
    waive: Sequence[Waiver]


class Waivers:
    """All waivers, and which of them were of use."""

    def __init__(self, owners: Iterable[Owner]) -> None:
        self._owners = [owner for owner in owners if owner.waive]
        self._given = {(owner.name, waiver.rule) for owner in self._owners for waiver in owner.waive}
        self._used: set[tuple[str, str]] = set()

    def silence(self, rule: str, *names: str) -> bool:
        """Whether one of these owners waives the rule."""
        found = {(name, rule) for name in names} & self._given
        self._used |= found
        return bool(found)

    def idle(self) -> Iterator[Problem]:
        """What is wrong with the waivers themselves. Ask when everything has been checked."""
        for owner in self._owners:
            for place, waiver in enumerate(owner.waive):
                if (owner.name, waiver.rule) not in self._used:
                    line = owner.document.line((owner.at, "waive", place))
                    message, hint = _useless(waiver.rule)
                    message = f'"{owner.name}": {message}'
                    yield Problem(owner.document.path, line, Code.WAIVER_USELESS, message, hint, Level.NOTICE)


def _useless(rule: str) -> tuple[str, str]:
    if rule not in RULES:
        return f'"{rule}" isn\'t a rule for writing questions', did_you_mean(rule, RULES)
    if RULES[rule].held_by:
        return f"{rule} can't be waived because {RULES[rule].held_by} enforces it", "Remove the waiver."
    return f"the waiver of {rule} has no effect here", "Remove it: the rule isn't broken, or is about the whole bank."
