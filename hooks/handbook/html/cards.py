"""Renders cards."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from ..model.blocks import Card, Cards
from .build import el
from .context import Context
from .icon import drawing
from .parts import frame, noted


def render(block: Cards, context: Context) -> Element:
    """A list of links, each with a line about it and, where it names one, a drawing."""
    return frame(block, context, el("ul", *(_card(card, context) for card in block.items)))


def _card(card: Card, context: Context) -> Element:
    icon = drawing(card.icon, context.handbook.root) if card.icon else None
    return el("li", icon, el("p", el("a", card.text, href=card.link)), noted("note", card.note))
