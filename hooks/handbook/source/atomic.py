"""Writes a file whole or not at all."""

from __future__ import annotations

from pathlib import Path


def write_whole(file: Path, content: bytes) -> None:
    """Put a file in its place only when all of it is written. Raises OSError; what was there is then untouched."""
    file = file.resolve()
    part = file.with_name(f".{file.name}.part")
    try:
        part.write_bytes(content)
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)
