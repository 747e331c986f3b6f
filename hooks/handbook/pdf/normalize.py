"""Writes a PDF: small, the same bytes for the same content, and with streams that end where they say."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zlib import adler32

import pikepdf

_AMBIGUOUS = b"\r\nendstream"


def saved(document: pikepdf.Pdf) -> bytes:
    """The bytes of a document, which this may change.

    A stream whose data end in a carriage return looks one byte too long: the line feed before `endstream` may count
    as the second half of its line end. Source: ISO 19005-2, 6.1.7.1. Such a stream gets a line feed after its data.
    Objects are packed into streams only in writing: one object more, the size of a page, moves where those end.
    """
    written = _written(document)
    for page in document.pages:
        if _AMBIGUOUS not in written:
            return written
        _lengthen(document)
        page.obj.MediaBox = document.make_indirect(page.obj.MediaBox)
        written = _written(document)
    return written if _AMBIGUOUS not in written else _written(document, pikepdf.ObjectStreamMode.disable)


def _lengthen(document: pikepdf.Pdf) -> None:
    """Add a line feed to the streams that end, or will once they are compressed, in a carriage return."""
    for stream in document.objects:
        if not isinstance(stream, pikepdf.Stream):
            continue
        data = stream.read_raw_bytes()
        packing: Any = stream.get("/Filter")
        parameters: Any = stream.get("/DecodeParms")
        if (data[-1:] if packing else _checksum_end(data)) == b"\r":
            stream.write(data + b"\n", filter=packing, decode_parms=parameters)


def _checksum_end(data: bytes) -> bytes:
    """The last byte of data once they are compressed, at any level. Source: RFC 1950, 2.2."""
    return bytes([adler32(data) & 0xFF])


def _written(document: pikepdf.Pdf, mode: pikepdf.ObjectStreamMode = pikepdf.ObjectStreamMode.generate) -> bytes:
    """The bytes. Streams that are compressed stay as they are."""
    out = BytesIO()
    document.save(out, deterministic_id=True, object_stream_mode=mode)
    return out.getvalue()
