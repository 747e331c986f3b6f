"""Reads SVG pictures that may stand in a page: drawings only, nothing that runs or loads."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import Element, ParseError, fromstring

from markdown.util import AtomicString

ICONS = "docs/assets/icons"
"""The handbook's own drawings, one file a name."""

_SVG = "{http://www.w3.org/2000/svg}"
_DRAWN = frozenset(
    {
        *("svg", "g", "defs", "title", "desc", "symbol", "use", "marker", "clipPath", "text", "tspan"),
        *("path", "line", "polyline", "polygon", "rect", "circle", "ellipse"),
        *("linearGradient", "radialGradient", "stop"),
    }
)


class UnfitPicture(Exception):
    """A picture that cannot stand in a page; says why."""


def read_picture(file: Path) -> Element:
    """The drawing in an SVG file, its names without namespace, its texts never read as Markdown.

    Raises UnfitPicture where it is no SVG, or holds anything but shapes and words.
    """
    try:
        text = file.read_text("utf-8-sig")
        picture = fromstring(text)  # noqa: S314 (the file is our own; a DOCTYPE, which could blow up, is refused below)
    except (OSError, UnicodeDecodeError, ParseError) as error:
        raise UnfitPicture("it can't be read as an SVG picture") from error
    if "<!DOCTYPE" in text:
        raise UnfitPicture("it begins with a DOCTYPE line, which has to be removed")
    for element in picture.iter():
        _tame(element)
    if not picture.get("viewBox"):
        raise UnfitPicture('it has no "viewBox", so it can\'t grow and shrink with the page')
    return picture


def _tame(element: Element) -> None:
    if element.tag.removeprefix(_SVG) not in _DRAWN:
        raise UnfitPicture(f'it contains "{element.tag.removeprefix(_SVG)}", and only shapes and words are allowed')
    for name, value in element.attrib.items():
        if name.startswith("on") or (name.endswith("href") and not value.startswith("#")) or "url(http" in value:
            raise UnfitPicture(f'its attribute "{name}" runs or loads something')
    element.tag = element.tag.removeprefix(_SVG)
    element.text = AtomicString(element.text) if element.text and element.text.strip() else None
    element.tail = AtomicString(element.tail) if element.tail and element.tail.strip() else None
