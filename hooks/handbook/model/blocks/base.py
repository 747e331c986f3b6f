"""What every directive has."""

from __future__ import annotations

from typing import ClassVar

from ...source.document import Where
from ..schema import Entity, Slug, Text


class Block(Entity):
    """A directive: a code box whose language names its kind and whose body is YAML."""

    kind: ClassVar[str]
    names: ClassVar[frozenset[str]] = frozenset()
    """The keys whose texts are names and addresses, not sentences."""
    links_on_paper: ClassVar[bool] = True
    """Whether a printed page lists where its links lead: not where they only lead on."""
    shown_again: ClassVar[bool] = True
    """Whether `show` can show it on another page."""

    id: Slug
    title: Text

    def is_prose(self, where: Where) -> bool:
        """Whether the text at a place of its document is to be read as sentences."""
        return not ({"id", "title", "key"} | self.names) & set(where)

    def is_spoken(self, where: Where) -> bool:
        """Whether the text at a place of its document is words to say."""
        del where
        return False

    @classmethod
    def may_speak(cls) -> bool:
        """Whether there may be words to say in a directive of this kind."""
        return cls.is_spoken is not Block.is_spoken
