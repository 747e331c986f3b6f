"""Renders cards."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from ..model.blocks import Card, Cards
from .build import el
from .context import Context
from .parts import frame, noted


def render(block: Cards, context: Context) -> Element:
    """A list of links, each with a line about it."""
    return frame(block, context, el("ul", *map(_card, block.items)))


def _card(card: Card) -> Element:
    return el("li", el("p", el("a", card.text, href=card.link)), noted("note", card.note))
