"""A self-check on a page: questions with room to answer, then the answers and reasons."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown.util import AtomicString

from ..assembly import Form, fixed_questions
from ..model.blocks import Quiz
from ..model.dates import edition_in_words
from .build import el
from .context import Context
from .items import ItemPlace
from .parts import frame, noted, style
from .question import QuestionInQuiz, answer, numbered, question

_FEW = 2
"""Questions that are asked below each other: fewer than with the first make a quiz that is asked one at a time."""
_MANY = 50
"""Questions that a browser lays out at once; of more, only those near to what is seen."""


def render(block: Quiz, context: Context) -> Element:
    """The quiz as a section. The search index has title and summary of a listed quiz, not its questions and answers.

    An item that needs a value of the profile that is still empty is left out. Ids of parts join the ids of directive
    and item by two dashes, which neither holds: an item may stand in several quizzes of a page.
    """
    askable = fixed_questions(block, context.handbook.bank, context.handbook.profile)
    handbook = context.handbook
    questions = numbered(askable, ItemPlace(block.id, handbook.profile, handbook.guide, context.link))
    form = context.handbook.bank.quizzes.get(block.quiz or "", (None,))[0]
    own_page = form is not None and form.page == context.page  # which begins with the summary
    summary = noted("quiz-summary", form.summary if form and not own_page else None)
    parts = (
        _parts(questions, block, context) if questions else [el("p", AtomicString("There is no question here yet."))]
    )
    box = frame(
        block,
        context,
        style("quiz", context),
        summary,
        *parts,
        data_quiz=block.id,
        data_mode=block.mode or (form.mode if form else "practice"),
        data_check=not block.quiz,
        data_form=block.quiz or block.id,
        data_content=Form(block.id, "", 1, tuple(askable)).digest,
        data_edition=edition_in_words(context.handbook.edition),
        data_many=len(questions) > _MANY,
    )
    if block.items:  # a self-check of its page: found as the page, not under a heading that recurs on every page
        box[0].set("data-search-exclude", "")
    return box


def _parts(questions: list[QuestionInQuiz], block: Quiz, context: Context) -> Iterator[Element]:
    answers_id = f"{block.id}---answers"
    below = el("a", AtomicString("answers and reasons"), href=f"#{answers_id}")
    yield el(
        "p", "Answer first. Then compare with the ", below, " below.", class_="hb-quiz-intro", data_search_exclude=True
    )
    yield el("div", *question_list(questions), class_="hb-quiz-questions", data_search_exclude=True)
    title = el("strong", AtomicString("Answers and reasons"))
    yield el(
        "section",
        # Not an h-element: it would stand in the contents of the page once for every quiz.
        el("p", title, role="heading", aria_level=str(min(context.level + 1, 6)), id=answers_id),
        *map(answer, questions),
        class_="hb-quiz-answers",
        data_search_exclude=True,
    )


def question_list(questions: list[QuestionInQuiz]) -> Iterator[Element]:
    """The questions with room to answer. All but the first of many stand in a part that waits for the script.

    The script asks one at a time, so the others need not be shown before it has come; without it, they are.
    """
    first, *others = map(question, questions)
    yield first
    if len(others) < _FEW:
        yield from others
    else:
        yield el("div", *others, class_="hb-rest")
