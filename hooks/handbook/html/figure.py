"""Renders a figure. An SVG picture stands in the page itself, so that it follows the color scheme."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from ..model.blocks import Figure
from ..model.guide import resolve_link
from ..source.svg import read_picture
from .build import el
from .context import Context


def render(block: Figure, context: Context) -> Element:
    """The picture with its alternative, its title and its caption."""
    path = resolve_link(context.page, block.src)[0]
    caption = el("figcaption", el("strong", block.title), ". " if block.caption else None, block.caption)
    return el("figure", _image(block, path, context), caption, id=block.id, class_="hb hb-figure")


def _image(block: Figure, path: str, context: Context) -> Element:
    alternative = context.plain(block.alt)
    if not path.endswith(".svg"):
        return el("img", src=context.link(path), alt=alternative)
    picture = read_picture(context.handbook.root / "docs" / path)
    picture.set("role", "img")
    picture.set("aria-label", alternative)
    return picture
