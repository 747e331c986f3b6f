"""Directives of other pages, shown again."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from ..schema import Slugs
from .base import Block


class Show(Block):
    """Shows directives again, by id: there is one source of their texts.

    `brief` is for a glance in a hard moment: what to do and what to say, in big type, without reasons and remarks.
    """

    kind: ClassVar[str] = "show"
    names: ClassVar[frozenset[str]] = frozenset({"of"})
    shown_again: ClassVar[bool] = False

    of: Slugs = Field(min_length=1)
    brief: bool = False
