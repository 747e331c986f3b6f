"""Model to element tree: one module a kind of directive."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element

from ..model.blocks import Block
from . import (
    cards,
    checklist,
    downloads,
    expectations,
    figure,
    glossary,
    handouts,
    news,
    phrases,
    procedure,
    profile,
    progress,
    quiz,
    quizzes,
    scene,
    shortcuts,
    show,
    topics,
    worksheet,
    workshop,
)
from .context import Context
from .repetition import repeats_title

Renderer = Callable[..., Element]

RENDERERS: dict[str, Renderer] = {
    "cards": cards.render,
    "checklist": checklist.render,
    "contacts": profile.render_contacts,
    "downloads": downloads.render,
    "expectations": expectations.render,
    "figure": figure.render,
    "glossary": glossary.render,
    "handouts": handouts.render,
    "news": news.render,
    "phrases": phrases.render,
    "procedure": procedure.render,
    "progress": progress.render,
    "quiz": quiz.render,
    "quizzes": quizzes.render,
    "scene": scene.render,
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
    return RENDERERS[block.kind](block, context)


__all__ = ["RENDERERS", "Context", "render"]
