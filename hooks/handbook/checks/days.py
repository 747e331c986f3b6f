"""Checks of days and entries in the lists of news and reviews: a wrong year decides what is shown, unseen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from ..book.read import NEWS, REVIEWS, Handbook, numbered
from ..model.news import News
from ..source.codes import Code
from ..source.problems import Level, Problem

_SOON, _LONG_AGO = timedelta(days=62), timedelta(days=3652)
_ENTRY = re.compile(r"^#+ ?- ?date:\s*(?P<day>\d{4}-\d{2}-\d{2})\s*$")
_SECTION = re.compile(r"^#+ +section:\s*(?P<section>\S+)\s*$")


def far_days(handbook: Handbook, today: date) -> Iterator[Problem]:
    """No news is of a far day to come, and no review of any: with a wrong year, one stays on top for years."""
    days = [(NEWS, at, entry.date, today + _SOON) for at, entry in numbered(handbook.document(NEWS), handbook.news)]
    days += [(REVIEWS, at, row.date, today) for at, row in numbered(handbook.document(REVIEWS), handbook.reviews)]
    for path, at, day, last in days:
        document = handbook.document(path)
        if document and not today - _LONG_AGO < day <= last:
            right = next(
                f"{year}-{day:%m-%d}" for year in (today.year, today.year - 1) if f"{year}-{day:%m-%d}" <= f"{last}"
            )
            message = f"{day} is {'still to come' if day > last else 'long ago'}"
            hint = f'Check the year: "date: {right}".'
            yield Problem(path, document.line((at, "date")), Code.DAY_FAR, message, hint, Level.NOTICE)


def odd_entries(handbook: Handbook) -> Iterator[Problem]:
    """Every entry is there once, in its place, and none has been left as a remark."""
    yield from _news(handbook)
    yield from _reviews(handbook)


def _news(handbook: Handbook) -> Iterator[Problem]:
    document = handbook.document(NEWS)
    if document is None or not isinstance(document.data, list) or len(document.data) != len(handbook.news):
        return
    for at, entry in enumerate(handbook.news):
        line = document.line((at, "date"))
        if entry in handbook.news[:at]:
            yield Problem(NEWS, line, Code.ENTRY_TWICE, "this entry is here twice", "Remove one of the two.")
        elif _is_newest(handbook.news, at):
            message = f"{entry.date} is after the days of all entries above it, so it is not shown first"
            hint = "The newest entry comes first. Check the year, or move it up."
            yield Problem(NEWS, line, Code.DAY_FAR, message, hint, Level.NOTICE)
        elif _is_older(entry, handbook.news[at + 1 : at + 2]) and not _is_newest(handbook.news, at + 1):
            message = f"{entry.date} is before the day of the entry below it, so it is not shown first"
            hint = "The newest entry comes first. Check the year, or move it down."
            yield Problem(NEWS, line, Code.DAY_FAR, message, hint, Level.NOTICE)


def _is_newest(news: Sequence[News], at: int) -> bool:
    """Whether an entry is newer than several above it: then it is this one that is in the wrong place."""
    return at > 1 and news[at].date > max(above.date for above in news[:at])


def _is_older(entry: News, below: Sequence[News]) -> bool:
    return bool(below) and entry.date < below[0].date


def _reviews(handbook: Handbook) -> Iterator[Problem]:
    document = handbook.document(REVIEWS)
    if document and isinstance(document.data, list) and len(document.data) == len(handbook.reviews):
        for at, row in enumerate(handbook.reviews):
            line, above = document.line((at, "date")), handbook.reviews[:at]
            if row in above:
                message, hint = "this entry is here twice", "Remove one of the two."
                yield Problem(REVIEWS, line, Code.ENTRY_TWICE, message, hint, Level.NOTICE)
            elif any(other.section == row.section and other.date > row.date for other in above):
                message = f"{row.date} is before an earlier review of this section, so it doesn't count"
                yield Problem(REVIEWS, line, Code.DAY_FAR, message, "Check the year.", Level.NOTICE)
    file = handbook.root / REVIEWS
    lines = file.read_text("utf-8", errors="replace").splitlines() if document else []
    folders = {section.folder for section in handbook.guide.sections}
    for number, text in enumerate(lines, 1):
        section = next((match["section"] for each in lines[number : number + 2] if (match := _SECTION.match(each))), "")
        if _ENTRY.match(text) and section in folders:
            message = f'the review of "{section}" is a remark because of its number signs, so it doesn\'t count'
            hint = 'Remove the number sign and the space behind it from each of its lines: "- date: …".'
            yield Problem(REVIEWS, number, Code.ENTRY_REMARK, message, hint, Level.NOTICE)
