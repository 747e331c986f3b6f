"""What a reader has practiced."""

from __future__ import annotations

from typing import ClassVar

from .base import Block


class Progress(Block):
    """The reader's own progress over the whole bank, as far as this browser knows it, and the list of all quizzes."""

    kind: ClassVar[str] = "progress"
