"""Items answered by choosing, on a page: single, multiple, truefalse."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from ...model.items import Multiple, Single, TrueFalse
from ..build import el
from ..parts import labeled
from .base import Place, lead


def choose_one(item: Single, place: Place) -> list[Element]:
    """The options, of which one can be chosen."""
    return [_options("radio", ((option.ident, option.text) for option in item.options), place)]


def choose_some(item: Multiple, place: Place) -> list[Element]:
    """The options, of which any can be chosen."""
    return [_options("checkbox", ((option.ident, option.text) for option in item.options), place)]


def choose_truth(_item: TrueFalse, place: Place) -> list[Element]:
    """True and false."""
    return [_options("radio", (("true", "True"), ("false", "False")), place)]


def answer_options(item: Single | Multiple, place: Place) -> list[Element | None]:
    """What is right, then every option with its reason."""
    right = [place.text(option.text) for option in item.options if option.right]
    options = [(option.ident, option.text, option.why, option.right) for option in item.options]
    if len(right) == 1:
        return [labeled("key", "Right answer", right[0]), _reasons(options, place)]
    return [lead("Right answers"), el("ul", *(el("li", text) for text in right)), _reasons(options, place)]


def answer_truth(item: TrueFalse, place: Place) -> list[Element | None]:
    """Which of the two is right, and the reason for each."""
    options = [("true", "True", item.why.true, item.answer), ("false", "False", item.why.false, not item.answer)]
    return [labeled("key", "Right answer", "True" if item.answer else "False"), _reasons(options, place)]


def _options(kind: str, options: Iterable[tuple[str, str]], place: Place) -> Element:
    entries = (
        el(
            "li",
            el("label", el("input", type=kind, name=place.name, value=ident), " ", el("span", place.text(text))),
            data_option=ident,
        )
        for ident, text in options
    )
    return el("ul", *entries, class_="hb-options")


def _reasons(options: Iterable[tuple[str, str, str, bool]], place: Place) -> Element:
    entries = (
        place.reason(
            labeled("said", "Right" if right else "Not right", place.text(text)),
            why,
            data_option=ident,
            data_right="true" if right else None,
        )
        for ident, text, why, right in options
    )
    return el("ul", *entries, class_="hb-reasons")
