"""What commands share that read the handbook and check nothing."""

from __future__ import annotations

from pathlib import Path

from ..book.read import Handbook, read_handbook
from ..source.memo import memo
from ..source.problems import Problems


def read(root: Path, problems: Problems) -> Handbook:
    """The handbook in a folder. Files that an earlier run has read are not read again while they are the same."""
    with memo(root, "read"):
        return read_handbook(root, problems)
