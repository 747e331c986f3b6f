"""Font files: which characters they have, and whether they can be printed."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping

KINDS = (".ttf", ".otf")
"""How the name of a font ends that can be printed."""

_BEGINNINGS = (b"\0\1\0\0", b"OTTO", b"true")
_NEEDED = ("cmap", "head", "hhea", "hmtx", "maxp", "name", "OS/2")
_OUTLINES = ("glyf", "CFF ", "CFF2")
_RESTRICTED = 2


class FontError(ValueError):
    """Why a font can't be printed."""


def characters(font: bytes) -> frozenset[str]:
    """The characters of a TrueType or OpenType font. Raises FontError where it is none, is cut off, or may not be used.

    Source: OpenType specification, "cmap" (formats 4 and 12) and "OS/2" (fsType).
    """
    try:
        tables = _tables(font)
        if _short(font, tables["OS/2"] + 8) & 0xF == _RESTRICTED:
            raise FontError("is a font whose maker doesn't allow it in a PDF")
        return frozenset(map(chr, _codes(font, tables["cmap"])))
    except (struct.error, KeyError) as error:
        raise FontError("isn't a whole font") from error


def _tables(font: bytes) -> Mapping[str, int]:
    """Where each table of a font begins. Raises FontError where one that is needed isn't there, or not to its end."""
    entries = [struct.unpack_from(">4sIII", font, 12 + 16 * at) for at in range(_short(font, 4))]
    tables = {tag.decode("latin-1"): start for tag, _, start, _ in entries}
    whole = all(start + length <= len(font) for _, _, start, length in entries)
    if not (font.startswith(_BEGINNINGS) and whole and all(name in tables for name in _NEEDED)):
        raise FontError("isn't a whole font")
    if not any(name in tables for name in _OUTLINES):
        raise FontError("is a font made of pictures")
    return tables


def _codes(font: bytes, cmap: int) -> Iterator[int]:
    """The code points of a table of characters: those of format 12, which has all of them, or else of format 4."""
    offsets = (struct.unpack_from(">I", font, cmap + 8 + 8 * at)[0] for at in range(_short(font, cmap + 2)))
    tables = {_short(font, cmap + offset): cmap + offset for offset in offsets}
    return _of_groups(font, tables[12]) if 12 in tables else _of_segments(font, tables[4])


def _of_groups(font: bytes, table: int) -> Iterator[int]:
    for at in range(struct.unpack_from(">I", font, table + 12)[0]):
        first, last, _ = struct.unpack_from(">III", font, table + 16 + 12 * at)
        yield from range(first, min(last, 0x10FFFF) + 1)


def _of_segments(font: bytes, table: int) -> Iterator[int]:
    segments = _short(font, table + 6) // 2
    ends = struct.unpack_from(f">{segments}H", font, table + 14)
    starts = struct.unpack_from(f">{segments}H", font, table + 16 + 2 * segments)
    offsets_at = table + 16 + 6 * segments
    for at, (first, last) in enumerate(zip(starts, ends, strict=True)):
        offset = _short(font, offsets_at + 2 * at)
        glyphs = offsets_at + 2 * at + offset - 2 * first
        yield from (
            code
            for code in range(first, last + 1)
            if first < 0xFFFF and (offset == 0 or _short(font, glyphs + 2 * code))
        )


def _short(font: bytes, at: int) -> int:
    return int(struct.unpack_from(">H", font, at)[0])
