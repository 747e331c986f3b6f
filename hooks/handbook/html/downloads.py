"""Renders the files of the pocket guide."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown.util import AtomicString

from ..model.blocks import Download, Downloads
from .build import el
from .context import Context
from .parts import frame

NONE_YET = "There is no pocket guide to download here yet."


def render(block: Downloads, context: Context) -> Element:
    """A link to each file, with its size in the link's own words, as WCAG technique G201 has it; then its use.

    All of them are of one edition, which is said once.
    """
    if not context.downloads:
        return frame(block, context, el("p", AtomicString(NONE_YET)))
    edition = AtomicString(f"Edition: {context.downloads[0].edition}.")
    files = (_file(file, context) for file in context.downloads)
    return frame(block, context, el("ul", *files), el("p", edition, class_="hb-note"))


def _file(file: Download, context: Context) -> Element:
    words = f"{file.title} (PDF, {file.amount}, {size_in_words(file.size)})"
    link = el("a", AtomicString(words), href=context.link(file.address))
    return el("li", el("p", link), el("p", AtomicString(file.about), class_="hb-note"))


def size_in_words(size: int) -> str:
    """A number of bytes as a person reads it."""
    return f"{max(1, round(size / 1000))}\u00a0KB"
