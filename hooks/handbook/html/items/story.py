"""Items that are a story to go through, on a page."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown.util import AtomicString

from ...model.shapes import Story, StoryChoice, StoryPoint
from ..build import el
from ..parts import labeled
from .base import ItemPlace, lead

_RATINGS = ("Poor choice", "Weak choice", "Good choice", "Best choice")
_VERDICTS = {"good": "A good end.", "fair": "A fair end.", "poor": "A poor end."}


def tell_story(shape: Story, place: ItemPlace) -> list[Element]:
    """The points of the story by number, each choice with the number to go to; the ends last."""
    points = (
        el(
            "li",
            el("p", place.text(point.text)),
            el("ul", *(_choice(choice, place) for choice in point.choices)),
            id=_point_id(place, point.number),
            data_point=str(point.number),
        )
        for point in shape.points
    )
    ends = (
        el(
            "li",
            labeled("end", "The end", place.text(end.text)),
            id=_point_id(place, end.number),
            data_point=str(end.number),
            data_end=end.verdict,
        )
        for end in shape.ends
    )
    return [el("ol", *points, *ends, class_="hb-story")]


def answer_story(shape: Story, place: ItemPlace) -> list[Element | None]:
    """The best way through, then every choice with how good it is and why, then what each end is worth."""
    way, _ = shape.best_way()
    content: list[Element | None] = [lead("Best way through")]
    content.append(el("ol", *(el("li", place.text(choice.text)) for choice in way)))
    for point in shape.points:
        content += [lead(f"At {point.number}"), _ratings(point, place)]
    content += (labeled("worth", f"At {end.number}", _VERDICTS[end.verdict]) for end in shape.ends)
    return content


def _point_id(place: ItemPlace, number: int) -> str:
    return f"{place.name}--{number}"


def _choice(choice: StoryChoice, place: ItemPlace) -> Element:
    leads = el("a", AtomicString(f"go to {choice.to}"), href=f"#{_point_id(place, choice.to)}")
    return el("li", el("span", place.text(choice.text)), " → ", leads, data_option=choice.ident, data_go=str(choice.to))


def _ratings(point: StoryPoint, place: ItemPlace) -> Element:
    entries = (
        place.reason(
            labeled("said", _RATINGS[choice.rating], place.text(choice.text)),
            choice.why,
            data_option=choice.ident,
            data_rating=str(choice.rating),
        )
        for choice in point.choices
    )
    return el("ul", *entries, class_="hb-reasons", data_at=str(point.number))
