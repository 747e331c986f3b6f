"""Items to reflect on, on a page."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown.util import AtomicString

from ...model.shapes import Reflect, ReflectPrompt, in_words
from ..build import el
from ..parts import labeled
from .base import ItemPlace


def reflect(shape: Reflect, place: ItemPlace) -> list[Element]:
    """The statements, each with a scale to mark or room to write."""
    return [_scale(prompt, shape.answers, place) if shape.answers else _room(prompt, place) for prompt in shape.prompts]


def advise(shape: Reflect, place: ItemPlace) -> list[Element | None]:
    """The advice for each answer to each statement."""
    content: list[Element | None] = [el("p", "There's no right or wrong here.")]
    for prompt in shape.prompts:
        if prompt.advice:
            advice = (
                el("li", labeled("advice", in_words(answer), place.text(text)), data_advice=answer)
                for answer, text in prompt.advice
            )
            content += [el("p", el("span", place.text(prompt.text))), el("ul", *advice, data_about=prompt.ident)]
    return content


def _room(prompt: ReflectPrompt, place: ItemPlace) -> Element:
    box = el("textarea", rows="3")
    label = el("label", el("span", place.text(prompt.text)), " ", box)
    return el("div", label, class_="hb-room", data_option=prompt.ident)


def _scale(prompt: ReflectPrompt, answers: tuple[str, ...], place: ItemPlace) -> Element:
    name = f"{place.name}--{prompt.ident}"
    choices = (
        el("li", el("label", el("input", type="radio", name=name, value=answer), " ", AtomicString(in_words(answer))))
        for answer in answers
    )
    return el(
        "fieldset",
        el("legend", place.text(prompt.text)),
        el("ul", *choices, class_="hb-options"),
        class_="hb-scale",
        data_option=prompt.ident,
    )
