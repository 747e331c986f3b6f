"""Reads SVG pictures that may stand in a page: drawings only, nothing that runs or loads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError, fromstring

from markdown.util import AtomicString

from .names import slug

ICONS = "docs/assets/icons"
"""The handbook's own drawings, one file a name."""

QUICK_ICON = "bolt"
"""That of the link to the quick cards, in the header of every page."""

_SVG, _XLINK = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}"
_ELEMENTS = frozenset(
    {
        *(
            "svg",
            "g",
            "defs",
            "title",
            "desc",
            "symbol",
            "use",
            "marker",
            "clipPath",
            "mask",
            "pattern",
            "text",
            "tspan",
        ),
        *("path", "line", "polyline", "polygon", "rect", "circle", "ellipse", "textPath"),
        *("linearGradient", "radialGradient", "stop"),
    }
)
_REMARKS = (
    "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}",
    "{http://creativecommons.org/ns#}",
    "{http://web.resource.org/cc/}",
    "{http://purl.org/dc/elements/1.1/}",
    "{http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd}",
    "{http://www.inkscape.org/namespaces/inkscape}",
)
"""What programs for drawing write for themselves. Browsers know nothing of it."""

_METADATA = f"{_SVG}metadata"
_LOOKS = frozenset(
    [
        "clip-path",
        "clip-rule",
        "color",
        "color-interpolation",
        "color-rendering",
        "direction",
        "display",
        "dominant-baseline",
        "fill",
        "fill-opacity",
        "fill-rule",
        "font-family",
        "font-size",
        "font-size-adjust",
        "font-stretch",
        "font-style",
        "font-variant",
        "font-weight",
        "image-rendering",
        "letter-spacing",
        "marker-end",
        "marker-mid",
        "marker-start",
        "mask",
        "opacity",
        "overflow",
        "paint-order",
        "shape-rendering",
        "stop-color",
        "stop-opacity",
        "stroke",
        "stroke-dasharray",
        "stroke-dashoffset",
        "stroke-linecap",
        "stroke-linejoin",
        "stroke-miterlimit",
        "stroke-opacity",
        "stroke-width",
        "text-anchor",
        "text-decoration",
        "text-rendering",
        "transform-origin",
        "unicode-bidi",
        "vector-effect",
        "visibility",
        "word-spacing",
        "writing-mode",
    ]
)
"""Properties that may be attributes too. Source: SVG 2, presentation attributes."""

_REFERENCE = re.compile(r"url\(\s*[\"']?#([^\"')\s]+)[\"']?\s*\)", re.IGNORECASE)
_LOADS = re.compile(
    r"\b(?:url|src|image|image-set|cross-fade|element|expression)\s*\(|@import|javascript:", re.IGNORECASE
)
DEEPEST = 60
"""Levels of groups: more than a drawing program makes."""
_ENCODING = re.compile(r"<\?xml[^>]*\bencoding\s*=\s*[\"']([^\"']*)")


class UnfitPicture(Exception):
    """A picture that cannot stand in a page; says why."""


def read_picture(file: Path) -> Element:
    """The drawing in an SVG file as it stands in a page: see `safe_picture`. What it refers to has names of its own.

    Raises UnfitPicture where it is no SVG, or holds anything but shapes and words.
    """
    picture = safe_picture(file)
    if not picture.get("viewBox"):
        raise UnfitPicture('it has no "viewBox", so it can\'t grow and shrink with the page')
    _rename(picture, slug(file.stem))
    return picture


def safe_picture(file: Path) -> Element:
    """The drawing in an SVG file: names without namespace, looks as attributes, texts never read as Markdown.

    Raises UnfitPicture where it is no SVG, or holds anything but shapes and words.
    """
    try:
        text = file.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UnfitPicture("it can't be read as an SVG picture") from error
    _refuse_odd_text(text)
    try:
        picture = fromstring(text)  # noqa: S314 (a DOCTYPE, which could blow up, has been refused)
    except ParseError as error:
        raise UnfitPicture("it can't be read as an SVG picture") from error
    if picture.tag != f"{_SVG}svg":
        raise UnfitPicture("it doesn't begin with an svg element")
    _tame(picture)
    return picture


def _refuse_odd_text(text: str) -> None:
    """Refuse what a parser passes over or expands, and a browser may not."""
    encoding = _ENCODING.match(text.lstrip())
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise UnfitPicture("it begins with a DOCTYPE line, which has to be removed")
    if re.search(r"<\?(?!xml\s)", text):
        raise UnfitPicture('it has a line that begins with "<?" and calls for another file, which has to be removed')
    if encoding and encoding[1].lower() not in ("utf-8", "utf8", "us-ascii"):
        raise UnfitPicture("it isn't saved as UTF-8")


def _tame(picture: Element) -> None:
    """Make the tree fit for a page, step by step: a deep one must not exhaust the stack."""
    level = [picture]
    for _ in range(DEEPEST):
        for element in level:
            for child in list(element):
                if _is_remark(child):
                    _refuse_foreign(child)
                    element.remove(child)
            _tame_element(element)
        level = [child for element in level for child in element]
        if not level:
            return
    raise UnfitPicture("its groups are nested too deep")


def _is_remark(element: Element) -> bool:
    return element.tag == _METADATA or element.tag.startswith(_REMARKS)


def _refuse_foreign(remark: Element) -> None:
    for part in remark.iter():
        if not _is_remark(part):
            raise UnfitPicture(f'it contains "{_bare(part.tag)}", and only shapes and words are allowed')


def _tame_element(element: Element) -> None:
    if _bare(element.tag) not in _ELEMENTS or not element.tag.startswith(_SVG):
        raise UnfitPicture(f'it contains "{_bare(element.tag)}", and only shapes and words are allowed')
    for name, value in list(element.attrib.items()):
        if _bare(name).lower().startswith("on") or (_bare(name).lower() == "href" and not value.startswith("#")):
            raise UnfitPicture(f'its attribute "{_bare(name)}" runs or loads something')
        if name.startswith("{") or ":" in name:
            del element.attrib[name]
        if name == f"{_XLINK}href":
            element.attrib.setdefault("href", value)
    for name, value in _declared(element.attrib.pop("style", "")):
        if name in _LOOKS:
            element.set(name, value)
    for name, value in element.attrib.items():
        _refuse_loading(name, value)
    element.tag = _bare(element.tag)
    element.text = AtomicString(element.text) if element.text and element.text.strip() else None
    element.tail = AtomicString(element.tail) if element.tail and element.tail.strip() else None


def _declared(style: str) -> Iterator[tuple[str, str]]:
    """The declarations of a style attribute. All are looked at, also those that are dropped."""
    for declaration in style.split(";"):
        name, _, value = declaration.partition(":")
        _refuse_loading("style", value)
        yield name.strip().lower(), value.replace("!important", "").strip()


def _refuse_loading(name: str, value: str) -> None:
    if _LOADS.search(_REFERENCE.sub("", value)) or ("\\" in value and name != "aria-label"):
        raise UnfitPicture(f'its attribute "{name}" runs or loads something')


def _rename(picture: Element, prefix: str) -> None:
    """Several pictures may be on one page: what one refers to gets a name that no other has; other ids go."""
    targets = {element.get("href", "#")[1:] for element in picture.iter()}
    targets |= {
        name for element in picture.iter() for value in element.attrib.values() for name in _REFERENCE.findall(value)
    }
    for element in picture.iter():
        if (ident := element.attrib.pop("id", "")) in targets - {""}:
            element.set("id", f"{prefix}-{ident}")
        for name, value in element.attrib.items():
            if name == "href":
                element.set(name, f"#{prefix}-{value[1:]}")
            else:
                element.set(name, _REFERENCE.sub(rf"url(#{prefix}-\1)", value))


def _bare(name: str) -> str:
    return name.rpartition("}")[2]
