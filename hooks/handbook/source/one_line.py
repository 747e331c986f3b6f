"""Markdown on one line, read outside the pages of the site: for print and for other programs."""

from __future__ import annotations

import html
import re
from functools import cached_property
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions.attr_list import AttrListExtension
from markdown.util import AMP_SUBSTITUTE, HTML_PLACEHOLDER_RE

from .bare import is_bare
from .placeholders import Filling
from .profile import Medium, Profile
from .safety import without_html


class OneLine:
    """Reads texts of one line, the values of a profile filled in."""

    def __init__(self, profile: Profile, medium: Medium) -> None:
        self._profile, self._medium = profile, medium

    @cached_property
    def markdown(self) -> Markdown:
        """What reads them. Most texts have no marks, so it may never be needed."""
        md = without_html(Markdown(extensions=[AttrListExtension()], output_format="html"))
        md.inlinePatterns.register(Filling(md, self._profile, self._medium), "placeholders", 185)
        return md

    def read(self, text: str) -> Element:
        """The text as a paragraph. Its own texts are still to be read with `words`."""
        root = Element("div")
        paragraph = SubElement(root, "p")
        paragraph.text = text
        if not is_bare(text):
            self.markdown.reset()
            self.read_within(root)
        return paragraph

    def read_within(self, root: Element) -> None:
        """Read all texts below an element. One line has no blocks: "1. Go" is a text, not a list."""
        for name in ("inline", "attr_list", "unescape"):
            self.markdown.treeprocessors[name].run(root)

    def words(self, text: str | None, *, code: bool = False) -> str:
        """A text in an element that was read (`code`: of a code element). Raw HTML is shown as it was typed."""

        def entity(match: re.Match[str]) -> str:
            return html.unescape(str(self.markdown.htmlStash.rawHtmlBlocks[int(match[1])]))

        text = text or ""
        return HTML_PLACEHOLDER_RE.sub(entity, unescaped(text) if code or AMP_SUBSTITUTE in text else text)


def address_in(element: Element) -> str:
    """The address that a link leads to, as it was typed."""
    return unescaped(element.get("href", ""))


def unescaped(text: str) -> str:
    """A text or an address with the characters that its entities stand for."""
    return html.unescape(text.replace(AMP_SUBSTITUTE, "&"))
