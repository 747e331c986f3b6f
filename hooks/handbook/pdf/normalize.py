"""Writes a PDF: small, the same bytes for the same content, and with streams that end where they say."""

from __future__ import annotations

from io import BytesIO
from typing import Literal

import pikepdf

_AMBIGUOUS = b"\r\nendstream"
_LEVELS: tuple[Literal[5, 6, 7, 8, 9], ...] = (6, 9, 8, 7, 5)


def saved(document: pikepdf.Pdf) -> bytes:
    """The bytes of a document.

    A stream whose data end in a carriage return looks one byte too long: the line feed before `endstream` may count
    as the second half of its line end. Source: ISO 19005-2, 6.1.7.1. Such a stream gets a line feed after its data.
    Of the streams that are made in writing, another level of compression moves the end. Where none does, none are made.
    """
    pikepdf.settings.set_flate_compression_level(_LEVELS[0])
    written = _written(document, recompress_flate=True)
    for level in _LEVELS:
        if _AMBIGUOUS not in written:
            return written
        pikepdf.settings.set_flate_compression_level(level)
        written = _mended(written)
    return written if _AMBIGUOUS not in written else _mended(written, pikepdf.ObjectStreamMode.disable)


def _mended(written: bytes, mode: pikepdf.ObjectStreamMode = pikepdf.ObjectStreamMode.generate) -> bytes:
    with pikepdf.open(BytesIO(written)) as document:
        for stream in document.objects:
            if isinstance(stream, pikepdf.Stream) and (data := stream.read_raw_bytes()).endswith(b"\r"):
                stream.write(data + b"\n", filter=pikepdf.Name.FlateDecode)
        return _written(document, stream_decode_level=pikepdf.StreamDecodeLevel.none, object_stream_mode=mode)


def _written(
    document: pikepdf.Pdf,
    *,
    recompress_flate: bool = False,
    stream_decode_level: pikepdf.StreamDecodeLevel = pikepdf.StreamDecodeLevel.generalized,
    object_stream_mode: pikepdf.ObjectStreamMode = pikepdf.ObjectStreamMode.generate,
) -> bytes:
    out = BytesIO()
    document.save(
        out,
        deterministic_id=True,
        object_stream_mode=object_stream_mode,
        recompress_flate=recompress_flate,
        stream_decode_level=stream_decode_level,
    )
    return out.getvalue()
