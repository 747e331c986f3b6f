"""The print form of a figure: an SVG picture in the colors and the font of the guide."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element, tostring

from ..book.read import DOCS, Handbook
from ..model.blocks import Figure
from ..model.guide import resolve_link
from ..source.codes import Code
from ..source.svg import UnfitPicture, read_picture
from .colors import print_colors
from .inline import PrintTexts
from .runs import Tree

FONT = "Atkinson Hyperlegible"
"""That of all print."""


def figure(block: Figure, texts: PrintTexts, handbook: Handbook) -> Tree:
    """The picture as SVG, its alternative and its caption. One that cannot be printed is recorded and left out."""
    picture = _picture(block, texts, handbook)
    return {"picture": picture, "alt": texts.plain(block.alt, "alt"), "caption": texts.aside(block.caption, "caption")}


def _picture(block: Figure, texts: PrintTexts, handbook: Handbook) -> str | None:
    path, document = resolve_link(texts.page, block.src)[0], texts.document
    if not path.endswith(".svg"):
        message = f'the picture "{block.src}" can\'t be printed, but docs/_data/pocket-guide.yml lists "{block.id}"'
        hint = "Only SVG pictures can be printed. Save it as SVG, or remove it from that list."
        texts.setter.problems.add(document.path, document.line(("src",)), Code.PRINT_FORM, message, hint)
        return None
    try:
        return _colored(read_picture(handbook.root / DOCS / path), print_colors(handbook))
    except UnfitPicture:  # a problem elsewhere, with its reason; here its words stand for it
        return None


def _colored(picture: Element, colors: Mapping[str, str]) -> str:
    """The picture as text. On a page it takes its colors and its font from the page; in print they are named."""
    picture.set("xmlns", "http://www.w3.org/2000/svg")
    picture.set("color", colors["ink"])
    for element in picture.iter():
        if element.get("font-family") == "inherit":
            element.set("font-family", FONT)
        if "hb-accent" in element.get("class", "").split():
            element.set("color", colors["accent"])
    picture.attrib.pop("aria-label", None)
    return tostring(picture, "unicode")
