"""The terms of the handbook and what they mean."""

from __future__ import annotations

from ..source.names import slug
from .schema import Entity, Text, Texts


class Term(Entity):
    """A term, its meaning, its other names and the page that tells more (path from docs)."""

    term: Text
    """The word, as the pages write it."""
    means: Text
    """What it means, in one or two sentences."""
    also: Texts = []
    """Other names for it."""
    see: Text | None = None
    """The page that tells more: its path below docs/."""

    @property
    def anchor(self) -> str:
        """Where its entry stands on the glossary's page."""
        return f"term-{slug(self.term)}"

    @property
    def names(self) -> tuple[str, ...]:
        """All names it is known by."""
        return (self.term, *self.also)
