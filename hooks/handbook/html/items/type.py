"""Items answered by typing, on a page."""

from __future__ import annotations

import json
from xml.etree.ElementTree import Element

from markdown.util import AtomicString

from ...model.answers import Accepted
from ...model.shapes import Type
from ..build import el
from ..parts import labeled
from .base import ItemPlace


def type_line() -> list[Element]:
    """A line to type or write on."""
    line = el("input", type="text", autocomplete="off", autocapitalize="off", spellcheck="false")
    return [el("p", el("label", AtomicString("Your answer"), " ", line), class_="hb-line")]


def answer_type(shape: Type, place: ItemPlace) -> list[Element | None]:
    """What is accepted, then the answers that are nearly right. Patterns are not for reading.

    The browser code finds what is accepted in `data-accept`, what is nearly right in `data-near`.
    """
    accepted = [_filled(answer, place) for answer in shape.accept]
    near = [
        place.reason(labeled("said", "Not quite", AtomicString(text)), answer.why, data_near=text)
        for answer in shape.near
        for text in [place.filled(answer.text)]
    ]
    first, *others = [answer.reads for answer in accepted if answer.reads] or ["See the explanation below."]
    key = labeled("key", "Right answer", AtomicString(first))
    assert key is not None
    key.set("data-accept", json.dumps([answer.model_dump(exclude_defaults=True) for answer in accepted]))
    return [
        key,
        labeled("also", "Also right", AtomicString(" · ".join(others))),
        el("ul", *near, class_="hb-reasons") if near else None,
    ]


def _filled(answer: Accepted, place: ItemPlace) -> Accepted:
    """An accepted answer, its placeholders filled as in the texts around it."""
    return answer.model_copy(update={"text": place.filled(answer.text)}) if answer.text else answer
