"""Model to element tree: one module a kind of directive."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element

from ..model.blocks import Block
from . import (
    acknowledgment,
    cards,
    checklist,
    downloads,
    expectations,
    figure,
    glossary,
    handouts,
    huddle,
    news,
    onboarding,
    phrases,
    procedure,
    profile,
    progress,
    quiz,
    quizzes,
    reports,
    roster,
    scene,
    sheet,
    shortcuts,
    show,
    topics,
    worksheet,
    workshop,
)
from .context import Context
from .repetition import repeats_title
from .words import has_words

Renderer = Callable[..., Element]

RENDERERS: dict[str, Renderer] = {
    "acknowledgment": acknowledgment.render,
    "cards": cards.render,
    "checklist": checklist.render,
    "contacts": profile.render_contacts,
    "downloads": downloads.render,
    "expectations": expectations.render,
    "figure": figure.render,
    "glossary": glossary.render,
    "handouts": handouts.render,
    "huddle": huddle.render,
    "news": news.render,
    "onboarding": onboarding.render,
    "phrases": phrases.render,
    "procedure": procedure.render,
    "progress": progress.render,
    "quiz": quiz.render,
    "quizzes": quizzes.render,
    "reports": reports.render,
    "roster": roster.render,
    "scene": scene.render,
    "sheet": lambda block, context: sheet.render(block, context, _bare),
    "shortcuts": shortcuts.render,
    "show": lambda block, context: show.render(block, context, _bare),
    "standards": profile.render_standards,
    "topics": topics.render,
    "worksheet": worksheet.render,
    "workshop": workshop.render,
}
"""What renders each kind of directive: takes the block and the context, gives its element."""


def render(block: Block, context: Context) -> Element:
    """A directive as an element tree. Texts in it are Markdown, to be processed by Python-Markdown."""
    box, page = _bare(block, context), context.handbook.guide.page(context.page)
    if page and repeats_title(block, page):
        box[0].set("class", "hb-repeated")
    return box


def _bare(block: Block, context: Context) -> Element:
    box = RENDERERS[block.kind](block, context)
    if block.shown_again and has_words(box):
        box.set("data-words", block.id)  # by this name the reader's own sheet holds it
    return box


__all__ = ["RENDERERS", "Context", "render"]
