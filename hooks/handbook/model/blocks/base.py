"""What every directive has."""

from __future__ import annotations

from typing import ClassVar

from ..schema import Entity, Slug, Text


class Block(Entity):
    """A directive: a code box whose language names its kind and whose body is YAML."""

    kind: ClassVar[str]

    id: Slug
    title: Text
