"""Renders a scene."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from ..model.blocks import Line, Scene
from .build import el
from .context import Context
from .parts import frame, list_title, noted
from .words import words


def render(block: Scene, context: Context) -> Element:
    """The setting, the lines in order, then what went well and what would be better."""
    critique = (_points(block, "well", "What went well"), _points(block, "better", "What would be better"))
    lists = el("div", *critique, class_="hb-lists") if block.well or block.better else None
    voices = list(dict.fromkeys(line.who for line in block.lines))
    spoken = (_line(line, voices.index(line.who), context) for line in block.lines)
    lines = el("ol", *spoken, class_="hb-dialogue")
    return frame(block, context, noted("setting", block.setting), lines, lists)


def _line(line: Line, voice: int, context: Context) -> Element:
    """Who speaks, and the words; the second person, and the fourth, stand on the other side."""
    who = el("strong", f"{line.who}:", class_="hb-who")
    says = words(line.says, context) if line.use else el("q", context.spoken(line.says))
    return el("li", who, " ", says, class_="hb-spoken", data_side="other" if voice % 2 else None)


def _points(block: Scene, name: str, label: str) -> Element | None:
    points: list[str] = getattr(block, name)
    if not points:
        return None
    title = list_title(label, f"{block.id}-{name}")
    items = el("ul", *(el("li", point) for point in points), aria_labelledby=f"{block.id}-{name}")
    return el("div", title, items, class_=f"hb-list hb-list-{name}")
