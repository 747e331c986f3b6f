"""One question of a self-check on a page, and its answer."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from markdown.util import AtomicString

from ..model.items import Item
from .build import el, exact
from .items import ItemPlace, answer_parts, how_to_answer, question_parts
from .items.base import lead
from .parts import noted

_SHORT = 60


@dataclass(frozen=True, slots=True)
class QuestionInQuiz:
    """An item, its number in the quiz and where it stands. Ids of parts join those before them by two dashes.

    `linked` tells whether question and answer lead to each other, as they do on a page that shows both.
    """

    item: Item
    number: int
    place: ItemPlace
    linked: bool = True

    @property
    def question_id(self) -> str:
        """The id of the question in the page."""
        return self.place.name

    @property
    def answer_id(self) -> str:
        """The id of its answer in the page."""
        return f"{self.place.name}--answer"


def numbered(items: Iterable[Item], quiz: ItemPlace, *, linked: bool = True) -> list[QuestionInQuiz]:
    """The items of a quiz in order, each in a place of its own within that of the quiz."""
    return [
        QuestionInQuiz(item, number, replace(quiz, name=f"{quiz.name}--{item.id}"), linked)
        for number, item in enumerate(items, start=1)
    ]


def question(entry: QuestionInQuiz) -> Element:
    """The question with room to answer. Its data attributes tell the browser code what it is."""
    item = entry.item
    how = how_to_answer(item.shape())
    stem = el("span", entry.place.text(item.stem), class_="hb-stem")
    hints = (
        el("details", el("summary", AtomicString(f"Hint {at}")), el("p", entry.place.text(hint)), class_="hb-hint")
        for at, hint in enumerate(item.hints, start=1)
    )
    to_answer = el("a", AtomicString(f"{_name(item)} {entry.number}"), href=f"#{entry.answer_id}")
    return el(
        "fieldset",
        el(
            "legend",
            el("span", AtomicString(f"{entry.number}."), class_="hb-number"),
            " ",
            stem,
            " ",
            el("span", AtomicString(how), class_="hb-how") if how else None,
        ),
        *question_parts(item, entry.place),
        *hints,
        el("p", to_answer, class_="hb-to-answer") if entry.linked else None,
        class_="hb-item",
        id=entry.question_id,
        data_item=item.id,
        data_type=item.kind,
        data_rev=str(item.rev),
        data_fingerprint=item.fingerprint,
        data_points=str(item.points),
        data_score=getattr(item, "score", None),
        data_topics="\n".join(map(entry.place.guide.topic, item.tags)) or None,
    )


def answer(entry: QuestionInQuiz) -> Element:
    """What is right and why, behind a disclosure."""
    item = entry.item
    short = _shortened(entry.place.words(item.stem))
    back = el("a", AtomicString(f"Back to question {entry.number}"), href=f"#{entry.question_id}")
    return el(
        "details",
        el("summary", exact(f"{_name(item)} {entry.number}: {short}")),
        *answer_parts(item, entry.place),
        noted("explain", entry.place.text(item.explain or "")),
        _read_more(item, entry.place),
        el("p", back, class_="hb-to-question") if entry.linked else None,
        class_="hb-answer",
        id=entry.answer_id,
        data_answer=item.id,
    )


def _shortened(text: str) -> str:
    short = textwrap.shorten(text, _SHORT, placeholder="")
    return text if short == text else short.rstrip(" .,;:") + "…"


def _name(item: Item) -> str:
    return "Answer" if item.scored else "Advice"


def _read_more(item: Item, place: ItemPlace) -> Element | None:
    destinations = (there for ref in item.refs if (there := place.guide.destination(ref)))
    links = [el("a", place.plain(there.title), href=place.link(there.path)) for there in destinations]
    if not links:
        return None
    entries = el("ul", *(el("li", link) for link in links))
    return el("div", lead("Read more"), entries, class_="hb-refs")
