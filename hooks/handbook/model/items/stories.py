"""Items that are a story to go through: scenario."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field, model_validator

from ...source.codes import Code
from ...source.problems import did_you_mean
from ..schema import Entity, Entry, Key, Text, distinct, fault
from ..shapes import Story, StoryChoice, StoryEnd, StoryPoint
from .base import ScoredItem


class Choice(Entry):
    """What a person may do at a point of a scenario: how good it is (0 to 3), why, and where it leads."""

    rating: int = Field(ge=0, le=3)
    """How good it is: 0 (harmful) to 3 (best)."""
    why: Text
    """Why it is as good as that."""
    go: Text
    """The name of the node or ending that it leads to."""


class Point(Entity):
    """A point of a scenario at which a person chooses."""

    text: Text
    """What is going on."""
    choices: list[Choice] = Field(min_length=2, max_length=5)
    """What a person may do."""


class Ending(Entity):
    """How a scenario ends."""

    verdict: Literal["good", "fair", "poor"]
    """How it went."""
    text: Text
    """How the story ends."""


class Scenario(ScoredItem):
    """A story that branches. Every point can be reached, every path ends."""

    kind: ClassVar[str] = "scenario"
    label: ClassVar[str] = "Story"
    type: Literal["scenario"]
    start: Text
    """The name of the node it starts at."""
    nodes: dict[Key, Point] = Field(min_length=1, max_length=40)
    """The points of the story at which one chooses, by name."""
    endings: dict[Key, Ending] = Field(min_length=1)
    """The ends of the story, by name."""

    @model_validator(mode="after")
    def _sound(self) -> Scenario:
        for name, node in self.nodes.items():
            distinct(node.choices, "choices")
            for at, choice in enumerate(node.choices):
                self._check_node(choice.go, ("nodes", name, "choices", at, "go"))
        self._check_node(self.start, ("start",))
        reached: set[str] = set()
        self._walk(self.start, (), reached)
        for group, names in (("nodes", self.nodes), ("endings", self.endings)):
            for name in names:
                if name not in reached:
                    raise fault(
                        Code.STORY_UNREACHABLE,
                        f'no choice leads to "{name}"',
                        'Let a choice go there ("go:"), or remove it.',
                        (group, name),
                    )
        return self

    def _check_node(self, name: str, at: tuple[str | int, ...]) -> None:
        if name not in self.nodes and name not in self.endings:
            raise fault(
                Code.STORY_TARGET,
                f'"{name}" is neither a node nor an ending',
                did_you_mean(name, [*self.nodes, *self.endings]),
                at,
            )

    def _walk(self, name: str, path: tuple[str, ...], reached: set[str]) -> None:
        if name in path:
            raise fault(
                Code.STORY_CIRCLE,
                f'the story goes in a circle through "{name}"',
                "Have one of its choices lead out of it.",
                ("nodes", name),
            )
        if name not in reached and name in self.nodes:
            for choice in self.nodes[name].choices:
                self._walk(choice.go, (*path, name), reached)
        reached.add(name)

    def solution(self) -> object:
        nodes = {name: [(c.ident, c.rating, c.go) for c in node.choices] for name, node in self.nodes.items()}
        return [self.start, nodes, {name: ending.verdict for name, ending in self.endings.items()}]

    def numbered(self) -> dict[str, int]:
        """The number of every point and ending: that of the start is 1, the others follow as they are listed."""
        names = dict.fromkeys([self.start, *self.nodes, *self.endings])
        return {name: number for number, name in enumerate(names, start=1)}

    def shape(self) -> Story:
        numbers = self.numbered()
        points = (
            StoryPoint(
                number,
                self.nodes[name].text,
                tuple(
                    StoryChoice(choice.ident, choice.text, choice.key, choice.why, choice.rating, numbers[choice.go])
                    for choice in self.nodes[name].choices
                ),
            )
            for name, number in numbers.items()
            if name in self.nodes
        )
        ends = (StoryEnd(numbers[name], ending.text, ending.verdict) for name, ending in self.endings.items())
        return Story(tuple(points), tuple(ends))
