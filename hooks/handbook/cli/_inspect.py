"""Everything that can be wrong with a handbook, print included."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from ..book.read import Handbook
from ..checks import check_handbook, check_site
from ..checks.days import far_days
from ..pdf import check_print
from ..source.codes import Code
from ..source.problems import Problems


class Ready(StrEnum):
    """When an empty required value is a problem: always, or once organization.yml says `ready: true`."""

    ALWAYS = "always"
    DECLARED = "declared"


def inspect(root: Path, ready: Ready | None = None) -> tuple[Handbook, Problems]:
    """Read and check the handbook in a folder, and see whether the pocket guide can be set."""
    handbook, problems = check_handbook(root)
    problems.extend(check_site(handbook))
    check_print(handbook, problems)
    problems.extend(far_days(handbook, datetime.now(UTC).date()))
    if ready is Ready.ALWAYS or (ready and handbook.organization.settings.ready):
        problems.block(Code.VALUE_REQUIRED)
    return handbook, problems
