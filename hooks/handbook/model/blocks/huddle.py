"""A talk of ten minutes for a team: a situation to act out, and what to talk about afterward."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field, model_validator

from ...source.codes import Code
from ...source.document import Where
from ..schema import Entity, Slug, Text, fault
from .base import Block

ROLES, QUESTIONS = 2, 3


class Player(Entity):
    """Someone to play: who it is, and what only this person knows or wants."""

    who: Text
    """Who it is, in a word or two."""
    plays: Text
    """What the person wants, knows and feels: it is for whoever plays the part."""


class Huddle(Block):
    """Ten minutes for a team, made of a story of the question bank or of a scene.

    The situation, what to listen for and the line to practice come from there, unless they are written here.
    """

    kind: ClassVar[str] = "huddle"
    names: ClassVar[frozenset[str]] = frozenset({"of", "who"})
    shown_again: ClassVar[bool] = False

    of: Slug
    """The id of the story (a question of the type scenario) or of the scene that it is made of."""
    read: Text | None = None
    """What is read out, where it isn't the beginning of the story or the scene's setting."""
    roles: list[Player]
    """The two people in it: the customer first."""
    questions: list[Text]
    """Three questions to talk about."""
    listen: list[Text] = Field(default=[], max_length=5)
    """What a good answer has in it, where that isn't why the best choices are best, or what the scene teaches."""
    line: Text | None = None
    """One line to say aloud, in turn, where it isn't the first line of the story to use."""

    @model_validator(mode="after")
    def _whole(self) -> Huddle:
        """A sheet and its two cards have room for so many."""
        parts = (
            ("roles", self.roles, ROLES, 'Give each of the two people an entry with "who:" and "plays:".'),
            ("questions", self.questions, QUESTIONS, "Give each huddle three questions."),
        )
        for name, entries, count, hint in parts:
            if len(entries) != count:
                code = Code.LIST_SHORT if len(entries) < count else Code.LIST_LONG
                raise fault(code, f"{name}: a huddle has {count}, and this one has {len(entries)}", hint, (name,))
        return self

    def is_spoken(self, where: Where) -> bool:
        return where[-1] == "line"
