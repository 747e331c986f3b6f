"""Renders the list of all quizzes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from ..book.read import Handbook
from ..model.blocks import Quiz, Quizzes
from ..model.forms import QuizForm
from .build import el
from .context import Context
from .parts import frame, noted


@dataclass(frozen=True, slots=True)
class PlacedQuiz:
    """A quiz of quizzes.yml in the guide: what it is called there, the id of its box, and where a link to it leads."""

    form: QuizForm
    title: str
    box: str
    target: str


def placed_quizzes(handbook: Handbook) -> Iterator[PlacedQuiz]:
    """All that are in the guide, in the order of quizzes.yml."""
    guide = handbook.guide
    placed = [(one, block) for one in guide.blocks.values() if isinstance(block := one.block, Quiz) and block.quiz]
    for name, (form, _, _) in handbook.bank.quizzes.items():
        for one, block in placed:
            if block.quiz == name:
                if guide.page_of(one).generated:
                    yield PlacedQuiz(form, form.title, block.id, one.page)
                else:
                    yield PlacedQuiz(form, block.title, block.id, f"{one.page}#{block.id}")


def render(block: Quizzes, context: Context) -> Element:
    """A list of links, each with what the quiz is about and how long it takes. It looks like cards."""
    cards = (_card(quiz, context) for quiz in placed_quizzes(context.handbook))
    box = frame(block, context, el("ul", *cards))
    box.set("class", "hb hb-cards")
    return box


def _card(quiz: PlacedQuiz, context: Context) -> Element:
    about = " ".join(part for part in (quiz.form.summary, quiz.form.about_time) if part)
    link = el("a", quiz.title, href=context.link(quiz.target))
    return el("li", el("p", link), noted("note", about))
