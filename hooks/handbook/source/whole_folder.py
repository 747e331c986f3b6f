"""Puts a folder in the place of another once it is whole. Whenever a run is killed, one of the two is there.

In the folder around it are, for `site`: `.cache/site.lock`, held while it is replaced; `.site-…`, a new one that is
being filled; and where folders can't change places in one step, `.site-old` for a moment.
"""

from __future__ import annotations

import logging
import os
import secrets
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from .exchange import exchange

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

log = logging.getLogger(__name__)


class FolderError(Exception):
    """The folder could not be replaced; what was there is still there. The message says why."""


@contextmanager
def replacing(folder: Path) -> Iterator[Path]:
    """A new, empty folder to fill, which takes the place of `folder` when the block ends without an exception.

    Raises FolderError when it can't be written, and when another run is replacing it.
    """
    with holding(folder):
        with _in_words(folder):
            _recover(folder)
            fresh = _beside(folder, secrets.token_hex(4))
            fresh.mkdir()
        try:
            yield fresh
            with _in_words(folder):
                _swap(fresh, folder)
        finally:
            _remove(fresh)


@contextmanager
def holding(folder: Path) -> Iterator[None]:
    """While the block runs, no other run replaces the folder. Raises FolderError when one is doing so."""
    with _in_words(folder):
        file = folder.with_name(".cache") / f"{folder.name}.lock"
        file.parent.mkdir(exist_ok=True)
        lock = file.open("ab")
    with lock:
        try:
            _lock(lock.fileno())
        except (BlockingIOError, PermissionError):
            message = f"Another run is writing {folder.name}/. Wait until it has finished, then try again."
            raise FolderError(message) from None
        except OSError as error:
            message = f"Can't lock {lock.name}: {error.strerror}. Use a folder on a disk of this computer."
            raise FolderError(message) from error
        yield


def recover(folder: Path) -> None:
    """Put back a folder that a killed run had moved aside. Nothing happens where it is there or can't be put back."""
    if not os.path.lexists(folder) and os.path.lexists(_beside(folder, "old")):
        with suppress(FolderError), holding(folder), _in_words(folder):
            _recover(folder)


def _recover(folder: Path) -> None:
    old = _beside(folder, "old")
    if not os.path.lexists(folder) and os.path.lexists(old):
        old.rename(folder)
    for leftover in folder.parent.glob(f".{folder.name}-*"):
        _remove(leftover)


def _swap(fresh: Path, folder: Path) -> None:
    """Put the new folder in its place. What was there is then removed: it is where `fresh` was, or it is `old`."""
    if not os.path.lexists(folder):
        fresh.rename(folder)
    elif not exchange(fresh, folder):
        old = _beside(folder, "old")
        folder.rename(old)
        try:
            fresh.rename(folder)
        except OSError:
            old.rename(folder)
            raise
        _remove(old)


def _remove(path: Path) -> None:
    """Remove a folder of ours. Where that fails, it is reported; the next run tries again."""
    try:
        if path.is_symlink() or path.is_file():
            path.unlink()
        elif path.exists():
            shutil.rmtree(path)
    except OSError as error:
        log.warning("Can't remove %s, which is no longer needed: %s.", path, error.strerror)


def _beside(folder: Path, name: str) -> Path:
    return folder.with_name(f".{folder.name}-{name}")


def _lock(number: int) -> None:
    """Lock an open file until it is closed, or this program ends in whatever way."""
    if sys.platform == "win32":
        msvcrt.locking(number, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def _in_words(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        where = error.filename or folder
        raise FolderError(f"Can't write {where}: {error.strerror}.") from error
