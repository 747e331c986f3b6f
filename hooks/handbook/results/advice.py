"""What a person should read: the pages that answer the questions that they missed."""

from __future__ import annotations

from collections import Counter

from ..book.read import Handbook
from ..model.guide import Page
from .summary import Person

MOST_PAGES = 3


def what_to_read(person: Person, handbook: Handbook) -> list[Page]:
    """The pages that answer most of what was missed, the most first."""
    counts: Counter[str] = Counter()
    for name in person.missed:
        banked = handbook.bank.items.get(name)
        refs = banked.item.refs if banked else []
        counts.update({there.page.path for ref in refs if (there := handbook.guide.destination(ref))})
    pages = (handbook.guide.page(path) for path, _ in counts.most_common(MOST_PAGES))
    return [page for page in pages if page]
