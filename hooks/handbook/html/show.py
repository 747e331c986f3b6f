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


RenderBlock = Callable[[Block, Context], Element]


def render(block: Show, context: Context, render_block: RenderBlock) -> Element:
    """The same blocks, marked as shown again and kept out of the search. Their own page is named below them."""
    placed = (context.handbook.guide.blocks[name] for name in block.of if name in context.handbook.guide.blocks)
    section = frame(block, context, data_search_exclude=True)
    for _, group in groupby(placed, key=lambda source: source.page):
        sources = list(group)
        boxes = [show_again(source, block.id, context, render_block, brief=block.brief) for source in sources]
        if len(block.of) == 1:  # its title stands for that of the one box
            boxes[0].remove(boxes[0][0])
        section.extend([*boxes, source_of(sources[0], context)])
    if block.brief:
        section.set("class", f"{section.attrib['class']} hb-brief")
    return section


def show_again(
    placed: PlacedBlock, prefix: str, context: Context, render_block: RenderBlock, *, brief: bool
) -> Element:
    """A directive as it is shown on another page, its ids begun by a prefix."""
    there = Context(context.handbook, placed.page, context.level + 1)
    element = render_block(placed.block, there)
    for part in element.iter():
        _rename(part, prefix)
        _rebase(part, placed.page, context)
        for remark in _remarks(part) if brief else ():
            part.remove(remark)
    return element


def source_of(placed: PlacedBlock, context: Context) -> Element:
    """The line that names the page of a directive."""
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
