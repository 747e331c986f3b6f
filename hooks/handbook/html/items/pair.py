"""Items answered by putting together what belongs together, on a page."""

from __future__ import annotations

from collections.abc import Sequence
from string import ascii_uppercase
from xml.etree.ElementTree import Element

from markdown.util import AtomicString

from ...model.shapes import Pair, Part, settled
from ..build import el
from .base import ItemPlace, lead


def pair(item: str, shape: Pair, place: ItemPlace) -> list[Element]:
    """The targets, under letters, then a choice of one for each entry. `item` is the item's id."""
    entries, targets = shape.mixed(settled(item))
    lettered = el(
        "ol",
        *(el("li", place.text(target.text), data_option=target.ident) for target in targets),
        class_="hb-targets",
        type="A",
    )
    rows = (
        el(
            "li",
            el("label", el("span", place.text(entry.text)), " ", _choice(targets, place)),
            data_option=entry.ident,
        )
        for entry in entries
    )
    return [lettered, el("ul", *rows, class_="hb-pairs")]


def answer_pair(shape: Pair, place: ItemPlace) -> list[Element | None]:
    """Every entry with its target and the reason."""
    entries = (
        place.reason(
            el(
                "p",
                el("span", place.text(entry.text)),
                " → ",
                el("strong", place.text(entry.target.text), class_="hb-target"),
            ),
            entry.why,
            data_option=entry.ident,
            data_to=entry.target.ident,
        )
        for entry in shape.entries
    )
    return [lead("What goes where" if shape.sorting else "What goes together"), el("ul", *entries, class_="hb-reasons")]


def _choice(targets: Sequence[Part], place: ItemPlace) -> Element:
    options = (
        el("option", AtomicString(f"{letter}. {place.plain(target.text)}"), value=target.ident)
        for letter, target in zip(ascii_uppercase, targets, strict=False)
    )
    return el("select", el("option", AtomicString("Choose"), value=""), *options)
