"""Renders the pages by their tags."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from ..model.blocks import Topics
from ..model.guide import Page, topic_anchor
from .build import el
from .context import Context
from .parts import frame, noted


def render(block: Topics, context: Context) -> Element:
    """Each tag as a heading with the pages that have it, in the order of the menu; quick cards have the home page.

    A tag that no page has is left out.
    """
    tagged: dict[str, list[Page]] = {}
    guide = context.handbook.guide
    for page in guide.in_order():
        for tag in page.meta.tags if page.meta and not guide.is_quick_card(page) else ():
            tagged.setdefault(tag, []).append(page)
    notes = {topic.tag: topic.note for topic in block.tags if topic.tag in tagged}
    order = [*notes, *sorted(tagged.keys() - notes.keys())]
    parts = (part for tag in order for part in _topic(tag, notes.get(tag), tagged[tag], context))
    return frame(block, context, *parts)


def _topic(tag: str, note: str | None, pages: list[Page], context: Context) -> tuple[Element | None, ...]:
    heading = el(f"h{min(context.level + 1, 6)}", context.handbook.guide.topic(tag), id=topic_anchor(tag))
    links = (el("li", el("a", page.title, href=context.link(page.path))) for page in pages)
    return heading, noted("note", note), el("ul", *links)
