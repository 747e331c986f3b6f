"""The editions of SCORM that a package can be of, and how much each of them keeps.

Sources: ADL SCORM 1.2 Run-Time Environment, 3.4.4; ADL SCORM 2004 3rd Edition Run-Time Environment, 4.2 (what an
element has to hold at least).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ScormStandard:
    """An edition of SCORM.

    `edition` is what pages say of it. `limit`: characters of cmi.suspend_data; `longest`: of a typed answer in the
    record; `orders`, `texts`: how many right answers the record names of steps and of typed words (None: any).
    """

    title: str
    edition: str
    limit: int
    longest: int
    orders: int
    texts: int | None


SCORM_12 = ScormStandard("SCORM 1.2", "1.2", limit=4096, longest=255, orders=6, texts=None)
SCORM_2004 = ScormStandard("SCORM 2004", "2004", limit=64_000, longest=250, orders=5, texts=5)

STANDARDS = {"scorm12": SCORM_12, "scorm2004": SCORM_2004}
"""By the name of the format."""
