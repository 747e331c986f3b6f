"""Directives with no texts of their own, or hardly any: what they show comes from elsewhere."""

from __future__ import annotations

from typing import ClassVar, Literal

from ...source.document import Where
from ..schema import Entity, Text
from .base import Block


class Acknowledgment(Block):
    """Where readers say that they have read a page, a section or the whole: with what changed since they last did."""

    kind: ClassVar[str] = "acknowledgment"
    links_on_paper: ClassVar[bool] = False
    shown_again: ClassVar[bool] = False


class Contacts(Block):
    """The people and places to turn to, of the organization profile."""

    kind: ClassVar[str] = "contacts"
    links_on_paper: ClassVar[bool] = False


class Downloads(Block):
    """The pocket guide in all its formats, to download."""

    kind: ClassVar[str] = "downloads"


class Glossary(Block):
    """The list of all terms (docs/_data/glossary.yml)."""

    kind: ClassVar[str] = "glossary"
    shown_again: ClassVar[bool] = False

    def is_prose(self, where: Where) -> bool:
        """Of the terms in that file."""
        return where[-1] == "means"


class Handouts(Block):
    """Every quiz of the bank as files to download."""

    kind: ClassVar[str] = "handouts"


class Progress(Block):
    """The reader's own progress over the whole bank, as far as this browser knows it, and the list of all quizzes."""

    kind: ClassVar[str] = "progress"


class Quizzes(Block):
    """All quizzes of quizzes.yml that have a place in the guide, to choose from."""

    kind: ClassVar[str] = "quizzes"
    links_on_paper: ClassVar[bool] = False


class Reports(Block):
    """What the reader has said about pages, as far as this browser knows it: to copy, to email, to remove."""

    kind: ClassVar[str] = "reports"
    links_on_paper: ClassVar[bool] = False
    shown_again: ClassVar[bool] = False


class Roster(Block):
    """Matches a list of staff with what they signed, in the browser alone: who is missing, by role."""

    kind: ClassVar[str] = "roster"
    links_on_paper: ClassVar[bool] = False
    shown_again: ClassVar[bool] = False


class Sheet(Block):
    """The reader's own sheet: the lines to say that they gathered from the pages, in their order, to print."""

    kind: ClassVar[str] = "sheet"
    links_on_paper: ClassVar[bool] = False
    shown_again: ClassVar[bool] = False


class Shortcuts(Block):
    """Tells the keys, and lets the reader switch them off."""

    kind: ClassVar[str] = "shortcuts"


class Standards(Block):
    """The table of service standards, of the organization profile."""

    kind: ClassVar[str] = "standards"


class Topic(Entity):
    """A tag, and what its pages are for."""

    tag: Text
    """The tag, as pages have it."""
    note: Text | None = None
    """When its pages help."""


class Topics(Block):
    """A list of pages for each tag: first the tags that it names, in its order, then the others by letter."""

    kind: ClassVar[str] = "topics"
    names: ClassVar[frozenset[str]] = frozenset({"tag"})
    links_on_paper: ClassVar[bool] = False

    tags: list[Topic] = []


class Workshop(Block):
    """A tool that runs the library in the reader's browser."""

    kind: ClassVar[str] = "workshop"
    names: ClassVar[frozenset[str]] = frozenset({"tool"})
    shown_again: ClassVar[bool] = False

    tool: Literal["test", "edit", "pocket", "results"]
    """test: make a test of the bank; edit: try a change to a page, a question or a list; pocket: make a mini guide;
    results: mark the answers to a test."""
