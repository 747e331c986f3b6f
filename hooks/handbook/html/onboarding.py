"""Renders an onboarding: how far one is in its lists, the quizzes to pass, and the lines to sign on paper."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown.util import AtomicString

from ..book.county import county
from ..model.blocks import Checklist, Onboarding
from ..model.dates import edition_in_words
from .build import el
from .context import Context
from .parts import frame, list_title, style
from .quizzes import placed_quizzes

LIST, DATE = "List", "Date"


def render(block: Onboarding, context: Context) -> Element:
    """The lists and quizzes as links, which a script completes with how far one is; then a table to sign."""
    owner = county(context.handbook)
    quizzes = list(_quizzes(block, context))
    return frame(
        block,
        context,
        style("progress", context),
        style("onboarding", context),
        el("ul", *_lists(block, context), class_="hb-onboarding-lists"),
        list_title("Quizzes to pass") if quizzes else None,
        el("ul", *quizzes, class_="hb-quizzes") if quizzes else None,
        _signatures(block, context),
        data_onboarding=block.id,
        data_edition=edition_in_words(context.handbook.edition),
        data_county=owner.name,
        data_seal=owner.seal and context.link(owner.seal),
    )


def _lists(block: Onboarding, context: Context) -> Iterator[Element]:
    """Each list that is there, by its title."""
    for name in block.lists:
        placed = context.handbook.guide.blocks.get(name)
        if placed and isinstance(placed.block, Checklist):
            link = el("a", placed.block.title, href=context.link(f"{placed.page}#{name}"))
            count = len(placed.block.items)
            amount = el("span", f"{count} item{'s' * (count != 1)}", class_="hb-note")
            yield el("li", link, " ", amount, data_list=name)


def _quizzes(block: Onboarding, context: Context) -> Iterator[Element]:
    """Each quiz that has a place in the guide, in the order of the box."""
    there = {quiz.form.id: quiz for quiz in placed_quizzes(context.handbook)}
    for quiz in (there[name] for name in block.quizzes if name in there):
        link = el("a", quiz.title, href=context.link(quiz.target))
        yield el("li", link, data_of=quiz.box, data_pass=str(quiz.form.certificate_mark))


def _signatures(block: Onboarding, context: Context) -> Element:
    """A row to sign for each list. On a screen it is of no use, so it is only printed."""
    columns = [LIST, *block.signs, DATE]
    head = el("tr", *(el("th", column, scope="col") for column in columns))
    blocks = (context.handbook.guide.blocks.get(name) for name in block.lists)
    rows = (
        el("tr", el("th", placed.block.title, scope="row"), *(el("td") for _ in columns[1:]))
        for placed in blocks
        if placed
    )
    caption = el("caption", AtomicString("Signatures"))
    table = el("table", caption, el("thead", head), el("tbody", *rows))
    return el("div", table, class_="hb-signatures", data_search_exclude=True)
