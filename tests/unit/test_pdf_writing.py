"""How PDFs are written: no stream may look longer than it is, which the validators see only where chance brings it."""

from __future__ import annotations

from io import BytesIO
from zlib import adler32, compress

import pikepdf
import pytest

from handbook.pdf.normalize import saved

AMBIGUOUS = b"\r\nendstream"
CONTENT = next(text for n in range(256) if adler32(text := b"0 0 m 9 0 l S %" + n * b"a") & 0xFF == ord("\r"))
"""Once compressed, it ends in a carriage return."""


def with_drawing(*, packed: bool) -> pikepdf.Pdf:
    """A document of one page with that drawing, which is compressed already or will be."""
    document = pikepdf.new()
    page, drawing = document.add_blank_page(page_size=(100, 100)), pikepdf.Stream(document, CONTENT)
    if packed:
        drawing.write(compress(CONTENT), filter=pikepdf.Name.FlateDecode)
    page.Contents = document.make_indirect(drawing)
    return document


def with_title(number: int) -> pikepdf.Pdf:
    document = pikepdf.new()
    document.add_blank_page(page_size=(100, 100))
    document.Root.Title = document.make_indirect(pikepdf.String(f"Guide {number}"))
    return document


def as_it_comes(document: pikepdf.Pdf) -> bytes:
    out = BytesIO()
    document.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


@pytest.mark.parametrize("packed", [True, False])
def test_a_stream_that_ends_in_a_carriage_return_gets_a_line_feed(packed: bool) -> None:
    assert AMBIGUOUS in as_it_comes(with_drawing(packed=packed))
    pdf = saved(with_drawing(packed=packed))
    assert AMBIGUOUS not in pdf
    with pikepdf.open(BytesIO(pdf)) as document:
        assert document.pages[0].Contents.read_bytes().strip() == CONTENT.strip()


def test_packed_objects_that_end_in_a_carriage_return_are_packed_otherwise() -> None:
    number = next(n for n in range(5000) if AMBIGUOUS in as_it_comes(with_title(n)))
    pdf = saved(with_title(number))
    assert AMBIGUOUS not in pdf
    assert b"/ObjStm" in pdf
    assert saved(with_title(number)) == pdf
    with pikepdf.open(BytesIO(pdf)) as document:
        assert str(document.Root.Title) == f"Guide {number}"
