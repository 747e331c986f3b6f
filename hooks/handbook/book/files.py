"""The files of the handbook's folders, as they lie there: what would be published, and links of the file system."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from ..source.names import is_published


def published_files(docs: Path) -> frozenset[str]:
    """The files of a folder that the site would hold or be made of (paths from it). Links are not followed."""
    before = len(os.path.join(docs, ""))  # noqa: PTH118 (with the slash that a Path has not)
    files = (entry.path[before:] for entry in _entries(docs) if entry.is_file(follow_symlinks=False))
    return frozenset(path for file in files if is_published(path := file.replace(os.sep, "/")))


def files_below(folder: Path) -> list[str]:
    """The files below a folder (paths from it), without links of the file system."""
    if folder.is_symlink():
        return []
    before = len(os.path.join(folder, ""))  # noqa: PTH118 (with the slash that a Path has not)
    files = (entry.path[before:] for entry in _entries(folder) if entry.is_file(follow_symlinks=False))
    return sorted(file.replace(os.sep, "/") for file in files)


def documents_below(folder: Path) -> list[str]:
    """The same without hidden ones."""
    return [file for file in files_below(folder) if not f"/{file}".count("/.")]


def symlinks(*folders: Path) -> list[Path]:
    """The links of the file system that these folders are, or hold."""
    held = [entry for folder in folders if not folder.is_symlink() for entry in _entries(folder)]
    return [
        *(folder for folder in folders if folder.is_symlink()),
        *(Path(entry.path) for entry in held if entry.is_symlink()),
    ]


def _entries(folder: Path | str) -> Iterator[os.DirEntry[str]]:
    """All that is below a folder, hidden or not, but the folders themselves; what can't be read has nothing in it."""
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _entries(entry.path)
        else:
            yield entry
