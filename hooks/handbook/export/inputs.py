"""All that the files of a test are made of, beside our own code: while it is the same, they need not be made again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..book.pages import DOCS
from ..book.read import Handbook
from ..model.guide import Guide
from .assessment import Assessment

_ASSETS = (f"{DOCS}/assets/javascripts", f"{DOCS}/assets/stylesheets", f"{DOCS}/assets/fonts")


def shared_inputs(handbook: Handbook) -> list[str | bytes]:
    """What every test of a handbook reads: the profile's values, where pages have moved to, the player's files."""
    values = [f"{value.key}={value.text}" for value in handbook.profile.values.values()]
    moved = [f"{old}>{new}" for old, new in handbook.guide.moved.items()]
    return [*values, *moved, *_contents(handbook.root)]


def paper_inputs(paper: Assessment) -> list[str | bytes]:
    """What one test reads besides."""
    about = (paper.id, paper.title, paper.code, paper.mode, paper.pass_mark, paper.edition, paper.edition.timestamp)
    items = (item.model_dump_json() for item in paper.items)
    places = (_place(ref, paper.texts.guide) for item in paper.items for ref in item.refs)
    return [*map(str, about), paper.texts.site, *items, *places]


def _place(ref: str, guide: Guide) -> str:
    """What is shown of a place that a question names: its page's title, headings and boxes."""
    placed = guide.blocks.get(ref)
    page = guide.pages.get(guide.now(placed.page if placed else ref.partition("#")[0]))
    if page is None:
        return ref
    titles = [f"{each.block.id}: {each.block.title}" for each in page.placed if each.block]
    return f"{ref}: {page.path}: {page.title}: {page.headings}: {titles}"


def _contents(root: Path) -> Iterator[str | bytes]:
    for file in sorted(file for folder in _ASSETS for file in (root / folder).glob("*") if file.is_file()):
        yield file.relative_to(root).as_posix()
        yield file.read_bytes()
