"""Renders the page of one's own progress: the quizzes to go to, and all questions, asleep, for the browser code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from markdown.util import AtomicString

from ..assembly import needs_value
from ..book.county import county
from ..model.blocks import Block, Progress
from ..model.dates import edition_in_words
from ..model.items import Item
from .build import el
from .context import Context
from .items import ItemPlace
from .parts import frame, style
from .question import QuestionInQuiz, answer, numbered, question
from .quizzes import placed_quizzes

VERSIONS = "versions"
"""What brings the versions of all questions: enough to work out which of those that were practiced are due."""


def practice_id(block: Block) -> str:
    """The id of the place where today's questions are practiced, of a box that shows one's progress."""
    return f"{block.id}--today"


def render(block: Progress, context: Context) -> Element:
    """The list of all quizzes. A script puts before it today's questions and what was practiced in this browser.

    Every scored question of the bank stands in a `template` element, which the build moves to a script of its own: so
    the review works where pages are opened as files, too. Those whose texts need an empty profile value are left out.
    """
    handbook = context.handbook
    owner = county(handbook)
    questions = numbered(_askable(context), ItemPlace(block.id, handbook.profile, handbook.guide, context.link))
    return frame(
        block,
        context,
        style("quiz", context),
        style("progress", context),
        el(
            "p",
            "What you practiced is known only to the browser you did it in, and this page needs its scripts to show it."
            " The quizzes work without.",
            class_="hb-needs-script",
        ),
        el("div", class_="hb-today", id=practice_id(block)),
        el("ul", *_quizzes(context), class_="hb-quizzes"),
        el("div", class_="hb-personal"),
        el(
            "template",
            el("div", *(_placed(each, context) for each in questions)),
            el("div", *map(answer, questions)),
            data_later="questions",
            data_search_exclude=True,
        ),
        el("template", _versions(questions), data_later=VERSIONS, data_search_exclude=True),
        data_progress=block.id,
        data_edition=edition_in_words(context.handbook.edition),
        data_county=owner.name,
        data_seal=owner.seal and context.link(owner.seal),
    )


def _askable(context: Context) -> Iterator[Item]:
    profile = context.handbook.profile
    return (item for item in context.handbook.bank.active if item.scored and not needs_value(item, profile))


def _versions(questions: Iterable[QuestionInQuiz]) -> AtomicString:
    """Id, revision and fingerprint of each question."""
    items = (question.item for question in questions)
    return AtomicString(" ".join(f"{item.id}:{item.rev}:{item.fingerprint}" for item in items))


def _placed(entry: QuestionInQuiz, context: Context) -> Element:
    element = question(entry)
    element.set("data-section", _section(entry.item, context))
    return element


def _section(item: Item, context: Context) -> AtomicString:
    """The title of the section that answers an item; of the page where that is in no section."""
    guide = context.handbook.guide
    for ref in item.refs:
        if there := guide.destination(ref):
            section = guide.section_of(there.page.path)
            return context.plain(section.title if section else there.page.title)
    return AtomicString("Other")


def _quizzes(context: Context) -> Iterator[Element]:
    """Every quiz of quizzes.yml where it is in the guide."""
    for quiz in placed_quizzes(context.handbook):
        link = el("a", quiz.title, href=context.link(quiz.target))
        yield el("li", link, data_of=quiz.box, data_pass=str(quiz.form.certificate_mark))
