"""What people read and sign: a page, a section or the whole handbook, and what tells one state of it from another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from ..model.guide import HOME, Page, Section, resolve_link
from ..model.news import News
from ..model.roles import EVERYTHING
from ..source.profile import Medium
from .read import Handbook

WHOLE = "The whole handbook"
_HASH = 8
_LINK = re.compile(r"\]\([^)]*")


@dataclass(frozen=True, slots=True)
class Reading:
    """What is to be read: its permanent name, its title, its pages in order."""

    name: str
    title: str
    pages: tuple[Page, ...]

    @property
    def start(self) -> str:
        """The page to begin with: the home page for the whole handbook."""
        return self.pages[0].path if self.pages and self.title != WHOLE else HOME


def page_to_read(page: Page) -> Reading:
    """One page. Its name comes from its first address, so that a move changes nothing on a platform."""
    first = page.meta.was[0] if page.meta and page.meta.was else page.path
    return Reading(_permanent_name(first.removesuffix(".md")), page.title, (page,))


def section_to_read(section: Section, handbook: Handbook) -> Reading:
    """All pages of a section."""
    return Reading(_permanent_name(section.folder), section.title, handbook.guide.pages_of(section))


def whole_to_read(handbook: Handbook) -> Reading:
    """All pages for staff that someone wrote: those of the sections that are in the menu."""
    sections = (section for section in handbook.guide.sections if not section.foot)
    pages = (page for section in sections for page in handbook.guide.pages_of(section) if not page.generated)
    return Reading(_permanent_name(EVERYTHING), WHOLE, tuple(pages))


def reading_named(name: str, handbook: Handbook) -> Reading | None:
    """What a path below docs names: a page, the folder of a section, or "all". None where there is no such."""
    if name == EVERYTHING:
        return whole_to_read(handbook)
    page = handbook.guide.page(name)
    if page:
        return page_to_read(page)
    section = next((section for section in handbook.guide.sections if section.folder == name), None)
    return section_to_read(section, handbook) if section else None


def readings(handbook: Handbook) -> Iterator[tuple[Reading, tuple[Reading, ...]]]:
    """All that staff can sign for: the whole, then each section, each with its pages by themselves."""
    yield whole_to_read(handbook), ()
    for section in handbook.guide.sections:
        if not section.foot:
            whole = section_to_read(section, handbook)
            yield whole, tuple(page_to_read(page) for page in whole.pages if not page.generated)


def fingerprint(reading: Reading, handbook: Handbook) -> str:
    """Eight hex digits that change with any text of its pages: head, body, boxes of others, values of the county.

    Where a page is, and where its links lead, is no text: a page that moves has been read all the same.
    """
    pages = sorted(_page_digest(page, handbook) for page in reading.pages)
    return sha256(b"".join(pages)).hexdigest()[:_HASH]


def _page_digest(page: Page, handbook: Handbook) -> bytes:
    digest = sha256()
    shows = (box.fence.body for box in handbook.guide.sources_of(page))
    lead = (page.meta.title, page.meta.summary) if page.meta else ()
    for text in (*lead, page.markup.body, *shows):
        digest.update(_LINK.sub("](", handbook.profile.fill(text, Medium.PAGE)).encode() + b"\0")
    return digest.digest()


def requests(reading: Reading, handbook: Handbook) -> list[tuple[str, News]]:
    """The news that asks for a new signature under it, the newest first, each with its permanent name.

    That is its day and its place among the requests of that day, so that rewording it asks nobody again. News that
    names no page is about all of them.
    """
    paths = {page.path for page in reading.pages}
    names = dict[date, int]()
    result = list[tuple[str, News]]()
    for entry in sorted((each for each in reversed(handbook.news) if each.asks_again), key=lambda each: each.date):
        names[entry.date] = names.get(entry.date, 0) + 1
        if entry.link is None or _target(entry.link, handbook) in paths:
            result.append((f"{entry.date}.{names[entry.date]}", entry))
    return result[::-1]


def _target(link: str, handbook: Handbook) -> str | None:
    page = handbook.guide.page(resolve_link(HOME, link)[0])
    return page.path if page else None


def last_request(reading: Reading, handbook: Handbook) -> str:
    """The name of the newest request. Empty where there is none."""
    return next((name for name, _ in requests(reading, handbook)), "")


def _permanent_name(address: str) -> str:
    return "read-" + re.sub(r"[^A-Za-z0-9]+", "-", address).strip("-").lower()
