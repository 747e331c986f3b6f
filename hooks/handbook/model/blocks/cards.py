"""A grid of links."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from ..schema import Entity, Text
from .base import Block


class Card(Entity):
    """A link to a page (path relative to this page, with an anchor if wanted), its label and a line about it.

    `icon` names a drawing in docs/assets/icons.
    """

    link: Text
    text: Text
    note: Text | None = None
    icon: Text | None = None


class Cards(Block):
    """Links to choose from."""

    kind: ClassVar[str] = "cards"
    names: ClassVar[frozenset[str]] = frozenset({"link", "icon"})
    links_on_paper: ClassVar[bool] = False

    items: list[Card] = Field(min_length=1)
