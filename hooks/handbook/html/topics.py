"""Renders the pages by their tags."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from ..model.blocks import Topics
from ..model.guide import Page, topic_anchor
from .build import el
from .context import Context
from .parts import frame


def render(block: Topics, context: Context) -> Element:
    """Each tag as a heading with the pages that have it, in the order of the menu."""
    tagged: dict[str, list[Page]] = {}
    for page in context.handbook.guide.in_order():
        for tag in page.meta.tags if page.meta else ():
            tagged.setdefault(tag, []).append(page)
    parts = (part for tag in sorted(tagged) for part in _topic(tag, tagged[tag], context))
    return frame(block, context, *parts)


def _topic(tag: str, pages: list[Page], context: Context) -> tuple[Element, Element]:
    heading = el(f"h{min(context.level + 1, 6)}", tag[:1].upper() + tag[1:].replace("-", " "), id=topic_anchor(tag))
    links = (el("li", el("a", page.title, href=context.link(page.path))) for page in pages)
    return heading, el("ul", *links)
