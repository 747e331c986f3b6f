"""Renders directives of other pages again."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby
from xml.etree.ElementTree import Element

from markdown.util import AtomicString

from ..model.blocks import Block, Show
from ..model.guide import PlacedBlock
from .build import el
from .context import Context
from .parts import frame

_NAMING = ("id", "for", "name", "aria-labelledby", "aria-describedby")


def render(block: Show, context: Context, render_block: Callable[[Block, Context], Element]) -> Element:
    """The same blocks, marked as shown again and kept out of the search. Their own page is named below them."""
    placed = (context.handbook.guide.blocks[name] for name in block.of if name in context.handbook.guide.blocks)
    section = frame(block, context, data_search_exclude=True)
    for _, group in groupby(placed, key=lambda source: source.page):
        sources = list(group)
        section.extend(_again(source, block, context, render_block) for source in sources)
        section.append(_source(sources[0], context))
    if block.brief:
        section.set("class", f"{section.attrib['class']} hb-brief")
    return section


def _again(
    placed: PlacedBlock, show: Show, context: Context, render_block: Callable[[Block, Context], Element]
) -> Element:
    there = Context(context.handbook, placed.page, context.level + 1)
    element = render_block(placed.block, there)
    for part in element.iter():
        _rename(part, show.id)
        _rebase(part, placed.page, context)
        for remark in _remarks(part) if show.brief else ():
            part.remove(remark)
    if len(show.of) == 1:  # the title of the show stands for its own
        element.remove(element[0])
    return element


def _source(placed: PlacedBlock, context: Context) -> Element:
    title = context.plain(context.handbook.guide.page_of(placed).title)
    link = el("a", AtomicString(title), href=context.link(f"{placed.page}#{placed.block.id}"))
    return el("p", "From ", link, class_="hb-source")


def _remarks(part: Element) -> list[Element]:
    """What a brief showing leaves out: reasons and notes that are not to be kept."""
    return [child for child in part if child.get("class") in ("hb-why", "hb-note")]


def _rename(part: Element, prefix: str) -> None:
    """Two dashes join the ids: neither holds them, so nothing on the page has the same."""
    for name in _NAMING:
        if part.get(name):
            part.set(name, " ".join(f"{prefix}--{word}" for word in part.attrib[name].split()))
    if part.get("href", "").startswith("#"):
        part.set("href", f"#{prefix}--{part.attrib['href'][1:]}")


def _rebase(part: Element, page: str, context: Context) -> None:
    """Make links that were written for the block's own page work on this one."""
    if part.get("href") and not part.attrib["href"].startswith("#"):
        part.set("href", context.rebased(f"]({part.attrib['href']}", page)[2:])
    if part.text and not isinstance(part.text, AtomicString):
        part.text = context.rebased(part.text, page)
    if part.tail and not isinstance(part.tail, AtomicString):
        part.tail = context.rebased(part.tail, page)
