"""Renders what is new, and the feed of it."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, indent, tostring

from ..book.read import Handbook
from ..model.blocks import NewsList
from ..model.dates import in_words
from ..model.news import FEED, News
from ..source.markup import plain_text
from ..source.profile import Medium
from ..upkeep.news import newest_first
from .build import el
from .context import Context
from .parts import frame, labeled

_ATOM = "http://www.w3.org/2005/Atom"


def render(block: NewsList, context: Context) -> Element:
    """A list of entries: day, whom it concerns, what is new, what to do. The whole list names the feed."""
    entries = newest_first(context.handbook)
    news = el("ul", *(_entry(entry, context) for entry in entries[: block.count]))
    on = el("p", el("a", "All that is new", href=block.more)) if block.more else None
    if not block.count:
        on = el("p", el("a", "Feed to follow in a news reader", href=context.link(FEED)))
    return frame(block, context, news if entries else el("p", "Nothing yet."), on)


def _entry(entry: News, context: Context) -> Element:
    link = el("p", el("a", _title(entry, context.handbook), href=context.link(entry.link))) if entry.link else None
    day = el("time", in_words(entry.date), datetime=entry.date.isoformat())
    head = el("p", el("strong", day), f" · {entry.who}", class_="hb-news-head")
    what = el("p", entry.what, class_="hb-news-what")
    return el("li", head, what, labeled("do", "To do", entry.action or "Nothing."), link)


def _title(entry: News, handbook: Handbook) -> str:
    there = handbook.guide.destination(entry.link) if entry.link else None
    return there.page.title if there else "Read more"


def feed(handbook: Handbook, name: str, site: str) -> str:
    """The entries as an Atom feed. Source: RFC 4287. `site` ends in a slash, or is empty: then there are no links.

    An entry keeps its id when it is reworded: it is made of its day and its place among the entries of that day.
    """
    entries = newest_first(handbook)
    newest = entries[0].date.isoformat() if entries else "1970-01-01"
    root = el(
        "feed",
        el("id", _urn(name)),
        el("title", f"What's new: {name}"),
        el("updated", f"{newest}T00:00:00Z"),
        el("author", el("name", name)),
        el("link", rel="self", href=site + FEED) if site else None,
        *_feed_entries(handbook, name, site, entries),
        xmlns=_ATOM,
    )
    indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _feed_entries(handbook: Handbook, name: str, site: str, entries: list[News]) -> Iterator[Element]:
    for at, entry in enumerate(entries):
        place = sum(other.date == entry.date for other in entries[at + 1 :])
        what = handbook.profile.fill(plain_text(entry.what), Medium.PAGE)
        action = handbook.profile.fill(plain_text(entry.action), Medium.PAGE) if entry.action else "Nothing to do."
        yield el(
            "entry",
            el("id", _urn(f"{name} {entry.date} {place}")),
            el("title", what),
            el("updated", f"{entry.date}T00:00:00Z"),
            el("link", rel="alternate", href=handbook.guide.online(entry.link, site)) if site and entry.link else None,
            el("content", f"{entry.who}: {what} {action}", type="text"),
        )


def _urn(text: str) -> str:
    return f"urn:uuid:{uuid5(NAMESPACE_URL, text)}"
