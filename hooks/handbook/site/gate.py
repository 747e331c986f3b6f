"""Lets a build begin that `handbook site` has called for, or stops it: where something is wrong, nothing is built.

The build itself checks the handbook, so that what is built is what was checked, and nothing is read or checked twice.
"""

from __future__ import annotations

import os
import sys

from ..book.read import Handbook
from ..checks.summary import counts, verdict
from ..pdf import check_print
from ..source.problems import Problems, as_text
from .build import BLOCKED, WHOLE


def pass_gate(handbook: Handbook, problems: Problems) -> None:
    """Say how much there is; or what is wrong, and end this program. Nothing in any other build, such as a preview."""
    if WHOLE not in os.environ:
        return
    check_print(handbook, problems)
    if problems.blocking:
        sys.stdout.write(f"{as_text(problems.blocking)}\n")
        sys.stderr.write(f"{verdict(problems)} Nothing was built, and site/ is unchanged.\n")
        sys.exit(BLOCKED)
    sys.stdout.write(f"{counts(handbook)}\n")
