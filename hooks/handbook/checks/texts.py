"""Every text of the handbook, every YAML document and every directive, to look through."""

from __future__ import annotations

from collections.abc import Iterator

from ..book.read import Handbook
from ..model.guide import Placed
from ..source.document import Document


def handbook_texts(handbook: Handbook) -> Iterator[tuple[str, int, str]]:
    """Every text of the handbook with its file and line."""
    for page in handbook.guide.pages:
        for text, line in page.markup.prose:
            yield page.file, line, text
    for document in documents_of(handbook):
        for where, text in document.texts():
            yield document.path, document.line(where), text


def documents_of(handbook: Handbook) -> Iterator[Document]:
    """Every YAML document: files of their own, heads of pages, directives."""
    yield from handbook.documents
    yield from (page.markup.meta for page in handbook.guide.pages)
    yield from (placed.document for placed in placed_in(handbook) if placed.document)


def placed_in(handbook: Handbook) -> Iterator[Placed]:
    """Every directive where it stands, page by page."""
    for page in handbook.guide.pages:
        yield from page.placed
