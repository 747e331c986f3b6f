"""The pages by their tags."""

from __future__ import annotations

from typing import ClassVar

from .base import Block


class Topics(Block):
    """A list of pages for each tag."""

    kind: ClassVar[str] = "topics"
