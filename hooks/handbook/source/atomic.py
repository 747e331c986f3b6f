"""Writes files whole or not at all: what was there stays until all of the new is written."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path


class WriteError(OSError):
    """A file could not be written. The message says which one, why, and what that leaves behind."""


def write_whole(file: Path, content: bytes) -> None:
    """Put a file in its place only when all of it is written. Raises WriteError; what was there is then untouched."""
    write_all({file: content})


def write_all(files: Mapping[Path, bytes]) -> None:
    """Put files in their places only when all of them are written. Missing folders are made.

    A file that may not be changed is not replaced either, and one that is not a plain file (a pipe, /dev/null) is
    written to as it is. Raises WriteError.
    """
    parts: dict[Path, Path] = {}
    placed: list[str] = []
    file = Path()
    try:
        for file, content in files.items():
            _write_beside(file, content, parts)
        for file, part in parts.items():
            part.replace(file.resolve())
            placed.append(str(file))
    except OSError as error:
        left = f"Already written: {', '.join(placed)}." if placed else "Nothing has changed."
        raise WriteError(f"Can't write {file}: {error.strerror}. {left}") from error
    finally:
        for part in parts.values():
            with suppress(OSError):
                part.unlink(missing_ok=True)


def _write_beside(file: Path, content: bytes, parts: dict[Path, Path]) -> None:
    """Write what a file is to hold into another one in the same folder, and note it among the parts."""
    if file.exists() and not file.is_file():
        file.write_bytes(content)
        return
    if file.exists() and not os.access(file, os.W_OK):
        raise PermissionError(13, "it may not be changed")
    place = file.resolve()
    place.parent.mkdir(parents=True, exist_ok=True)
    parts[file] = part = place.with_name(f".handbook-{secrets.token_hex(4)}.part")
    with part.open("xb") as opened:
        opened.write(content)
    if place.exists():
        shutil.copymode(place, part)
