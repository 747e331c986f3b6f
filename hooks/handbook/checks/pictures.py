"""Checks of pictures: each has its file, holds only shapes and words, and says in words what it shows."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from pathlib import Path, PurePosixPath
from xml.etree.ElementTree import Element

from ..book.read import DOCS, ORGANIZATION, Handbook
from ..model.blocks import Cards, Figure
from ..model.guide import resolve_link
from ..source.codes import Code
from ..source.document import Document
from ..source.file_kinds import BEGINNINGS, is_cut_off, other_kind, what_it_is
from ..source.problems import Level, Problem, nearest
from ..source.svg import ICONS, QUICK_ICON, UnfitPicture, read_picture, safe_picture
from .files import OWN, is_known
from .markup import OWN_COMPUTER
from .offers import offer
from .texts import handbook_texts, placed_in

_LARGEST_PICTURE, _LARGEST = 1_000_000, 5_000_000
PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg")
_PICTURE = re.compile(r"!\[(?P<alt>[^\]]*)\](?:\((?P<target>[^)\s]*)\)|(?=[(\[]))")
_NO_WORDS = re.compile(
    r"|…|\S+\.(?:png|jpe?g|gif|svg|webp|avif|heic)|(?:img|dsc[nf]?|pxl|image|photo|picture|screen ?shot|scan)[\W\d_]*|"
    r"(?:a |an |the )?(?:image|photo|picture|graphic|figure|alt(?: text)?)\.?",
    re.IGNORECASE,
)
"""What says nothing of a picture: nothing, the name of its file, what a camera or a program calls it."""


def silent_pictures(handbook: Handbook) -> Iterator[Problem]:
    """People who cannot see a picture hear its words. Source: WCAG 2.2, success criterion 1.1.1."""
    for block, _, document in _figures(handbook):
        if block.alt.strip() != "…" and _NO_WORDS.fullmatch(block.alt.strip()):  # that is reported as sample text
            message = f'"alt: {block.alt}" says nothing to people who can\'t see the picture'
            hint = 'Write there what it shows: "alt: …".'
            yield Problem(document.path, document.line(("alt",)), Code.PICTURE_WORDS, message, hint)
    for path, line, text in handbook_texts(handbook, r"!\["):
        for match in _PICTURE.finditer(text):
            alt = match["alt"].strip()
            if _NO_WORDS.fullmatch(alt):
                message = f'"{match[0]}" has no description for people who can\'t see it'
                hint = f'Write there what it shows: "![…]({match["target"] or ""})".'
                yield Problem(path, line, Code.PICTURE_WORDS, message, hint)


def wrong_figures(handbook: Handbook) -> Iterator[Problem]:
    """Every figure has its file; an SVG picture holds only shapes and words."""
    for block, path, document in _figures(handbook):
        file, line = document.path, document.line(("src",))
        if OWN_COMPUTER.match(block.src):
            continue  # reported as a link to one computer
        if path not in handbook.files:
            page = handbook.guide.page(file.removeprefix(f"{DOCS}/"))
            hint = offer(block.src, page, handbook) or "Check the path. It starts from the folder of this page."
            yield Problem(file, line, Code.PICTURE_MISSING, f'there is no picture "{block.src}"', hint)
        elif PurePosixPath(path).suffix.lower() not in PICTURES:
            if not is_known(path):
                continue  # reported for the file, which is not published
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
            hint = _like(name, icons) if icons else f"Put the file {ICONS}/{name}.svg back."
            yield Problem(file, line, Code.ICON_MISSING, message, hint)
        elif reason := _reason(read_picture, handbook.root / ICONS / f"{name}.svg"):
            message, hint = f'the icon "{name}" can\'t be shown: {reason}', "Choose another one, or ask IT."
            yield Problem(file, line, Code.PICTURE_UNFIT, message, hint)
    yield from _empty_icons(handbook, icons)


def _empty_icons(handbook: Handbook, icons: Collection[str]) -> Iterator[Problem]:
    """Cards whose line for an icon names none, so that they stand without one among others."""
    for placed in placed_in(handbook):
        items = placed.block.items if isinstance(placed.block, Cards) else ()
        data = placed.document.data if placed.document else {}
        entries = data.get("items", []) if isinstance(data, dict) else []
        for at, (card, entry) in enumerate(zip(items, entries, strict=False)):
            if card.icon is None and isinstance(entry, dict) and "icon" in entry and placed.document:
                line = placed.document.line(("items", at, "icon"))
                hint = f"Remove the line, or write behind it one of these: {', '.join(icons)}."
                message = f'"icon:" is empty, so the card "{card.text}" has none'
                yield Problem(placed.document.path, line, Code.ICON_MISSING, message, hint, Level.NOTICE)


def _like(name: str, icons: Collection[str]) -> str:
    """A hint with the icon that is meant, else with all: people choose one by its name."""
    near = nearest(name, icons)
    return f'Did you mean "{near}"?' if near else f"Choose one of: {', '.join(sorted(icons))}."


def wrong_seal(handbook: Handbook) -> Iterator[Problem]:
    """The county's seal is a picture. That its file is not there yet is a notice: pages then show none."""
    document, seal = handbook.document(ORGANIZATION), handbook.organization.settings.seal
    if document is None or seal is None:
        return
    line = document.line(("seal",))
    if PurePosixPath(seal).suffix.lower() not in PICTURES:
        message = f'seal: "{seal}" is not a picture that a browser shows'
        yield Problem(ORGANIZATION, line, Code.SEAL_MISSING, message, "Save it as PNG, JPEG or plain SVG.")
    elif seal not in handbook.files:
        hint = f"Upload it to docs/assets, or {_right_path(seal, handbook.files)}"
        message = f'there is no picture "{seal}" below docs, so pages show no seal'
        yield Problem(ORGANIZATION, line, Code.SEAL_MISSING, message, hint, Level.NOTICE)


def _right_path(seal: str, files: Collection[str]) -> str:
    """How to write where the seal is: a file of that name, else of one like it."""
    pictures = [path for path in files if PurePosixPath(path).suffix.lower() in PICTURES]
    pictures = [path for path in pictures if not f"{DOCS}/{path}".startswith(ICONS)]
    same = [path for path in pictures if PurePosixPath(path).name.lower() == PurePosixPath(seal).name.lower()]
    near = min(same, default=None) or nearest(seal, pictures)
    return f'write where it is: "seal: {near}".' if near else 'write its path from there: "seal: assets/seal.svg".'


def unfit_pictures(handbook: Handbook) -> Iterator[Problem]:
    """SVG files that no figure or card shows are published too, and a browser runs what is in them."""
    paths = {path for _, path, _ in _figures(handbook)}
    paths |= {f"{ICONS}/{name}.svg".removeprefix(f"{DOCS}/") for name, _, _ in _icons(handbook)}
    for path in sorted(handbook.files - paths):
        reason = _reason(safe_picture, handbook.root / DOCS / path) if path.lower().endswith(".svg") else ""
        if reason:
            message, hint = f"this picture can't be published: {reason}", "Save it as plain SVG, or as PNG."
            yield Problem(f"{DOCS}/{path}", 0, Code.PICTURE_UNFIT, message, hint)


def heavy_pictures(handbook: Handbook) -> Iterator[Problem]:
    """What is published is no larger than readers can wait for, and pictures are what their names say."""
    for path in sorted(handbook.files):
        kind = PurePosixPath(path).suffix.lower()
        if kind in (".md", ".svg") or path.startswith(OWN):
            continue
        file, size = handbook.root / DOCS / path, (handbook.root / DOCS / path).stat().st_size
        if kind in BEGINNINGS and (what := what_it_is(file, kind)):
            hint = "Save it as PNG or JPEG with another program." if kind != ".pdf" else "Save it as a PDF once more."
            yield Problem(
                f"{DOCS}/{path}", 0, Code.PICTURE_UNFIT, f"this file is {what}, and browsers can't show it", hint
            )
        elif is_cut_off(file):
            message, hint = (
                "this file is cut off, so a part of it is missing",
                "Copy or upload the whole file once more.",
            )
            yield Problem(f"{DOCS}/{path}", 0, Code.PICTURE_UNFIT, message, hint)
        elif other := other_kind(file, kind):
            message = (
                f"this file is of another kind than its name says ({other[1:].upper()}), so some programs can't open it"
            )
            hint = f'Rename it to "{PurePosixPath(path).with_suffix(other)}", also where pages name it.'
            yield Problem(f"{DOCS}/{path}", 0, Code.PICTURE_UNFIT, message, hint, Level.NOTICE)
        elif size > (_LARGEST_PICTURE if kind in PICTURES else _LARGEST):
            message = f"this file has {size / 1_000_000:.1f} MB, so everybody waits for it, on a phone for long"
            hint = (
                "Scale it down to 1600 pixels or fewer, or save it as JPEG." if kind in PICTURES else "Save it smaller."
            )
            yield Problem(f"{DOCS}/{path}", 0, Code.FILE_HEAVY, message, hint, Level.NOTICE)


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
