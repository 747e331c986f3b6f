"""Checks of the names of files and folders: by them the handbook finds its pages, sections and questions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import PurePosixPath

from ..book.read import DOCS, SECTIONS, Handbook
from ..model.guide import Page
from ..source.codes import Code
from ..source.names import better_name, page_name
from ..source.problems import Level, Problem, almost_same, did_you_mean, nearest

MOST_TABS = 9

_NAME = re.compile(r"[a-z0-9._-]+")
_TWICE = re.compile(r"\.(?:md|html?|txt|docx?|pdf)\.md$", re.IGNORECASE)


def wrong_names(handbook: Handbook) -> Iterator[Problem]:
    """The address of a page can be said and typed. A folder that keeps it from that is reported once."""
    reported = set[str]()
    for page in handbook.guide.written:
        path = PurePosixPath(page.path)
        yield from _ends_twice(page)
        odd = [part for part in (*reversed(path.parents), path) if part.name and not _NAME.fullmatch(part.name)]
        for part in odd[:1]:
            if str(part) in reported:
                continue
            reported.add(str(part))
            what = "page" if part == path else "folder"
            message = (
                f"the name of this {what} has spaces or capital letters, so its address is hard to say and to type"
            )
            hint = f'Rename it to "{better_name(part.name)}" before it is published.'
            yield Problem(f"{DOCS}/{part}", 0, Code.PAGE_NAME, message, hint, Level.NOTICE)


def _ends_twice(page: Page) -> Iterator[Problem]:
    name = PurePosixPath(page.path).name
    if _TWICE.search(name):
        message = "the name of this page has two endings, and so would its address"
        hint = f'Rename it to "{page_name(name)}" before it is published.'
        yield Problem(page.file, 0, Code.PAGE_NAME, message, hint, Level.NOTICE)


def wrong_sections(handbook: Handbook) -> Iterator[Problem]:
    """Every section has a folder with pages. One that is just empty is a notice: its pages are other files."""
    document, sections = handbook.document(SECTIONS), handbook.guide.sections
    folders = {str(PurePosixPath(path).parent) for path in handbook.guide.paths} - {"."}
    spare = folders - {section.folder for section in sections}
    for where, text in document.texts() if document and isinstance(document.data, list) else ():
        if document and where[-1] == "folder" and not holds_pages(text, folders):
            message, hint = f'"{text}" is no folder of {DOCS} with pages', did_you_mean(text, spare)
            level = Level.PROBLEM if nearest(text, spare) else Level.NOTICE
            yield Problem(SECTIONS, document.line(where), Code.SECTION_MISSING, message, hint, level)


def repeated_sections(handbook: Handbook) -> Iterator[Problem]:
    """Every section is listed once, and its group is spelled like that of its neighbors."""
    document, sections = handbook.document(SECTIONS), handbook.guide.sections
    if document is None or not isinstance(document.data, list) or len(document.data) != len(sections):
        return
    groups = Counter(section.group for section in sections if section.group)
    for at, section in enumerate(sections):
        if any(section.folder == other.folder for other in sections[:at]):
            message = f'the section "{section.folder}" is here twice, and so is its entry in the menu'
            line, hint = document.line((at, "folder")), "Remove one of the two entries."
            yield Problem(SECTIONS, line, Code.SECTION_TWICE, message, hint)
        if twin := next(
            (each for each in sections[:at] if each.title == section.title and each.folder != section.folder), None
        ):
            message = f'the sections "{twin.folder}" and "{section.folder}" have the same name in the menu'
            line, hint = document.line((at, "title")), "Give one of them another title."
            yield Problem(SECTIONS, line, Code.SECTION_TWICE, message, hint, Level.NOTICE)
        others = {other.group for other in sections[:at] if other.group} | {name for name in groups if groups[name] > 1}
        if section.group and groups[section.group] == 1 and (near := almost_same(section.group, sorted(others))):
            message = f'the group "{section.group}" has an entry of its own in the menu, beside "{near}"'
            line, hint = document.line((at, "group")), f'Did you mean "{near}"?'
            yield Problem(SECTIONS, line, Code.GROUP_SPLIT, message, hint, Level.NOTICE)


def split_groups(handbook: Handbook) -> Iterator[Problem]:
    """The sections of a group follow each other; else the menu has the group twice. A notice."""
    document, sections = handbook.document(SECTIONS), [each for each in handbook.guide.sections if not each.foot]
    runs = [(group, next(run)) for group, run in groupby(sections, key=lambda section: section.group) if group]
    groups = [group for group, _ in runs]
    for at, (group, section) in enumerate(runs):
        if document and group in groups[:at]:
            place = handbook.guide.sections.index(section)
            message = f'the menu has "{group}" twice, because its sections aren\'t next to each other'
            hint = f'Move "{section.title}" up to the other sections of this group.'
            yield Problem(SECTIONS, document.line((place, "group")), Code.GROUP_SPLIT, message, hint, Level.NOTICE)


def crowded_menu(handbook: Handbook) -> Iterator[Problem]:
    """The tabs fit beside each other on a screen of 1024 pixels. A notice."""
    document, sections = handbook.document(SECTIONS), [each for each in handbook.guide.sections if not each.foot]
    home = [] if handbook.guide.home_section else ["Home"]
    tabs = list(dict.fromkeys([*home, *(section.tab for section in sections)]))
    if document and len(tabs) > MOST_TABS:
        first = next(section for section in sections if section.tab == tabs[MOST_TABS])
        neighbor = tabs[MOST_TABS - 1]
        message = f"the menu has {len(tabs)} tabs, and {MOST_TABS} fit on a small laptop"
        hint = f'Let "{first.title}" share a tab with "{neighbor}": give both the line "group: {neighbor}".'
        line = document.line((handbook.guide.sections.index(first), "title"))
        yield Problem(SECTIONS, line, Code.MENU_CROWDED, message, hint, Level.NOTICE)


def holds_pages(folder: str, folders: Iterable[str]) -> bool:
    """Whether a folder, or one within it, is among those that hold pages."""
    return any(f"{each}/".startswith(f"{folder}/") for each in folders)
