"""A self-check on a page: questions with room to answer, then the answers and reasons."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from markdown.util import AtomicString

from ..model.blocks import Quiz
from ..model.items import Item
from .build import el
from .context import Context
from .items import SHEETS, Place
from .items.base import lead
from .parts import frame, noted

_SHORT = 60


@dataclass(frozen=True, slots=True)
class _Asked:
    item: Item
    number: int
    place: Place

    @property
    def question_id(self) -> str:
        return self.place.name

    @property
    def answer_id(self) -> str:
        return f"{self.place.name}--answer"


def render(block: Quiz, context: Context) -> Element:
    """The quiz as a section. Its questions and answers stay out of the search index; title and summary of a listed one are in.

    An item that needs a value of the profile that is still empty is left out. Ids of parts join the ids of directive
    and item by two dashes, which neither holds: an item may stand in several quizzes of a page.
    """
    asked = [
        _Asked(item, number, Place(context, f"{block.id}--{item.id}"))
        for number, item in enumerate(_askable(block, context), start=1)
    ]
    listed = context.handbook.bank.quizzes.get(block.quiz or "")
    summary = noted("quiz-summary", listed[0].summary if listed else None)
    parts = _parts(asked, block, context) if asked else [el("p", AtomicString("There is no question here yet."))]
    box = frame(block, context, summary, *parts, data_quiz=block.id)
    if block.items:  # a self-check of its page: found as the page, not under a heading that recurs on every page
        box[0].set("data-search-exclude", "")
    return box


def _askable(block: Quiz, context: Context) -> list[Item]:
    items = {item.id: item for item in context.handbook.bank.chosen(block)}
    return [item for item in items.values() if not context.handbook.profile.lacks(item.model_dump_json())]


def _parts(asked: list[_Asked], block: Quiz, context: Context) -> Iterator[Element]:
    answers_id = f"{block.id}---answers"
    below = el("a", AtomicString("answers and reasons"), href=f"#{answers_id}")
    yield el(
        "p", "Answer first. Then compare with the ", below, " below.", class_="hb-quiz-intro", data_search_exclude=True
    )
    yield el("div", *map(_question, asked), class_="hb-quiz-questions", data_search_exclude=True)
    title = el("strong", AtomicString("Answers and reasons"))
    yield el(
        "section",
        # Not an h-element: it would stand in the contents of the page once for every quiz.
        el("p", title, role="heading", aria_level=str(min(context.level + 1, 6)), id=answers_id),
        *map(_answer, asked),
        class_="hb-quiz-answers",
        data_search_exclude=True,
    )


def _question(asked: _Asked) -> Element:
    item, sheet = asked.item, SHEETS[asked.item.kind]
    how = el("span", AtomicString(sheet.how), class_="hb-how") if sheet.how else None
    stem = el("span", asked.place.text(item.stem), class_="hb-stem")
    hints = (
        el("details", el("summary", AtomicString(f"Hint {at}")), el("p", asked.place.text(hint)), class_="hb-hint")
        for at, hint in enumerate(item.hints, start=1)
    )
    to_answer = el("a", AtomicString(f"{_name(item)} {asked.number}"), href=f"#{asked.answer_id}")
    return el(
        "fieldset",
        el("legend", el("span", AtomicString(f"{asked.number}."), class_="hb-number"), " ", stem, " ", how),
        *sheet.question(item, asked.place),
        *hints,
        el("p", to_answer, class_="hb-to-answer"),
        class_="hb-item",
        id=asked.question_id,
        data_item=item.id,
        data_type=item.kind,
        data_rev=str(item.rev),
        data_fingerprint=item.fingerprint,
        data_points=str(item.points),
        data_score=getattr(item, "score", None),
    )


def _answer(asked: _Asked) -> Element:
    item = asked.item
    short = _shortened(asked.place.plain(item.stem))
    back = el("a", AtomicString(f"Back to question {asked.number}"), href=f"#{asked.question_id}")
    return el(
        "details",
        el("summary", AtomicString(f"{_name(item)} {asked.number}: {short}")),
        *SHEETS[item.kind].answer(item, asked.place),
        noted("explain", asked.place.text(item.explain or "")),
        _read_more(item, asked.place.context),
        el("p", back, class_="hb-to-question"),
        class_="hb-answer",
        id=asked.answer_id,
        data_answer=item.id,
    )


def _shortened(text: str) -> str:
    short = textwrap.shorten(text, _SHORT, placeholder="")
    return text if short == text else short.rstrip(" .,;:") + "…"


def _name(item: Item) -> str:
    return "Answer" if item.scored else "Advice"


def _read_more(item: Item, context: Context) -> Element | None:
    found = (reference for ref in item.refs if (reference := _reference(ref, context)))
    links = [el("a", context.plain(text), href=context.link(target)) for target, text in found]
    if not links:
        return None
    entries = el("ul", *(el("li", link) for link in links))
    return el("div", lead("Read more"), entries, class_="hb-refs")


def _reference(ref: str, context: Context) -> tuple[str, str] | None:
    """Where a reference leads, relative to docs, and its words. None where it leads nowhere: a problem elsewhere."""
    guide = context.handbook.guide
    placed = guide.blocks.get(ref)
    if placed and placed.block:
        return f"{placed.page}#{ref}", f"{guide.pages[placed.page].title}: {placed.block.title}"
    path, _, anchor = ref.partition("#")
    if path not in guide.pages:
        return None
    page = guide.pages[path]
    headings = (heading.text for heading in page.headings if heading.anchor == anchor)
    titles = (p.block.title for p in page.placed if p.block and p.block.id == anchor)
    return ref, ": ".join([page.title, *headings, *titles])
