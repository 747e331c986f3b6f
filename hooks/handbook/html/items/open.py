"""Items answered in other ways, on a page: short, scenario, reflect."""

from __future__ import annotations

import json
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown.util import AtomicString

from ...model.items import SCALES, Accepted, Choice, Point, Prompt, Reflect, Scenario, Short
from ..build import el
from ..parts import labeled
from .base import Place, lead

_RATINGS = ("Poor choice", "Weak choice", "Good choice", "Best choice")
_VERDICTS = {"good": "A good end.", "fair": "A fair end.", "poor": "A poor end."}


def type_answer(_item: Short, _place: Place) -> list[Element]:
    """A line to type or write on."""
    line = el("input", type="text", autocomplete="off", autocapitalize="off", spellcheck="false")
    return [el("p", el("label", AtomicString("Your answer"), " ", line), class_="hb-line")]


def answer_short(item: Short, place: Place) -> list[Element | None]:
    """What is accepted, then the answers that are nearly right. Patterns are not for reading.

    The browser code finds what is accepted in `data-accept`, what is nearly right in `data-near`.
    """
    accepted = [_filled(answer, place) for answer in item.accept]
    near = [
        place.reason(labeled("said", "Not right", AtomicString(text)), answer.why, data_near=text)
        for answer in item.near
        for text in [place.filled(answer.text)]
    ]
    first, *others = [*filter(None, map(_readable, accepted))] or ["It is told below."]
    key = labeled("key", "Right answer", AtomicString(first))
    assert key is not None
    key.set("data-accept", json.dumps([answer.model_dump(exclude_defaults=True) for answer in accepted]))
    return [
        key,
        labeled("also", "Also right", AtomicString(" · ".join(others))),
        el("ul", *near, class_="hb-reasons") if near else None,
    ]


def tell_story(item: Scenario, place: Place) -> list[Element]:
    """The points of the story by number, each choice with the number to go to; the ends last."""
    numbers = _numbers(item)
    points = (
        el(
            "li",
            el("p", place.text(item.nodes[name].text)),
            el("ul", *(_way(choice, numbers[choice.go], place) for choice in item.nodes[name].choices)),
            id=_point_id(place, numbers[name]),
            data_point=str(numbers[name]),
        )
        for name in numbers
        if name in item.nodes
    )
    ends = (
        el(
            "li",
            labeled("end", "The end", place.text(item.endings[name].text)),
            id=_point_id(place, numbers[name]),
            data_point=str(numbers[name]),
            data_end=item.endings[name].verdict,
        )
        for name in numbers
        if name in item.endings
    )
    return [el("ol", *points, *ends, class_="hb-story")]


def answer_scenario(item: Scenario, place: Place) -> list[Element | None]:
    """The best way through, then every choice with how good it is and why, then what each end is worth."""
    numbers = _numbers(item)
    best = el("ol", *(el("li", place.text(choice.text)) for choice in _best_way(item)))
    content: list[Element | None] = [lead("Best way through"), best]
    for name, number in numbers.items():
        if name in item.nodes:
            content += [lead(f"At {number}"), _ratings(item.nodes[name], number, place)]
        else:
            content.append(labeled("worth", f"At {number}", _VERDICTS[item.endings[name].verdict]))
    return content


def rate_prompts(item: Reflect, place: Place) -> list[Element]:
    """The statements, each with a scale to mark or room to write."""
    if not SCALES[item.scale]:
        return [_room(prompt, place) for prompt in item.prompts]
    return [_scale(prompt, SCALES[item.scale], place) for prompt in item.prompts]


def advise(item: Reflect, place: Place) -> list[Element | None]:
    """The advice for each answer to each statement."""
    content: list[Element | None] = [el("p", "There is no right answer here.")]
    for prompt in item.prompts:
        if prompt.advice:
            advice = (
                el("li", labeled("advice", _in_words(answer), place.text(text)), data_advice=answer)
                for answer, text in prompt.advice.items()
            )
            content += [el("p", el("span", place.text(prompt.text))), el("ul", *advice, data_about=prompt.ident)]
    return content


def _filled(answer: Accepted, place: Place) -> Accepted:
    """An accepted answer, its placeholders filled as in the texts around it."""
    return answer.model_copy(update={"text": place.filled(answer.text)}) if answer.text else answer


def _readable(answer: Accepted) -> str | None:
    if answer.number is None:
        return answer.text
    low, high = answer.number - answer.tol, answer.number + answer.tol
    number = f"{low:g} to {high:g}" if answer.tol else f"{answer.number:g}"
    return f"{number} {answer.unit}" if answer.unit else number


def _numbers(item: Scenario) -> dict[str, int]:
    names = dict.fromkeys([item.start, *item.nodes, *item.endings])
    return {name: number for number, name in enumerate(names, start=1)}


def _point_id(place: Place, number: int) -> str:
    return f"{place.name}--{number}"


def _way(choice: Choice, number: int, place: Place) -> Element:
    leads = el("a", AtomicString(f"go to {number}"), href=f"#{_point_id(place, number)}")
    return el("li", el("span", place.text(choice.text)), " → ", leads, data_option=choice.ident, data_go=str(number))


def _best_way(item: Scenario) -> Iterator[Choice]:
    name = item.start
    while name in item.nodes:
        best = max(item.nodes[name].choices, key=lambda choice: choice.rating)
        yield best
        name = best.go


def _ratings(point: Point, number: int, place: Place) -> Element:
    entries = (
        place.reason(
            labeled("said", _RATINGS[choice.rating], place.text(choice.text)),
            choice.why,
            data_option=choice.ident,
            data_rating=str(choice.rating),
        )
        for choice in point.choices
    )
    return el("ul", *entries, class_="hb-reasons", data_at=str(number))


def _room(prompt: Prompt, place: Place) -> Element:
    box = el("textarea", rows="3")
    label = el("label", el("span", place.text(prompt.text)), " ", box)
    return el("div", label, class_="hb-room", data_option=prompt.ident)


def _scale(prompt: Prompt, answers: tuple[str, ...], place: Place) -> Element:
    name = f"{place.name}--{prompt.ident}"
    choices = (
        el("li", el("label", el("input", type="radio", name=name, value=answer), " ", AtomicString(_in_words(answer))))
        for answer in answers
    )
    return el(
        "fieldset",
        el("legend", place.text(prompt.text)),
        el("ul", *choices, class_="hb-options"),
        class_="hb-scale",
        data_option=prompt.ident,
    )


def _in_words(answer: str) -> str:
    return answer.replace("-", " ").capitalize()
