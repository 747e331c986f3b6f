"""Lines to say as they are: the browser code puts a button to copy behind each, and a reader's own words into it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

from markdown.util import AtomicString

from ..source.personal import BRACKETED, STANDS_FOR, Personal, personal_in
from ..source.profile import Medium, Profile, Value
from .build import append, el, exact
from .context import Context

WORDS = "hb-words"
"""The class of a line to say."""

_BLANK = "hb-blank"
"""The class of a gap that the county or the reader has yet to fill: a line to write on in print."""


def words(text: str, context: Context) -> Element:
    """A line to say. The placeholder of a value that stands for a reader's own stays, to be marked by `own_value`."""
    return el("q", context.handbook.profile.fill(text, Medium.SPEECH, but=STANDS_FOR), class_=WORDS)


def has_words(root: Element) -> bool:
    """Whether there is a line to say below an element."""
    return any(line.get("class") == WORDS for line in root.iter("q"))


def own_value(value: Value) -> Element | None:
    """A value of the profile that stands for a reader's own. None for any other."""
    personal = STANDS_FOR.get(value.key)
    return el("span", exact(value.text), data_mine=personal, data_gap=exact(value.text)) if personal else None


def mark_gaps(root: Element, profile: Profile) -> None:
    """Mark the gaps in the lines to say below an element: those for a reader's own words, and for empty values."""
    empty = {value.reads(Medium.SPEECH) for value in profile.empty}

    def gap(text: str) -> Element | None:
        personal = personal_in(text[1:-1])
        return _gap(text, personal) if personal or text in empty else None

    for line in root.iter("q"):
        if line.get("class") == WORDS:
            _mark(line, gap)


def _gap(text: str, personal: Personal | None) -> Element:
    gap = text if personal else None  # what comes back when the reader's own word is removed
    return el("span", AtomicString(text), class_=_BLANK, data_mine=personal, data_gap=gap)


def _mark(parent: Element, gap: Callable[[str], Element | None]) -> None:
    pieces = list(_pieces(parent.text, gap))
    for child in list(parent):
        tail, child.tail = child.tail, None
        _mark(child, gap)
        pieces += [child, *_pieces(tail, gap)]
        parent.remove(child)
    parent.text = None
    for piece in pieces:
        append(parent, piece)


def _pieces(text: str | None, gap: Callable[[str], Element | None]) -> Iterator[Element | str]:
    at, text = 0, text or ""
    for match in BRACKETED.finditer(text):
        if (marked := gap(match[0])) is not None:
            yield text[at : match.start()]
            yield marked
            at = match.end()
    yield text[at:] if at else text
