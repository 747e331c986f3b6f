"""Checks that every picture in a page says in words what it shows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .book import Handbook
from .problems import Problem

_PICTURE = re.compile(r"!\[(?P<alt>[^\]]*)\](?=[(\[])")
_FILE_NAME = re.compile(r"\S+\.(?:png|jpe?g|gif|svg|webp)", re.IGNORECASE)


def silent_pictures(handbook: Handbook) -> Iterator[Problem]:
    """People who cannot see a picture hear its words. Source: WCAG 2.2, success criterion 1.1.1."""
    for path, line, text in _texts(handbook):
        for found in _PICTURE.finditer(text):
            alt = found["alt"].strip()
            if not alt or _FILE_NAME.fullmatch(alt):
                message = "this picture has no words for people who cannot see it"
                cure = 'Say between the brackets what it shows: "![A desk with two chairs](desk.png)".'
                yield Problem(path, line, message, cure)


def _texts(handbook: Handbook) -> Iterator[tuple[str, int, str]]:
    for page in handbook.guide.pages.values():
        for text, line in page.markup.prose:
            yield page.file, line, text
        for placed in page.placed:
            if placed.document:
                for where, text in placed.document.texts():
                    yield page.file, placed.document.line(where), text
    for document in handbook.bank.documents:
        for where, text in document.texts():
            yield document.path, document.line(where), text
