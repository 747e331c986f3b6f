"""Every text of the handbook, every YAML document and every directive, to look through."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..book.read import Handbook
from ..model.guide import Placed
from ..source.document import Document


def handbook_texts(handbook: Handbook, pattern: str | re.Pattern[str]) -> Iterator[tuple[str, int, str]]:
    """Every text of the handbook that holds a pattern, with its file and line.

    A whole page or file is asked first, so the pattern must not depend on where a text begins or ends.
    """
    holds = re.compile(pattern).search
    for page in handbook.guide.written:
        if holds(page.markup.body):
            yield from ((page.file, line, text) for text, line in page.markup.prose if holds(text))
    for document in documents_of(handbook):
        if document.text and "\\" not in document.text and not holds(document.text):
            continue
        for where, text in document.texts():
            if holds(text):
                yield document.path, document.line(where), text


def documents_of(handbook: Handbook) -> Iterator[Document]:
    """Every YAML document: files of their own, heads of pages, directives."""
    yield from handbook.documents
    yield from (page.markup.meta for page in handbook.guide.written)
    yield from (placed.document for placed in placed_in(handbook) if placed.document)


def placed_in(handbook: Handbook) -> Iterator[Placed]:
    """Every directive where it stands, page by page."""
    for page in handbook.guide.written:
        yield from page.placed


@dataclass
class Place:
    """Finds the lines of what Markdown has read in a text, which keeps no lines: it asks for it in its order."""

    text: str
    first: int
    at: int = 0

    def line(self, *pieces: str) -> int:
        """The line of the next such piece, or of the first one; that where the text begins when it has none.

        Of several pieces, the first that is there counts.
        """
        for piece in pieces:
            start = self.text.find(piece, self.at)
            start = start if start >= 0 else self.text.find(piece)
            if start >= 0:
                self.at = start + len(piece)
                return self.first + self.text.count("\n", 0, start)
        return self.first
