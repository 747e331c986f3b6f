"""Items answered by choosing, on a page."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from ...model.shapes import Choose
from ..build import el
from ..parts import labeled
from .base import ItemPlace, lead


def choose(shape: Choose, place: ItemPlace) -> list[Element]:
    """The answers, of which one or any number can be chosen."""
    kind = "radio" if shape.single else "checkbox"
    entries = (
        el(
            "li",
            el(
                "label",
                el("input", type=kind, name=place.name, value=answer.ident),
                " ",
                el("span", place.text(answer.text)),
            ),
            data_option=answer.ident,
        )
        for answer in shape.answers
    )
    return [el("ul", *entries, class_="hb-options")]


def answer_choose(shape: Choose, place: ItemPlace) -> list[Element | None]:
    """What is right, then every answer with its reason."""
    right = [place.text(answer.text) for answer in shape.right]
    if len(right) == 1:
        return [labeled("key", "Right answer" if shape.truth else "Best answer", right[0]), _reasons(shape, place)]
    return [lead("Right answers"), el("ul", *(el("li", text) for text in right)), _reasons(shape, place)]


def _reasons(shape: Choose, place: ItemPlace) -> Element:
    entries = (
        place.reason(
            labeled("said", "Right" if answer.right else "Not this one", place.text(answer.text)),
            answer.why,
            data_option=answer.ident,
            data_right="true" if answer.right else None,
        )
        for answer in shape.answers
    )
    return el("ul", *entries, class_="hb-reasons")
