"""Lets two folders change places in one step, where the system can: then neither is ever missing."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

_HERE = -100
"""AT_FDCWD of fcntl.h: a path is relative to the current folder."""
_SWAP = 2
"""RENAME_EXCHANGE of Linux (renameat2) and RENAME_SWAP of macOS (renamex_np) have the same value."""


def exchange(one: Path, other: Path) -> bool:
    """Exchange what two paths name. False, and nothing has changed, where the system or its disk can't do that."""
    if sys.platform == "win32":
        return False
    system = ctypes.CDLL(None)
    paths = os.fsencode(one), os.fsencode(other)
    try:
        if sys.platform == "darwin":
            return bool(system.renamex_np(*paths, _SWAP) == 0)
        return bool(system.renameat2(_HERE, paths[0], _HERE, paths[1], _SWAP) == 0)
    except AttributeError:  # a C library without it
        return False
