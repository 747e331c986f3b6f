"""Reads a PDF back for the tests: its tag tree, its bookmarks, its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from math import hypot

import page as page_validation
import pikepdf
from pypdf import PdfReader
from pypdf.generic import Destination

POINTS = 72 / 25.4


def faults(pdf: bytes) -> list[str]:
    """What keeps a PDF from being PDF/UA-1 and PDF/A-2a."""
    profiles = page_validation.ValidationProfile
    reports = [page_validation.validate_pdf_bytes(pdf, profile=p) for p in (profiles.PDF_UA_1, profiles.PDF_A_2A)]
    return [failure.message for report in reports for failure in report.failures]


@lru_cache(maxsize=32)
def opened(pdf: bytes) -> pikepdf.Pdf:
    """The PDF, kept open: its objects live as long as it does."""
    return pikepdf.open(BytesIO(pdf))


def tags(pdf: bytes) -> Iterator[pikepdf.Object]:
    """Every structure element, in reading order."""
    yield from _below(opened(pdf).Root.StructTreeRoot)


def tagged(pdf: bytes, role: str) -> list[pikepdf.Object]:
    """The structure elements of a role, in reading order."""
    return [tag for tag in tags(pdf) if f"/{role}" == tag.S]


def children(tag: pikepdf.Object) -> list[pikepdf.Object]:
    """The structure elements directly below one."""
    content = tag.get("/K")
    entries = list(content) if isinstance(content, pikepdf.Array) else [content]
    return [entry for entry in entries if isinstance(entry, pikepdf.Dictionary) and "/S" in entry]


def scope(cell: pikepdf.Object) -> str:
    """The scope of a table's heading cell."""
    attributes = cell.A if isinstance(cell.A, pikepdf.Array) else [cell.A]
    return next(str(entry.Scope) for entry in attributes if "/Scope" in entry)


def bookmarks(pdf: bytes) -> list[tuple[str, int]]:
    """Title and page (from 1) of every bookmark."""
    reader = PdfReader(BytesIO(pdf))

    def flat(entries: object) -> Iterator[tuple[str, int]]:
        assert isinstance(entries, list)
        for entry in entries:
            if isinstance(entry, Destination):
                page = reader.get_destination_page_number(entry)
                assert page is not None
                yield str(entry.title), page + 1
            else:
                yield from flat(entry)

    return list(flat(reader.outline))


def page_texts(pdf: bytes) -> list[str]:
    """The text of each page, on one line."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages]


def targets(pdf: bytes) -> set[str]:
    """The web addresses that links lead to."""
    notes = (note for page in opened(pdf).pages for note in page.get("/Annots", []))
    return {str(note.A.URI) for note in notes if "/A" in note and "/URI" in note.A}


def listed_pages(contents: str) -> dict[str, int]:
    """What a page of contents lists: title → page number."""
    return {title.strip(): int(page) for title, page in re.findall(r"([^.]+?)[ .]{6,}(\d+)", contents)}


def letters(pdf: bytes) -> Iterator[tuple[float, float, float]]:
    """Where each piece of text begins, in millimeters from the left and from the bottom, and its size in points."""
    for page in PdfReader(BytesIO(pdf)).pages:
        positions: list[tuple[float, float, float]] = []

        def note(
            text: str,
            cm: list[float],
            tm: list[float],
            _: object,
            size: float,
            positions: list[tuple[float, float, float]] = positions,
        ) -> None:
            if text.strip():
                x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
                y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
                positions.append((x / POINTS, y / POINTS, size * hypot(*tm[2:4]) * hypot(*cm[2:4])))

        page.extract_text(visitor_text=note)
        yield from positions


def _below(tag: pikepdf.Object) -> Iterator[pikepdf.Object]:
    for child in children(tag):
        yield child
        yield from _below(child)
