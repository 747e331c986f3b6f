"""Everything that can be wrong with a handbook, print included."""

from __future__ import annotations

from pathlib import Path

from ..book.read import Handbook
from ..checks import check_handbook
from ..pdf import check_print
from ..source.problems import Problems


def inspect(root: Path) -> tuple[Handbook, Problems]:
    """Read and check the handbook in a folder, and see whether the pocket guide can be set."""
    handbook, problems = check_handbook(root)
    check_print(handbook, problems)
    return handbook, problems
