"""Items answered by putting steps in order, on a page."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from ...model.shapes import Arrange, ArrangeStep, settled
from ..build import el
from ..parts import labeled
from .base import ItemPlace, lead


def arrange(item: str, shape: Arrange, place: ItemPlace) -> list[Element]:
    """The steps in another order than the right one, each with a box for its number. `item` is the item's id."""
    steps = shape.mixed(settled(item))
    return [el("ul", *(_step(step, len(steps), place) for step in steps), class_="hb-steps")]


def answer_arrange(shape: Arrange, place: ItemPlace) -> list[Element | None]:
    """The steps in the right order with their reasons. Those with the same `data-group` may swap."""
    steps = (
        place.reason(
            el("p", el("span", place.text(step.text))),
            step.why,
            data_option=step.ident,
            data_group=shape.steps[step.places[0] - 1].ident,
        )
        for step in shape.steps
    )
    swaps = (
        labeled("equal", "In any order", place.text(" · ".join(step.text for step in group))) for group in shape.swaps
    )
    return [lead("Best order"), el("ol", *steps, class_="hb-reasons"), *swaps]


def _step(step: ArrangeStep, count: int, place: ItemPlace) -> Element:
    number = el("input", type="number", min="1", max=str(count), inputmode="numeric")
    return el("li", el("label", number, " ", el("span", place.text(step.text))), data_option=step.ident)
