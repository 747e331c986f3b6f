"""Checks of a page as a whole: its title, its section, what every page links to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from itertools import groupby

from ..book.read import DOCS, SECTIONS, Handbook
from ..model.blocks import Cards, Shortcuts
from ..model.guide import HOME, Guide, Page, link_from, resolve_link
from ..source.codes import Code
from ..source.document import Document
from ..source.markup import TOO_MANY_MARKS, is_readable
from ..source.problems import Level, Problem, recall_problems
from ..source.templates import TO_REPLACE
from .names import holds_pages
from .texts import documents_of, placed_in


def wrong_pages(handbook: Handbook) -> Iterator[Problem]:
    """A page has its title in its head and lies in a section."""
    for page in handbook.guide.written:
        typed = {number: text.strip() for text, number in page.markup.prose}
        for heading in page.headings if page.markup.has_head else ():
            if heading.level == 1:
                hint = f'Start it with two number signs: "## {heading.text}".'
                if re.match(r"#\d", line := typed.get(heading.line, "")):
                    hint = f'Write "\\{line}", so that the number sign is shown and makes no heading.'
                yield Problem(
                    page.file, heading.line, Code.PAGE_TITLE, "a page has only one title, the one in its head", hint
                )
    yield from _outside_of_sections(handbook)


def _outside_of_sections(handbook: Handbook) -> Iterator[Problem]:
    """A notice for each folder whose pages are in no section: the list of sections is another file."""
    guide = handbook.guide
    folders: dict[str, list[Page]] = {}
    for page in guide.written if _all_sections_read(handbook) else ():
        if "/" in page.path and not guide.section_of(page.path):
            folders.setdefault(page.path.rpartition("/")[0], []).append(page)
    for folder, pages in folders.items():
        entry = f"- folder: {folder}\n  title: {pages[0].title}\n  owner: …"
        message = f"the pages in this folder ({len(pages)}) aren't in any section"
        place, line = (pages[0].file, 1) if len(pages) == 1 else (f"{DOCS}/{folder}", 0)
        message = "this page isn't in any section" if len(pages) == 1 else message
        hint = f"Add its folder to {SECTIONS}:\n{entry}"
        yield Problem(place, line, Code.PAGE_SECTION, message, hint, Level.NOTICE)


def stray_pages(handbook: Handbook) -> Iterator[Problem]:
    """A page outside of all sections is meant to be there, and every other is on a card, which is in another file."""
    guide = handbook.guide
    for page in guide.written if _all_sections_read(handbook) else ():
        meta, section = page.meta, guide.section_of(page.path)
        if meta is None or page.path == HOME:
            continue
        if "/" not in page.path and not (meta.tool or meta.foot or meta.quick) and not _holds_more(page):
            message = "this page is in no section, so the header of every page links to it"
            hint = 'Move it to the folder of a section. If it belongs there, add the line "tool: true" to its head.'
            yield Problem(page.file, 1, Code.PAGE_SECTION, message, hint, Level.NOTICE)
        elif section and (index := guide.pages_of(section)[:1]) and not _leads_to(index[0], page, guide):
            message = f"no card leads to this page, so it stands last in the menu of its section ({index[0].file})"
            card = f"  - link: {link_from(index[0].path, page.path)}\n    text: {page.title}"
            yield Problem(page.file, 1, Code.PAGE_CARD, message, f"Add this to the cards there:\n{card}", Level.NOTICE)


def _holds_more(page: Page) -> bool:
    """Whether a page shows what comes from elsewhere, as pages outside of all sections do."""
    return any(type(placed.block).__module__.endswith(".generated") for placed in page.blocks)


def _leads_to(index: Page, page: Page, guide: Guide) -> bool:
    """Whether the first page of a section leads to another page; one without cards leads nowhere in particular."""
    if not all(placed.block for placed in index.placed):
        return True  # its cards may be in a box that can't be read, which is reported
    cards = [card.link for placed in index.blocks if isinstance(placed.block, Cards) for card in placed.block.items]
    links = (resolve_link(index.path, link)[0] for link in (*cards, *(link.target for link in index.markup.links)))
    return not cards or page.path == index.path or any(guide.page(path) is page for path in links)


def heavy_pages(handbook: Handbook) -> Iterator[Problem]:
    """No paragraph takes minutes to read: its brackets are bounded."""
    for page in handbook.guide.pages:
        if is_readable(page.markup.body):
            continue
        for blank, lines in groupby(page.markup.prose, key=lambda line: not line[0].strip()):
            paragraph = list(lines)
            if not blank and not is_readable("\n".join(text for text, _ in paragraph)):
                yield Problem(page.file, paragraph[0][1], Code.TEXT_MARKS, TOO_MANY_MARKS, "Split it by a blank line.")


def _all_sections_read(handbook: Handbook) -> bool:
    """Whether pages in no section can be reported: not while a section is wrong, which is reported itself."""
    document, sections = handbook.document(SECTIONS), handbook.guide.sections
    folders = {page.rpartition("/")[0] for page in handbook.guide.paths}
    read = document is not None and len(document.data) == len(sections) > 0
    return read and all(holds_pages(section.folder, folders) for section in sections)


def wrong_frame(handbook: Handbook) -> Iterator[Problem]:
    """What every page links to is there: one page of quick cards, and something at the foot. Notices."""
    guide = handbook.guide
    for page in guide.written:
        if guide.quick and page.meta and page.meta.quick and page is not guide.quick:
            message = f'the link in the header leads to {guide.quick.file}, which has "quick: true" too'
            line, hint = page.markup.meta.line(("quick",)), 'Keep the line "quick: true" in one of the two.'
            yield Problem(page.file, line, Code.FRAME_QUICK, message, hint, Level.NOTICE)
    if all(page.meta for page in guide.pages):  # else it may be in the head that could not be read
        yield from _empty_frame(handbook)


def _empty_frame(handbook: Handbook) -> Iterator[Problem]:
    guide = handbook.guide
    keys = next((placed for placed in placed_in(handbook) if isinstance(placed.block, Shortcuts)), None)
    if keys and guide.quick is None:
        message = "the key Q opens nothing, and no page links to quick cards in its header"
        hint = 'In the head of the page with the quick cards, add the line "quick: true".'
        yield Problem(guide.page_of(keys).file, keys.fence.line, Code.FRAME_QUICK, message, hint, Level.NOTICE)
    if guide.sections and guide.pages and not guide.foot:
        message = "no page is linked at the foot of every page"
        hint = 'In the head of each page that belongs there, such as the accessibility page, add the line "foot: true".'
        yield Problem(SECTIONS, 0, Code.FRAME_FOOT, message, hint, Level.NOTICE)


def unfilled_starts(handbook: Handbook) -> Iterator[Problem]:
    """Nothing that `handbook new` wrote in place of words is left."""
    for document in documents_of(handbook):
        yield from recall_problems(partial(_unfilled, document), "samples", document.text, *document.place)


def _unfilled(document: Document) -> Iterator[Problem]:
    for where, text in document.texts():
        if text in TO_REPLACE or text == "…":
            hint = "Replace it with your own words, or remove it if you don't need it."
            line, message = document.line(where), f'"{text}" is sample text that nobody has replaced yet'
            yield Problem(document.path, line, Code.TEMPLATE_TEXT, message, hint)
