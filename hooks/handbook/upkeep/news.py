"""What is new in the handbook: the newest entries, the text of an email, and a reminder where nothing was written."""

from __future__ import annotations

from collections.abc import Iterator

from ..book.read import DATA, DOCS, NEWS, Handbook
from ..git.repository import changed_since, git
from ..model.guide import Guide
from ..model.news import News
from ..source.codes import Code
from ..source.markup import plain_text
from ..source.problems import Level, Problem
from ..source.profile import Medium

CONTENT = (DOCS, "quizbank")
UNTOLD = (f"{DATA}/searches.yml", f"{DATA}/reviews.yml", f"{DOCS}/assets", "quizbank/schema")
"""Changes here are not worth telling."""


def newest_first(handbook: Handbook) -> list[News]:
    """All entries, the newest first; those of one day in the order of the file."""
    return sorted(handbook.news, key=lambda entry: entry.date, reverse=True)


def email_text(handbook: Handbook, entry: News, site: str) -> str:
    """An entry as a message to paste: subject, whom it concerns, what is new, what to do, where to read on."""
    what = handbook.profile.fill(plain_text(entry.what), Medium.PAGE)
    link = f"\nRead more: {_online(entry.link, handbook.guide, site)}" if entry.link else ""
    action = handbook.profile.fill(plain_text(entry.action), Medium.PAGE) if entry.action else "Nothing to do."
    return (
        f"Subject: New in the customer service handbook: {what.rstrip('.')}\n\n"
        f"For: {entry.who}\n\nWhat is new: {what}\nWhat to do: {action}{link}\n"
    )


def _online(link: str, guide: Guide, site: str) -> str:
    """The full address of a page; while the site has none, that within the site."""
    return guide.online(link, site) or guide.address(link)


def untold_changes(handbook: Handbook) -> Iterator[Problem]:
    """Content changed after the last entry was written: a notice, for not every change is worth telling."""
    written = git(handbook.root, "log", "-1", "--format=%H %cs", "--", NEWS).partition(" ")
    differing = changed_since(handbook.root, written[0], *CONTENT) if written[0] else []
    files = [file for file in differing if not file.startswith(UNTOLD)]
    if files and NEWS not in files:  # else an entry is being written
        some = ", ".join(files[:3]) + (" …" if len(files) > 3 else "")
        message = f"{len(files)} file{'s' * (len(files) > 1)} changed since the last entry ({written[2]}): {some}"
        hint = "If readers should know, add an entry at the top. Otherwise, leave it."
        yield Problem(NEWS, 1, Code.NEWS_BEHIND, message, hint, Level.NOTICE)
