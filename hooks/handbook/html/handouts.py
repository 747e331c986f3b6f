"""Renders the files of the quizzes."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown.util import AtomicString

from ..assembly import draw
from ..model.blocks import Handout, HandoutRow, Handouts, HandoutTable, Way
from .build import el
from .context import Context
from .downloads import size_in_words
from .parts import frame
from .quizzes import placed_quizzes

NONE_YET = "The files are not made yet."
ON_SITE = Way(
    "site",
    "On this site",
    "Send your team the link. The quiz opens as a test: nothing is marked before the end, and nobody's result is sent.",
)
OPEN = "Open as a test"


def render(block: Handouts, context: Context) -> Element:
    """What each way to give a quiz is for, then every quiz with its files, folded."""
    table = context.handouts
    if table is None:
        return frame(block, context, el("p", AtomicString(NONE_YET)))
    ways = (el("li", el("strong", AtomicString(f"{way.title}:")), " ", way.about) for way in (ON_SITE, *table.ways))
    tests = dict(_tests(context))
    quizzes = (_quiz(row, block, table.ways, context, tests.get(row.quiz)) for row in table.rows)
    return frame(block, context, el("ul", *ways), el("div", *quizzes), *_below(table, context))


def _tests(context: Context) -> Iterator[tuple[str, str]]:
    """Where each quiz of the guide is asked as a test: its form code is in the address, and the page verifies it."""
    handbook = context.handbook
    for quiz in placed_quizzes(handbook):
        code = draw(handbook.bank, handbook.profile, quiz.form, quiz.form.id).forms[0].code
        path, mark, anchor = context.link(quiz.target).partition("#")
        yield quiz.form.id, f"{path}?code={code}{mark}{anchor}"


def _quiz(row: HandoutRow, block: Handouts, ways: tuple[Way, ...], context: Context, test: str | None) -> Element:
    """What there is of a quiz, folded under its title. A link to its id opens it, for the id is inside."""
    code = el("p", AtomicString("Form code: "), el("code", AtomicString(row.code)), class_="hb-note")
    site = [el("dt", AtomicString(ON_SITE.title)), el("dd", el("a", AtomicString(OPEN), href=test))] if test else []
    others = (part for way in ways for part in _way(way, row, context))
    return el(
        "details",
        el("summary", context.plain(row.title)),
        el("p", AtomicString(row.about), class_="hb-note", id=f"{block.id}-{row.quiz}"),
        code if row.code else None,
        el("dl", *site, *others),
    )


def _way(way: Way, row: HandoutRow, context: Context) -> Iterator[Element]:
    content = list(_cell(row, way.format, context))
    if content:
        yield el("dt", AtomicString(way.title))
        yield el("dd", *content)


def _cell(row: HandoutRow, form: str, context: Context) -> Iterator[Element]:
    yield from (el("p", _link(file, context)) for file in row.files.get(form, ()))
    if form in row.notes:
        yield el("p", AtomicString(row.notes[form]), class_="hb-note")


def _below(table: HandoutTable, context: Context) -> Iterator[Element]:
    if table.report:
        yield el("p", _link(table.report, context))
    yield el("p", AtomicString(f"Edition: {table.edition}."), class_="hb-note")


def _link(file: Handout, context: Context) -> Element:
    """A link with kind and size in its own words, as WCAG technique G201 has it."""
    words = f"{file.holds} ({file.kind}, {size_in_words(file.size)})"
    return el("a", AtomicString(words), href=context.link(file.address))
