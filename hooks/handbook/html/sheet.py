"""Renders the reader's own sheet: all boxes with lines to say, asleep, from which the browser code shows the chosen."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from ..model.blocks import Sheet
from ..model.guide import PlacedBlock
from .build import el
from .context import Context
from .parts import frame, style
from .show import RenderBlock, show_again, source_of
from .words import has_words

_NO_SCRIPT = "This page needs its scripts: what you choose is known only to the browser you chose it in."


def render(block: Sheet, context: Context, render_block: RenderBlock) -> Element:
    """Every box of the guide that has lines to say, in brief and with its page, in the order of the menu.

    They stand in a `template` element, which the build moves to a script of its own.
    """
    entries = (_entry(placed, block, context, render_block) for placed in spoken_boxes(context))
    template = el(
        "template", *(entry for entry in entries if entry is not None), data_later="words", data_search_exclude=True
    )
    note = el("p", _NO_SCRIPT, class_="hb-needs-script")
    return frame(block, context, style("sheet", context), note, el("div", class_="hb-personal"), template)


def spoken_boxes(context: Context) -> Iterator[PlacedBlock]:
    """The boxes that may have lines to say, in the order of the menu."""
    guide = context.handbook.guide
    for page in guide.in_order():
        section = guide.section_of(page.path)
        if section is None or not section.foot:  # what is for editors alone
            yield from (placed for placed in page.blocks if placed.block.shown_again and placed.block.may_speak())


def _without_avoided(box: Element) -> None:
    """A sheet has the lines to say. Those to avoid stay on their page, unless a box has nothing else."""
    for lists in box.iter("div"):
        avoided = [child for child in lists if "hb-list-avoid" in child.get("class", "")]
        for child in avoided if len(lists) > len(avoided) else ():
            lists.remove(child)


def _retitle(heading: Element) -> None:
    """No h-element: the contents of the page would list all that can be chosen."""
    heading.set("aria-level", heading.tag[1])
    heading.tag = "p"
    heading.attrib |= {"role": "heading", "class": "hb-box-title"}


def _entry(placed: PlacedBlock, sheet: Sheet, context: Context, render_block: RenderBlock) -> Element | None:
    element = show_again(placed, sheet.id, context, render_block, brief=True)
    _without_avoided(element)
    _retitle(element[0])
    return el("div", element, source_of(placed, context)) if has_words(element) else None
