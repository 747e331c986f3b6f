"""Checks of pictures: each has its file, holds only shapes and words, and says in words what it shows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from xml.etree.ElementTree import Element

from ..book.read import DOCS, Handbook
from ..model.blocks import Cards, Figure
from ..model.guide import resolve_link
from ..source.codes import Code
from ..source.document import Document
from ..source.problems import Problem, did_you_mean
from ..source.svg import ICONS, QUICK_ICON, UnfitPicture, read_picture, safe_picture
from .markup import OWN_COMPUTER
from .offers import offer
from .texts import handbook_texts, placed_in

PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg")
_PICTURE = re.compile(r"!\[(?P<alt>[^\]]*)\](?=[(\[])")
_FILE_NAME = re.compile(r"\S+\.(?:png|jpe?g|gif|svg|webp)", re.IGNORECASE)


def silent_pictures(handbook: Handbook) -> Iterator[Problem]:
    """People who cannot see a picture hear its words. Source: WCAG 2.2, success criterion 1.1.1."""
    for path, line, text in handbook_texts(handbook, "!["):
        for match in _PICTURE.finditer(text):
            alt = match["alt"].strip()
            if not alt or _FILE_NAME.fullmatch(alt):
                message = "this picture has no description for people who can't see it"
                hint = 'Describe it between the brackets: "![A desk with two chairs](desk.png)".'
                yield Problem(path, line, Code.PICTURE_WORDS, message, hint)


def wrong_figures(handbook: Handbook) -> Iterator[Problem]:
    """Every figure has its file; an SVG picture holds only shapes and words."""
    for block, path, document in _figures(handbook):
        file, line = document.path, document.line(("src",))
        if OWN_COMPUTER.match(block.src):
            continue  # told as a link to one computer
        if path not in handbook.files:
            page = handbook.guide.page(file.removeprefix(f"{DOCS}/"))
            hint = offer(block.src, page, handbook) or "Check the path. It starts from the folder of this page."
            yield Problem(file, line, Code.PICTURE_MISSING, f'there is no picture "{block.src}"', hint)
        elif PurePosixPath(path).suffix.lower() not in PICTURES:
            message = f'"{block.src}" is not a picture that a browser shows'
            yield Problem(file, line, Code.PICTURE_UNFIT, message, "Save it as PNG, JPEG or plain SVG.")
        elif path.endswith(".svg") and (reason := _reason(read_picture, handbook.root / DOCS / path)):
            message, hint = f'the picture "{block.src}" can\'t be shown: {reason}', "Save it as plain SVG, or ask IT."
            yield Problem(file, line, Code.PICTURE_UNFIT, message, hint)


def wrong_icons(handbook: Handbook) -> Iterator[Problem]:
    """Every icon that a card names is there; so is that of the link in the header."""
    icons = sorted(file.stem for file in (handbook.root / ICONS).glob("*.svg"))
    for name, file, line in _icons(handbook):
        if name not in icons:
            message = f'there is no icon "{name}"'
            hint = did_you_mean(name, icons) if icons else f"Put the file {ICONS}/{name}.svg back."
            yield Problem(file, line, Code.ICON_MISSING, message, hint)
        elif reason := _reason(read_picture, handbook.root / ICONS / f"{name}.svg"):
            message, hint = f'the icon "{name}" can\'t be shown: {reason}', "Choose another one, or ask IT."
            yield Problem(file, line, Code.PICTURE_UNFIT, message, hint)


def unfit_pictures(handbook: Handbook) -> Iterator[Problem]:
    """SVG files that no figure or card shows are published too, and a browser runs what is in them."""
    paths = {path for _, path, _ in _figures(handbook)}
    paths |= {f"{ICONS}/{name}.svg".removeprefix(f"{DOCS}/") for name, _, _ in _icons(handbook)}
    for path in sorted(handbook.files - paths):
        reason = _reason(safe_picture, handbook.root / DOCS / path) if path.lower().endswith(".svg") else ""
        if reason:
            message, hint = f"this picture can't be published: {reason}", "Save it as plain SVG, or as PNG."
            yield Problem(f"{DOCS}/{path}", 0, Code.PICTURE_UNFIT, message, hint)


def _figures(handbook: Handbook) -> Iterator[tuple[Figure, str, Document]]:
    """Every figure with the path of its picture (from docs)."""
    for placed in placed_in(handbook):
        if isinstance(placed.block, Figure) and placed.document is not None:
            yield placed.block, resolve_link(placed.page, placed.block.src)[0], placed.document


def _icons(handbook: Handbook) -> Iterator[tuple[str, str, int]]:
    """The name of every icon that is shown, and what shows it."""
    if quick := handbook.guide.quick:
        yield QUICK_ICON, quick.file, quick.markup.meta.line(("quick",))
    for placed in placed_in(handbook):
        for at, card in enumerate(placed.block.items if isinstance(placed.block, Cards) else ()):
            if card.icon and placed.document:
                yield card.icon, placed.document.path, placed.document.line(("items", at, "icon"))


def _reason(read: Callable[[Path], Element], file: Path) -> str:
    """Why a picture cannot be shown; empty where it can."""
    try:
        read(file)
    except UnfitPicture as error:
        return str(error)
    return ""
