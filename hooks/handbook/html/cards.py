"""Renders cards."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from ..model.blocks import Card, Cards
from .build import el
from .context import Context
from .icon import drawing
from .parts import frame, noted


def render(block: Cards, context: Context) -> Element:
    """A list of links, each with a line about it and, where it names one, a drawing.

    One that leads to a quick card is a moment: it has the color of what it is for, and the first words to say there.
    Any other is a tool.
    """
    return frame(block, context, el("ul", *(_card(card, context) for card in block.items)))


def _card(card: Card, context: Context) -> Element:
    guide = context.handbook.guide
    icon = drawing(card.icon, context.handbook.root) if card.icon else None
    page = guide.page_at(context.page, card.link)
    link, note = el("p", el("a", card.text, href=card.link)), noted("note", card.note)
    if page is None or not guide.is_quick_card(page):
        return el("li", icon, link, note)
    say = next(guide.lines_to_say(page), None)
    words = el("p", el("q", context.spoken(say)), class_="hb-say") if say else None
    return el("li", icon, link, note, words, class_="hb-moment", data_hue=guide.hue_of(page))
