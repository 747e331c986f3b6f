"""Items answered in other ways: short, scenario, reflect."""

from __future__ import annotations

import re
from typing import ClassVar, Literal

from pydantic import Field, model_validator

from ...source.codes import Code
from ...source.problems import did_you_mean
from ..schema import Entity, Entry, Key, Text, distinct, fault
from .base import Item, ScoredItem

_PYTHON_ONLY = re.compile(r"(?<!\\)\(\?(?![:=!]|<[=!])|\\[AZ]|(?<!\\)[*+?}]\+")
"""What patterns may hold in Python and not in JavaScript: named groups, flags, \\A and \\Z, possessive repeats."""


class Accepted(Entity):
    """One accepted answer: a text (case and outer spaces do not matter), a number with tolerance, or a pattern."""

    text: Text | None = None
    """An answer in words; capitals and outer spaces do not matter."""
    number: float | None = None
    """An answer as a number."""
    tol: float = Field(0, ge=0)
    """How far a number may be off."""
    unit: Text | None = None
    """The unit that may follow a number."""
    regex: Text | None = None
    """A pattern that answers fit (for IT)."""

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: object) -> object:
        return {"text": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _one_way(self) -> Accepted:
        if sum(way is not None for way in (self.text, self.number, self.regex)) != 1:
            raise fault(
                Code.ANSWER_FORM,
                "an accepted answer is a text, a number or a pattern",
                'Use one of "text:", "number:", "regex:".',
            )
        if self.regex is not None:
            try:
                re.compile(self.regex)
            except (re.error, OverflowError, RecursionError) as error:
                raise fault(
                    Code.PATTERN_UNREADABLE,
                    f"the pattern can't be read: {error}",
                    "Use plain words, or ask IT.",
                    ("regex",),
                ) from error
            if _PYTHON_ONLY.search(self.regex):
                raise fault(
                    Code.PATTERN_UNREADABLE,
                    "part of the pattern doesn't work in browsers",
                    "Use plain words, or ask IT.",
                    ("regex",),
                )
        return self

    def fits(self, answer: str) -> bool:
        """Whether a typed answer is this one."""
        said = " ".join(answer.split()).casefold()
        if self.regex is not None:
            return re.fullmatch(self.regex, said, re.IGNORECASE) is not None
        if self.number is not None:
            return self._number_fits(said)
        return said == (self.text or "").casefold()

    def _number_fits(self, said: str) -> bool:
        bare = said.removesuffix((self.unit or "").casefold()).strip().replace(",", "")
        try:
            return abs(float(bare) - (self.number or 0)) <= self.tol
        except ValueError:
            return False


class Near(Entity):
    """An answer that is wrong but deserves a word of its own."""

    text: Text
    """An answer that is wrong but close."""
    why: Text
    """What to say to it."""


class Short(ScoredItem):
    """A word or number to type."""

    kind: ClassVar[str] = "short"
    type: Literal["short"]
    explain: Text
    """What everybody reads after answering."""
    accept: list[Accepted] = Field(min_length=1)
    """The answers that are right."""
    near: list[Near] = []
    """Wrong answers that deserve a word of their own."""

    @model_validator(mode="after")
    def _sound(self) -> Short:
        for at, near in enumerate(self.near):
            if any(accepted.fits(near.text) for accepted in self.accept):
                raise fault(
                    Code.NEAR_ACCEPTED,
                    f'"{near.text}" is accepted as right, so it can\'t be near, too',
                    "Remove one of the two.",
                    ("near", at),
                )
        return self

    def solution(self) -> object:
        return [accepted.model_dump(exclude_defaults=True) for accepted in self.accept]


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
                self._known(choice.go, ("nodes", name, "choices", at, "go"))
        self._known(self.start, ("start",))
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

    def _known(self, name: str, at: tuple[str | int, ...]) -> None:
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


SCALES: dict[str, tuple[str, ...]] = {
    "agree-disagree": ("agree", "disagree"),
    "likert5": ("strongly-agree", "agree", "neutral", "disagree", "strongly-disagree"),
    "text": (),
}
"""The answers of each scale of a reflection; none: free text."""


class Prompt(Entry):
    """A statement to think about, with advice for some of the answers."""

    advice: dict[Key, Text] = {}
    """Advice for some of the answers."""


class Reflect(Item):
    """Statements about oneself. There is no right answer and no score."""

    kind: ClassVar[str] = "reflect"
    type: Literal["reflect"]
    scale: Literal["agree-disagree", "likert5", "text"]
    """The answers to choose from; text: free words."""
    prompts: list[Prompt] = Field(min_length=1)
    """What to think about."""

    @model_validator(mode="after")
    def _sound(self) -> Reflect:
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
