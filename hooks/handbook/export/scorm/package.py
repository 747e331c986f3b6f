"""A whole SCORM package: the page with the player of the site, and the manifest that names all files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from errno import ENOENT
from functools import partial
from pathlib import Path

from ..archive import zipped
from ..assessment import Assessment, Format, Losses
from .manifest import PAGE, Course, described
from .page import SCRIPT, STYLE, page
from .record import line_for, records
from .standard import ScormStandard

_ASSETS = "docs/assets"
_FONTS = tuple(
    f"atkinson-hyperlegible-{part}-{weight}-normal.woff2" for part in ("latin", "accents") for weight in (400, 700)
)
_HELD = (SCRIPT, STYLE, *(f"fonts/{name}" for name in (*_FONTS, "OFL-AtkinsonHyperlegible.txt")))


def quiz_format(standard: ScormStandard, edition: str = "") -> Format:
    """A format that writes quizzes as packages. `edition` is said after the name of the standard."""
    return Format(f"{standard.title} package{edition}", ".zip", partial(_write, standard), markup=True)


def packed(
    course: Course, standard: ScormStandard, page: bytes, files: Mapping[str, bytes], root: Path | None
) -> bytes:
    """A package: the manifest, the page to start, its own files, then script, style and fonts of the player.

    Raises OSError where one of the player's files is missing.
    """
    held = {PAGE: page, **files, **{name: _asset(root, name) for name in _HELD}}
    return zipped({**described(course, standard, held), **held}, course.edition)


def _write(standard: ScormStandard, paper: Assessment, losses: Losses) -> bytes:
    """A test whose answers could not be saved as a whole is refused as a whole."""
    item_records = records(paper, standard, losses)
    paper = replace(paper, items=tuple(item for item in paper.items if item.id not in losses.left_out))
    line = line_for(item_records, standard)
    if line is None:
        for item in paper.items:
            losses.leave_out(item, _too_many(standard))
        return b""
    course = Course(paper.name, paper.texts.plain(paper.title), paper.edition, paper.code or "", paper.pass_mark)
    return packed(course, standard, page(paper, item_records, line, standard), {}, paper.root)


def _too_many(standard: ScormStandard) -> str:
    room = f"the {standard.limit:,} characters that {standard.title} keeps of them"
    return f"the answers to so many questions do not fit into {room}"


def _asset(root: Path | None, name: str) -> bytes:
    try:
        return ((root or Path()) / _ASSETS / name).read_bytes()
    except FileNotFoundError as error:
        what = f'{_ASSETS}/{name} is missing. Run "npm run build" in web/ to make it'
        raise FileNotFoundError(ENOENT, what) from error
