"""The terms of the handbook."""

from __future__ import annotations

from typing import ClassVar

from .base import Block


class Glossary(Block):
    """The list of all terms (docs/_data/glossary.yml)."""

    kind: ClassVar[str] = "glossary"
