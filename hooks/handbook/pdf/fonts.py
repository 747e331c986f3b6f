"""The fonts of the printed guide, and which characters they can print."""

from __future__ import annotations

import struct
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).parent / "fonts"


def unprintable(text: str) -> str:
    """The characters of a text that no font here can print, each once, in order."""
    printable = _printable()
    return "" if printable.issuperset(text) else "".join(dict.fromkeys(char for char in text if char not in printable))


@lru_cache(maxsize=1)
def _printable() -> frozenset[str]:
    return frozenset(chr(code) for file in FOLDER.glob("*.ttf") for code in _characters(file.read_bytes()))


def _characters(font: bytes) -> set[int]:
    """The code points of a TrueType font. Source: OpenType specification, "cmap", format 4."""
    tables = (struct.unpack_from(">4sIII", font, 12 + 16 * at) for at in range(_short(font, 4)))
    cmap = next(offset for tag, _, offset, _ in tables if tag == b"cmap")
    subtables = (cmap + struct.unpack_from(">I", font, cmap + 8 + 8 * at)[0] for at in range(_short(font, cmap + 2)))
    table = next(start for start in subtables if _short(font, start) == 4)
    segments = _short(font, table + 6) // 2
    ends = struct.unpack_from(f">{segments}H", font, table + 14)
    starts = struct.unpack_from(f">{segments}H", font, table + 16 + 2 * segments)
    return {char for first, last in zip(starts, ends, strict=True) for char in range(first, last + 1) if first < 0xFFFF}


def _short(font: bytes, at: int) -> int:
    return int(struct.unpack_from(">H", font, at)[0])
