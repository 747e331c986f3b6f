"""The page formats that a guide is printed in."""

from __future__ import annotations

from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class PageFormat:
    """A page: its size and margins in millimeters, its text size in points. `outer` is the side with the color bar."""

    name: str
    width: float
    height: float
    top: float
    bottom: float
    inner: float
    outer: float
    text: float

    def tree(self) -> dict[str, float | str]:
        """The format as the template reads it."""
        return asdict(self)


QUARTER_LETTER = PageFormat("quarter-letter", 107.95, 139.7, top=13.5, bottom=13.5, inner=10, outer=10, text=9)
"""A quarter of a Letter sheet: 4.25 by 5.5 inches."""
