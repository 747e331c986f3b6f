"""Markdown on one line, read outside the pages of the site: for print and for other programs."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.util import AMP_SUBSTITUTE, HTML_PLACEHOLDER_RE

from .placeholders import Filling
from .profile import Medium, Profile

_ENTITY = re.compile(r"&(#\w+|\w+);")


class OneLine:
    """Reads texts of one line, the values of a profile filled in."""

    def __init__(self, profile: Profile, medium: Medium) -> None:
        self.markdown = Markdown(extensions=["attr_list"], output_format="html")
        self.markdown.inlinePatterns.register(Filling(self.markdown, profile, medium), "placeholders", 185)

    def read(self, text: str) -> Element:
        """The text as a paragraph. Its own texts are still to be read with `words`."""
        self.markdown.reset()
        root = Element("div")
        paragraph = SubElement(root, "p")
        paragraph.text = text
        self.read_within(root)
        return paragraph

    def read_within(self, root: Element) -> None:
        """Read all texts below an element. One line has no blocks: "1. Go" is a text, not a list."""
        for name in ("inline", "attr_list", "unescape"):
            self.markdown.treeprocessors[name].run(root)

    def words(self, text: str | None, *, code: bool = False, raw: Callable[[str], None] | None = None) -> str:
        """A text in an element that was read (`code`: of a code element). `raw` is given each piece of raw HTML."""

        def stashed(found: re.Match[str]) -> str:
            piece = str(self.markdown.htmlStash.rawHtmlBlocks[int(found[1])])
            if _ENTITY.fullmatch(piece):
                return html.unescape(piece)
            if raw:
                raw(piece)
            return ""

        text = text or ""
        return HTML_PLACEHOLDER_RE.sub(stashed, unescaped(text) if code or AMP_SUBSTITUTE in text else text)


def address_in(element: Element) -> str:
    """The address that a link leads to, as it was typed."""
    return unescaped(element.get("href", ""))


def unescaped(text: str) -> str:
    """A text or an address with the characters that its entities stand for."""
    return html.unescape(text.replace(AMP_SUBSTITUTE, "&"))
