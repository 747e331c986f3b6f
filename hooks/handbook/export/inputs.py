"""All that the files of a test are made of, beside our own code: while it is the same, they need not be made again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from ..book.pages import DOCS
from ..book.read import Handbook
from ..model.guide import Guide
from .assessment import Assessment

_ASSETS = (f"{DOCS}/assets/javascripts", f"{DOCS}/assets/stylesheets", f"{DOCS}/assets/fonts")


def shared_inputs(handbook: Handbook) -> list[str | bytes]:
    """What every test of a handbook reads: the profile's values, where links lead to, the player's files.

    And what writes its cards: SQLite comes with the system, and not with Python.
    """
    guide = handbook.guide
    values = [f"{value.key}={value.text}" for value in handbook.profile.values.values()]
    moved = [f"{old}>{page.path} {sorted(page.anchors())}" for old, page in guide.redirects.items()]
    boxes = [f"{name}>{placed.page}" for name, placed in guide.blocks.items()]
    return [sqlite3.sqlite_version, *values, *moved, *boxes, *_contents(handbook.root)]


def paper_inputs(assessment: Assessment) -> list[str]:
    """What one test reads besides."""
    names = (assessment.id, assessment.title, assessment.code, assessment.form)
    about = (*names, assessment.mode, assessment.pass_mark, assessment.edition, assessment.edition.timestamp)
    items = (item.model_dump_json() for item in assessment.items)
    places = (_place(ref, assessment.texts.guide) for item in assessment.items for ref in item.refs)
    return [*map(str, about), assessment.texts.site, *items, *places]


def _place(ref: str, guide: Guide) -> str:
    """What is shown of a place that a question names."""
    there = guide.destination(ref)
    return f"{ref}: {there.path}: {there.title}" if there else ref


def _contents(root: Path) -> Iterator[str | bytes]:
    for file in sorted(file for folder in _ASSETS for file in (root / folder).glob("*") if file.is_file()):
        yield file.relative_to(root).as_posix()
        yield file.read_bytes()
