"""SCORM 1.2: a package that a learning platform plays, with our own player; it reports a score and every answer."""

from __future__ import annotations

from dataclasses import replace
from errno import ENOENT
from pathlib import Path

from ..archive import zipped
from ..assessment import Assessment, Format, Losses
from ..scorm.manifest import MANIFEST, PAGE, manifest
from ..scorm.page import SCRIPT, STYLE, page
from ..scorm.record import KEPT, line_for, records

_ASSETS = "docs/assets"
_FONTS = ("atkinson-hyperlegible-latin-400-normal.woff2", "atkinson-hyperlegible-latin-700-normal.woff2")
_HELD = (SCRIPT, STYLE, *(f"fonts/{name}" for name in (*_FONTS, "OFL-AtkinsonHyperlegible.txt")))
_FULL = f"the answers to so many questions do not fit into the {KEPT:,} characters that SCORM 1.2 keeps of them"


def write(paper: Assessment, losses: Losses) -> bytes:
    """The package: manifest, page, script, style and fonts, in that order. Raises OSError where one is missing.

    A test whose answers could not be saved as a whole is refused as a whole.
    """
    found = records(paper, losses)
    paper = replace(paper, items=tuple(item for item in paper.items if item.id not in losses.left_out))
    line = line_for(found)
    if line is None:
        for item in paper.items:
            losses.leave_out(item, _FULL)
        return b""
    files = {PAGE: page(paper, found, line), **{name: _asset(paper.root, name) for name in _HELD}}
    return zipped({MANIFEST: manifest(paper, files), **files}, paper.edition)


def _asset(root: Path | None, name: str) -> bytes:
    try:
        return ((root or Path()) / _ASSETS / name).read_bytes()
    except FileNotFoundError as error:
        what = f'{_ASSETS}/{name} is missing. Run "npm run build" in web/ to make it'
        raise FileNotFoundError(ENOENT, what) from error


FORMAT = Format("SCORM 1.2 package", ".zip", write, markup=True)
