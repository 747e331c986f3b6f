"""Checks of a page as a whole: its title, its section, no raw HTML."""

from __future__ import annotations

from collections.abc import Iterator

from ..book.read import SECTIONS, Handbook
from ..source.markup import raw_html_in
from ..source.problems import Level, Problem
from ..source.templates import TO_REPLACE
from .names import holds_pages
from .texts import documents_of

NO_HTML = "Write it in Markdown, or between backticks to show it."


def wrong_pages(handbook: Handbook) -> Iterator[Problem]:
    """A page has its title in its head and lies in a section."""
    for page in handbook.guide.pages:
        for heading in page.headings:
            if heading.level == 1:
                hint = f'Begin with two marks: "## {heading.text}".'
                yield Problem(page.file, heading.line, "a page has one title, in its head", hint)
        if "/" in page.path and _all_sections_read(handbook) and not handbook.guide.section_of(page.path):
            yield Problem(page.file, 1, "this page is in no section", f"Add its folder to {SECTIONS}.", Level.NOTICE)


def _all_sections_read(handbook: Handbook) -> bool:
    """Whether pages can be told that they are in none: not while one of `sections.yml` is wrong, told there."""
    document, sections = handbook.document(SECTIONS), handbook.guide.sections
    folders = {page.rpartition("/")[0] for page in handbook.guide.paths}
    read = document is not None and len(document.data) == len(sections) > 0
    return read and all(holds_pages(section.folder, folders) for section in sections)


def unfilled_starts(handbook: Handbook) -> Iterator[Problem]:
    """Nothing that `handbook new` wrote in place of words is left."""
    for document in documents_of(handbook):
        for where, text in document.texts():
            if text in TO_REPLACE:
                hint = "Put your words in its place, or remove what is not needed."
                yield Problem(document.path, document.line(where), f'"{text}" is still to be written', hint)


def raw_html(handbook: Handbook) -> Iterator[Problem]:
    """There is no raw HTML: it would be lost in print and could break the page."""
    for page in handbook.guide.pages:
        for found, line in page.markup.raw_html:
            if found.startswith("</") and any(other.startswith(f"<{found[2:-1]}") for other, _ in page.markup.raw_html):
                continue  # told where it opens
            yield Problem(page.file, line, f'"{found}" is raw HTML', NO_HTML)
    for document in documents_of(handbook):
        for where, text in document.texts():
            found_in_text = raw_html_in(text)
            if found_in_text:
                yield Problem(document.path, document.line(where), f'"{found_in_text}" is raw HTML', NO_HTML)
