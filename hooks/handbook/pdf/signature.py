"""The sheet to sign as a tree: what was read, in which edition, and what changed since the one before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..book.read import Handbook
from ..book.readings import Reading, fingerprint, last_request, requests
from ..git.edition import Edition
from ..model.dates import edition_in_words, in_words
from ..model.receipts import HAVE_READ, REPLACES, WILL_ASK
from ..source.markup import plain_text
from ..source.profile import Medium
from .runs import Tree


def sheet_tree(reading: Reading, handbook: Handbook, edition: Edition, since: date | None = None) -> Tree:
    """The sheet for a reading. `since` is the day of the edition signed last.

    Without it, the day of the request before the newest one stands for it: whoever signed then reads what came after.
    Where there was no earlier request, everything is to be read.
    """
    news = requests(reading, handbook)
    day = since or (news[1][1].date if len(news) > 1 else None)
    return {
        "handbook": handbook.site.name,
        "title": _plain(reading.title, handbook),
        "edition": edition_in_words(edition),
        "pages": len(reading.pages),
        "hash": fingerprint(reading, handbook),
        "request": last_request(reading, handbook) or "none",
        "replaces": REPLACES,
        "answers": [HAVE_READ, WILL_ASK],
        "since": in_words(day) if day else None,
        "asks": [_plain(entry.what, handbook) for _, entry in news if day is None or entry.date > day],
        "changes": list(_changes(reading, handbook, day)) if day else [],
    }


def _changes(reading: Reading, handbook: Handbook, day: date) -> Iterator[str]:
    """The titles of the pages that changed after a day, as git knows it."""
    for page in reading.pages:
        changed = handbook.last_changes.get(page.file)
        if changed and changed > day:
            yield _plain(page.title, handbook)


def _plain(text: str, handbook: Handbook) -> str:
    return handbook.profile.fill(plain_text(text), Medium.PRINT)
