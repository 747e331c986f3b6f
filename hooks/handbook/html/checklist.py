"""Renders a checklist."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from ..model.blocks import Checklist, Tick
from .build import el
from .context import Context
from .parts import frame, noted


def render(block: Checklist, context: Context) -> Element:
    """A list of boxes to tick. They work as they are; a script keeps the ticks."""
    return frame(block, context, el("ul", *(_entry(tick) for tick in block.items)), data_checklist=block.id)


def _entry(tick: Tick) -> Element:
    box = el("input", type="checkbox", data_key=tick.ident)
    return el("li", el("label", box, " ", el("span", tick.text)), noted("note", tick.note))
