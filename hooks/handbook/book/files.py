"""The files of the handbook's folders, as they lie there: what would be published, and links of the file system."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from ..source.names import is_published


def published_files(docs: Path) -> frozenset[str]:
    """The files of a folder that the site would hold or be made of (paths from it). Links are not followed."""
    paths = (file.relative_to(docs).as_posix() for file in _entries(docs) if not file.is_symlink() and file.is_file())
    return frozenset(path for path in paths if is_published(path))


def documents_below(folder: Path) -> list[str]:
    """The files below a folder (paths from it), without hidden ones and without links of the file system."""
    files = (file.relative_to(folder) for file in _entries(folder) if not file.is_symlink() and file.is_file())
    return sorted(file.as_posix() for file in files if not any(part.startswith(".") for part in file.parts))


def symlinks(*folders: Path) -> list[Path]:
    """The links of the file system that these folders are, or hold."""
    held = [entry for folder in folders if not folder.is_symlink() for entry in _entries(folder) if entry.is_symlink()]
    return [*(folder for folder in folders if folder.is_symlink()), *held]


def _entries(folder: Path) -> Iterator[Path]:
    """All that is below a folder, hidden or not; of folders only those that are links."""
    for place, folders, files in os.walk(folder):
        folders.sort()
        yield from (Path(place, name) for name in [*folders, *sorted(files)] if name in files or _is_link(place, name))


def _is_link(place: str, name: str) -> bool:
    return Path(place, name).is_symlink()
