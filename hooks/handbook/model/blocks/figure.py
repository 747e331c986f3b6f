"""A picture."""

from __future__ import annotations

from typing import ClassVar

from ..schema import Text
from .base import Block


class Figure(Block):
    """A picture: its file (path relative to the page), its alternative in words, and a line below it."""

    kind: ClassVar[str] = "figure"
    names: ClassVar[frozenset[str]] = frozenset({"src"})

    src: Text
    alt: Text
    caption: Text | None = None
