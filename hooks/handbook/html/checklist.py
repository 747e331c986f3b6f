"""Renders a checklist, to tick or to read."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from ..model.blocks import Checklist, Tick
from .build import el
from .context import Context
from .parts import frame, noted


def render(block: Checklist, context: Context) -> Element:
    """A list of boxes to tick, or a plain list. The boxes work as they are; a script keeps the ticks."""
    if not block.tick:
        section = frame(block, context, el("ul", *(_line(tick) for tick in block.items)))
        section.set("class", "hb hb-points")
        return section
    return frame(block, context, el("ul", *(_box(tick) for tick in block.items)), data_checklist=block.id)


def _box(tick: Tick) -> Element:
    box = el("input", type="checkbox", data_key=tick.ident)
    return el("li", el("label", box, " ", el("span", tick.text)), _note(tick))


def _line(tick: Tick) -> Element:
    return el("li", el("span", tick.text), _note(tick))


def _note(tick: Tick) -> Element | None:
    return noted("note", tick.note, keep=tick.keep)
