"""Keeps what takes long to make, by all that it is made of: a later run with the same inputs need not make it again.

Nothing but time depends on it. An entry is written whole or not at all; one that is damaged, or is not ours, is made
anew; what has not been used for longest goes first.
"""

from __future__ import annotations

import json
import os
import sqlite3
import sys
import zlib
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from .atomic import write_whole

FOLDER = ".cache/files"
MOST = 50_000_000
"""How many bytes stay of earlier runs: several editions of this handbook's pages and files."""

_PACKAGE = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class CacheEntry:
    """Files by name, and what is to be known of them, as JSON holds it."""

    files: Mapping[str, bytes]
    facts: Any = None


class Cache:
    """The entries kept in a handbook's folder. Where nothing can be written there, nothing is kept."""

    def __init__(self, root: Path) -> None:
        self.folder = root / FOLDER
        _drop_old(self.folder)

    def entry(self, inputs: Iterable[str | bytes], make: Callable[[], CacheEntry]) -> CacheEntry:
        """What `make` gives, which must depend on `inputs` and on nothing else; kept from an earlier run if it can be.

        Raises what `make` raises; then nothing is kept.
        """
        all_inputs = list(inputs)
        content = self.find(all_inputs)
        if content is None:
            content = make()
            self.keep(all_inputs, content)
        return content

    def find(self, inputs: Iterable[str | bytes]) -> CacheEntry | None:
        """What an earlier run kept of these inputs."""
        return _read(self.folder / fingerprint([_code(), *inputs]))

    def keep(self, inputs: Iterable[str | bytes], entry: CacheEntry) -> None:
        """Keep what was made of these inputs."""
        name = fingerprint([_code(), *inputs])
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            write_whole(self.folder / name, _packed(name, entry))


def _packed(name: str, entry: CacheEntry) -> bytes:
    """The seal, a line that says what follows, then the files in a row."""
    head = json.dumps([entry.facts, {file: len(content) for file, content in entry.files.items()}])
    content = b"".join([head.encode(), b"\n", *entry.files.values()])
    return _seal(name, content) + content


def _read(file: Path) -> CacheEntry | None:
    try:
        raw = file.read_bytes()
        os.utime(file)
    except OSError:
        return None
    seal = len(_seal("", b""))
    if raw[:seal] != _seal(file.name, raw[seal:]):
        return None
    end = raw.index(b"\n", seal)
    facts, sizes = json.loads(raw[seal:end])
    files, at = {}, end + 1
    for name, size in sizes.items():
        files[name] = raw[at : at + size]
        at += size
    return CacheEntry(files, facts)


def _seal(name: str, content: bytes) -> bytes:
    return sha256(name.encode() + content).digest()


def _drop_old(folder: Path) -> None:
    with suppress(OSError):
        files = ((entry.stat(), entry.path) for entry in os.scandir(folder))
        ages = sorted((status.st_mtime_ns, status.st_size, path) for status, path in files)
        total = sum(size for _, size, _ in ages)
        for _, size, path in ages:
            if total <= MOST:
                break
            Path(path).unlink(missing_ok=True)
            total -= size


@lru_cache(maxsize=1)
def _code() -> str:
    """What makes the files, as it was when this program began: our own code and templates, and the libraries."""
    versions = [sys.version, sqlite3.sqlite_version, zlib.ZLIB_RUNTIME_VERSION, *_libraries()]
    package = str(_PACKAGE)
    below = (f"{folder}/{name}" for folder, _, names in os.walk(package) for name in names)
    files = sorted(file for file in below if not file.endswith(".pyc"))
    parts = (part for file in files for part in (file.removeprefix(package), Path(file).read_bytes()))
    return fingerprint([*versions, *parts])


def _libraries() -> list[str]:
    """Every library there is, with its version: both are in the name of the folder that lists it."""
    folders = (folder for folder in sys.path if folder and Path(folder).is_dir())
    return sorted(
        {entry.name for folder in folders for entry in os.scandir(folder) if entry.name.endswith(".dist-info")}
    )


def fingerprint(parts: Iterable[str | bytes]) -> str:
    """One hash of all parts; where one ends is part of it."""
    whole = sha256()
    for part in parts:
        raw = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        whole.update(len(raw).to_bytes(8))
        whole.update(raw)
    return whole.hexdigest()
