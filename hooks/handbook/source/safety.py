"""Makes Python-Markdown safe for what anyone types: raw HTML is text, and attributes are from a short list."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.attr_list import AttrListTreeprocessor

ATTRIBUTES = frozenset(
    {"class", "dir", "height", "lang", "title", "width", "data-search-exclude", "data-check-by", "data-edition"}
)
"""What an author may set, beside an id."""

_NOTE = ("role", "note")
"""The one role that a paragraph may be given: it says what it is and takes nothing away."""
_ID = re.compile(r"[A-Za-z][\w.:-]*")  # the theme's own begin with two underscores


class Attributes(AttrListTreeprocessor):
    """Attributes as `attr_list` reads them, but only those of a list: none runs, loads or hides anything."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.refused: list[tuple[str, str]] = []
        """The name of each, and what was typed between the braces."""

    def assign_attrs(self, elem: Element, attrs_string: str, *, strict: bool = False) -> str:
        """Set those that are allowed, and remember the names of the others."""
        element = Element(elem.tag, dict(elem.attrib))
        remainder = super().assign_attrs(element, attrs_string, strict=strict)
        for name, value in element.attrib.items():
            if name in elem.attrib and elem.get(name) == value:
                continue
            if name in ATTRIBUTES or (name == "id" and value and _ID.fullmatch(value)) or (name, value) == _NOTE:
                elem.set(name, value)
            else:
                self.refused.append((name, attrs_string))
        return remainder


def without_html(md: Markdown) -> Markdown:
    """Make a Markdown take raw HTML for text, as typed, and attributes only from the list. Gives it back."""
    for registry, name in ((md.preprocessors, "html_block"), (md.inlinePatterns, "html")):
        if name in registry:
            registry.deregister(name)
    if "attr_list" in md.treeprocessors:
        md.treeprocessors.register(Attributes(md), "attr_list", 8)
    return md
