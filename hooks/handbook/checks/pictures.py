"""Checks of pictures: each has its file, holds only shapes and words, and says in words what it shows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..book.read import DOCS, Handbook
from ..model.blocks import Cards, Figure
from ..model.guide import resolve_link
from ..source.codes import Code
from ..source.problems import Problem, did_you_mean
from ..source.svg import ICONS, UnfitPicture, read_picture
from .texts import handbook_texts, placed_in

_PICTURE = re.compile(r"!\[(?P<alt>[^\]]*)\](?=[(\[])")
_FILE_NAME = re.compile(r"\S+\.(?:png|jpe?g|gif|svg|webp)", re.IGNORECASE)


def silent_pictures(handbook: Handbook) -> Iterator[Problem]:
    """People who cannot see a picture hear its words. Source: WCAG 2.2, success criterion 1.1.1."""
    for path, line, text in handbook_texts(handbook):
        for found in _PICTURE.finditer(text):
            alt = found["alt"].strip()
            if not alt or _FILE_NAME.fullmatch(alt):
                message = "this picture has no description for people who can't see it"
                hint = 'Describe it between the brackets: "![A desk with two chairs](desk.png)".'
                yield Problem(path, line, Code.PICTURE_WORDS, message, hint)


def wrong_figures(handbook: Handbook) -> Iterator[Problem]:
    """Every figure has its file; an SVG picture holds only shapes and words."""
    for placed in placed_in(handbook):
        if not isinstance(placed.block, Figure) or placed.document is None:
            continue
        file, line = placed.document.path, placed.document.line(("src",))
        path, hint = (
            resolve_link(placed.page, placed.block.src)[0],
            "Check the path. It starts from the folder of this page.",
        )
        if not (handbook.root / DOCS / path).is_file():
            yield Problem(file, line, Code.PICTURE_MISSING, f'there is no picture "{placed.block.src}"', hint)
        elif path.endswith(".svg"):
            try:
                read_picture(handbook.root / DOCS / path)
            except UnfitPicture as error:
                message = f'the picture "{placed.block.src}" can\'t be shown: {error}'
                yield Problem(file, line, Code.PICTURE_UNFIT, message, "Save it as plain SVG, or ask IT.")


def wrong_icons(handbook: Handbook) -> Iterator[Problem]:
    """Every icon that a card names is there."""
    known = sorted(file.stem for file in (handbook.root / ICONS).glob("*.svg"))
    for placed in placed_in(handbook):
        for at, card in enumerate(placed.block.items if isinstance(placed.block, Cards) else ()):
            if not card.icon or placed.document is None:
                continue
            file, line = placed.document.path, placed.document.line(("items", at, "icon"))
            if card.icon not in known:
                message, hint = f'there is no icon "{card.icon}"', did_you_mean(card.icon, known)
                yield Problem(file, line, Code.ICON_MISSING, message, hint)
                continue
            try:
                read_picture(handbook.root / ICONS / f"{card.icon}.svg")
            except UnfitPicture as error:
                message = f'the icon "{card.icon}" can\'t be shown: {error}'
                yield Problem(file, line, Code.PICTURE_UNFIT, message, "Choose another one, or ask IT.")
