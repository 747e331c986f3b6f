"""The keys that work on every page."""

from __future__ import annotations

from typing import ClassVar

from .base import Block


class Shortcuts(Block):
    """Tells the keys, and lets the reader switch them off."""

    kind: ClassVar[str] = "shortcuts"
