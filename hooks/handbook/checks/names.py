"""Checks of the names of files and folders: by them the handbook finds its pages, sections and questions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import PurePosixPath

from ..book.read import DATA, DOCS, SECTIONS, Handbook
from ..book.unreadable import misnamed
from ..source.codes import Code
from ..source.problems import Level, Problem, did_you_mean, nearest

MOST_TABS = 9

_ADDRESS = re.compile(r"[a-z0-9/._-]+")


def wrong_names(handbook: Handbook) -> Iterator[Problem]:
    """A page ends in `.md`, a file of questions in `.yml`; else nobody would notice that it is not read."""
    for file in misnamed(handbook.root):
        right = PurePosixPath(file).with_suffix(".md" if file.startswith(f"{DOCS}/") and DATA not in file else ".yml")
        message, hint = "is ignored because its name has the wrong extension", f'Rename it to "{right.name}".'
        yield Problem(file, 0, Code.FILE_NAME, message, hint)
    for page in handbook.guide.written:
        if not _ADDRESS.fullmatch(page.path):
            name = re.sub(r"[^a-z0-9.]+", "-", PurePosixPath(page.path).name.lower())
            message = "the name of this page has spaces or capital letters, so its address is hard to say and to type"
            hint = f'Rename it to "{name}" before it is published.'
            yield Problem(page.file, 0, Code.PAGE_NAME, message, hint, Level.NOTICE)


def wrong_sections(handbook: Handbook) -> Iterator[Problem]:
    """Every section has a folder with pages. One that is just empty is a notice: its pages are other files."""
    document, sections = handbook.document(SECTIONS), handbook.guide.sections
    folders = {str(PurePosixPath(path).parent) for path in handbook.guide.paths} - {"."}
    spare = folders - {section.folder for section in sections}
    for where, text in document.texts() if document and isinstance(document.data, list) else ():
        if document and where[-1] == "folder" and not holds_pages(text, folders):
            message, hint = f'there is no page in the folder "{DOCS}/{text}"', did_you_mean(text, spare)
            level = Level.PROBLEM if nearest(text, spare) else Level.NOTICE
            yield Problem(SECTIONS, document.line(where), Code.SECTION_MISSING, message, hint, level)


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
