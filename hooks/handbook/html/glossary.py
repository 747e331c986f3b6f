"""Renders the glossary, and links its terms where they first occur on a page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from xml.etree.ElementTree import Element

from markdown.util import AtomicString

from ..book.read import Handbook
from ..model.blocks import Glossary
from ..model.glossary import Term
from ..source.bare import Bare
from .build import append, el
from .context import Context
from .parts import frame, style

_PROSE = frozenset({"p", "li", "td", "dd", "em", "strong", "span"})
_OPAQUE = frozenset(
    {"a", "code", "pre", "q", "h1", "h2", "h3", "h4", "h5", "h6", "button", "label", "legend", "svg", "th"}
)

_NO_TERMS = frozenset({"hb-lead", "hb-cards", "hb-contacts"})
"""Classes of parts without links to terms. A card leads where it says; a contact is to be dialed."""


def render(block: Glossary, context: Context) -> Element:
    """Every term with its meaning, its other names and the page that tells more, in the order of the alphabet."""
    terms = sorted(context.handbook.glossary, key=lambda term: term.term.casefold())
    entries = el("dl", *(part for term in terms for part in _entry(term, context)))
    return frame(block, context, style("glossary", context), _letters(terms), entries)


def _letters(terms: Iterable[Term]) -> Element | None:
    """Letters to jump to: each leads to the first term that begins with it. None where there is one alone."""
    first: dict[str, Term] = {}
    for term in terms:
        first.setdefault(next(filter(str.isalnum, term.term), "#").upper(), term)
    links = (el("li", el("a", AtomicString(letter), href=f"#{term.anchor}")) for letter, term in first.items())
    bar = el("ul", *links, class_="hb-letters", aria_label="Letters to jump to", data_search_exclude=True)
    return bar if len(first) > 1 else None


def _entry(term: Term, context: Context) -> Iterator[Element]:
    yield el("dt", term.term, id=term.anchor)
    also = el("span", f" Also: {', '.join(term.also)}.", class_="hb-also") if term.also else None
    see = None
    if term.see and (there := context.handbook.guide.destination(term.see)):
        see = el("span", " See ", el("a", there.page.title, href=context.link(there.path)), ".")
    yield el("dd", el("span", term.means), also, see)


class TermLinks:
    """Links the first occurrence of each term on a page to its entry, with the meaning as an extra tooltip."""

    def __init__(self, handbook: Handbook, page: str) -> None:
        home = next((p.page for p in handbook.guide.blocks.values() if isinstance(p.block, Glossary)), None)
        self.home = home if home != page else None
        self.context = Context(handbook, page)
        self.waiting = {name.casefold(): term for term in handbook.glossary for name in term.names}
        self.pattern = _pattern(tuple(sorted(self.waiting, key=len, reverse=True)))

    def link(self, root: Element) -> None:
        """Put links into the prose below an element: not into headings, links, code, labels or words to say."""
        if self.home and self.waiting:
            for child in root:
                self._walk(child)

    def _walk(self, parent: Element) -> None:
        classes = parent.get("class", "").split()
        if parent.tag in _OPAQUE or parent.get("data-search-exclude") or not _NO_TERMS.isdisjoint(classes):
            return
        children = list(parent)
        pieces: list[Element | str] = list(self._pieces(parent.text, parent))
        for child in children:
            tail, child.tail = child.tail, None
            self._walk(child)
            pieces += [child, *self._pieces(tail, parent)]
            parent.remove(child)
        parent.text = None
        for piece in pieces:
            append(parent, piece)

    def _pieces(self, text: str | None, parent: Element) -> Iterator[Element | str]:
        at, text = 0, text or ""
        if parent.tag in _PROSE and (isinstance(text, Bare) or not isinstance(text, AtomicString)):
            for match in self.pattern.finditer(text):
                term = self.waiting.get(match[0].casefold())
                if term:
                    for name in term.names:
                        self.waiting.pop(name.casefold(), None)
                    yield text[at : match.start()]
                    yield self._anchor(match[0], term)
                    at = match.end()
        yield text[at:] if at else text

    def _anchor(self, words: str, term: Term) -> Element:
        meaning = self.context.plain(term.means)
        return el("a", words, href=self.context.link(f"{self.home}#{term.anchor}"), title=meaning, class_="hb-term")


@lru_cache(maxsize=8)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(re.escape(name) for name in names) or r"(?!)"
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)
