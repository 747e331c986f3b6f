"""What the types of items share on a page."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from markdown.util import AtomicString

from ...model.guide import HOME, Guide
from ...source.markup import plain_text
from ...source.profile import Medium, Profile
from ..build import el, exact
from ..context import Link, rebased


@dataclass(frozen=True, slots=True)
class ItemPlace:
    """Where an item is in a quiz: `name` begins every id and every group of controls that it has in the page.

    `profile` and `guide` are those of the handbook; `link` makes the links of that page.
    """

    name: str
    profile: Profile
    guide: Guide
    link: Link

    def text(self, text: str) -> str:
        """A text of the item as Markdown for this page: its links are typed relative to docs."""
        return rebased(text, HOME, self.link)  # links in items are typed as from there

    def plain(self, text: str) -> AtomicString:
        """The words of a text of the item, for places that hold no elements."""
        return exact(self.words(text))

    def words(self, text: str) -> str:
        """The same, not yet made fit for an element."""
        return self.filled(plain_text(text))

    def filled(self, text: str) -> str:
        """A text of the item as typed, its placeholders filled: for what is compared with what a reader types."""
        return self.profile.fill(text, Medium.PAGE)

    def reason(self, text: Element | None, why: str, **attributes: str | None) -> Element:
        """An entry of a list of reasons. The browser code finds it by `data-option` and its reason by its class."""
        return el("li", text, el("p", self.text(why), class_="hb-why"), **attributes)


def lead(label: str) -> Element:
    """A line that announces what stands below it."""
    return el("p", el("strong", AtomicString(f"{label}:"), class_="hb-label"))
