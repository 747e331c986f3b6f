"""Renders a worksheet."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from ..model.blocks import SheetField, Worksheet
from .build import el
from .context import Context
from .parts import frame, style

WARNING = (
    "A sheet that is printed or saved at work may become a record that others can ask to see. "
    "Keep private notes off it."
)


def render(block: Worksheet, context: Context) -> Element:
    """Labeled fields, to fill in on the page or on paper. A script keeps what is typed, and saves it as a file."""
    fields = (_field(field, f"{block.id}-{field.key}") for field in block.fields)
    warning = el("p", WARNING, class_="hb-warning")
    return frame(block, context, style("worksheet", context), *fields, warning, data_worksheet=block.id)


def _field(field: SheetField, name: str) -> Element:
    if field.type in ("choose", "narrow"):
        return _group(field, name)
    control = el("textarea", rows="4") if field.type == "area" else el("input", type=field.type)
    control.set("id", name)
    if field.note:
        control.set("aria-describedby", f"{name}-note")
    parts = (el("label", field.label, for_=name), _note(field, name), control)
    return el("div", *parts, class_=f"hb-field hb-{field.type}", data_key=field.key)


def _group(field: SheetField, name: str) -> Element:
    box = "radio" if field.type == "choose" else "checkbox"
    options = (
        el("li", el("label", el("input", type=box, name=name, value=o), " ", el("span", o))) for o in field.options
    )
    rounds = (_round(many, name, at) for at, many in enumerate(field.to) if at)
    first = el("p", f"Tick {field.to[0]}.", class_="hb-round") if field.to else None
    parts = (el("legend", field.label), _note(field, name), first, el("ul", *options), *rounds)
    attributes = {"data_key": field.key, "data_to": " ".join(map(str, field.to)) or None}
    return el("fieldset", *parts, class_=f"hb-field hb-{field.type}", **attributes)


def _round(many: int, name: str, at: int) -> Element:
    """The lines for the entries that are left after a further round."""
    label = f"{name}-round-{at}"
    lines = (el("li", el("input", type="text", aria_labelledby=label)) for _ in range(many))
    return el(
        "div", el("p", f"Now keep {many} of them.", id=label, class_="hb-round"), el("ol", *lines), class_="hb-kept"
    )


def _note(field: SheetField, name: str) -> Element | None:
    return el("p", field.note, class_="hb-note", id=f"{name}-note") if field.note else None
