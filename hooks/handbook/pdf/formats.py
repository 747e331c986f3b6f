"""The paper that the guide is printed on, the formats it comes in, and the page that each has."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import Enum

from ..model.pocket import PocketGuide


@dataclass(frozen=True, slots=True)
class SheetSize:
    """A sheet of an office printer in millimeters, and what it is called."""

    name: str
    width: float
    height: float
    quarter: str
    """What a quarter of the sheet is called: a page of the guide."""

    @property
    def upright(self) -> dict[str, float]:
        """The sheet as a template reads it."""
        return {"width": self.width, "height": self.height}

    @property
    def lying(self) -> dict[str, float]:
        """The sheet turned on its side, as a template reads it."""
        return {"width": self.height, "height": self.width}


PAPERS = {
    "letter": SheetSize("Letter", 215.9, 279.4, "quarter-letter"),
    "a4": SheetSize("A4", 210, 297, "A6"),
}
"""Source: ANSI/ASME Y14.1 (Letter), ISO 216 (A4)."""


FOLDER = "pocket-guide/"
"""The folder of the site that holds the guide."""

PER_SHEET = 8
"""Pages on the two sides of a folded sheet; the pages of a booklet are a multiple of it."""


@dataclass(frozen=True, slots=True)
class PageFormat:
    """A page: its size and margins in millimeters, its text size in points. `outer` is the side with the color bar."""

    width: float
    height: float
    top: float
    bottom: float
    inner: float
    outer: float
    text: float

    def tree(self) -> dict[str, float]:
        """The format as the template reads it."""
        return asdict(self)


class GuideFormat(Enum):
    """A format of the guide: its name on the command line, its file, its title, what it is good for."""

    POCKET = ("pocket", "pocket-guide.pdf", "Reading pages", "For the screen, or to print page by page.")
    BOOKLET = ("booklet", "pocket-guide-booklet.pdf", "Booklet sheets", "To print, cut and fold into a booklet.")
    MINI = ("mini", "pocket-guide-mini.pdf", "Mini guide", "The most needed on one sheet, to cut once and fold.")
    LARGE = ("large-print", "pocket-guide-large-print.pdf", "Large print", "The whole guide in large letters.")

    def __init__(self, key: str, file: str, title: str, about: str) -> None:
        self.key, self.file, self.title, self.about = key, file, title, about

    def amount(self, count: int, paper: SheetSize) -> str:
        """So many pages or sheets, in words."""
        ending = "" if count == 1 else "s"
        if self in (GuideFormat.BOOKLET, GuideFormat.MINI):
            return f"{count} sheet{ending} of {paper.name} paper"
        return f"{count} {paper.quarter if self is GuideFormat.POCKET else paper.name} page{ending}"

    def page(self, paper: SheetSize) -> PageFormat:
        """Its page on a kind of paper: a quarter of the sheet, the whole sheet, or a panel of the mini guide.

        Nothing is printed within 6 mm of an edge: a color bar takes the 4 mm next to that on the outer side.
        """
        half_wide, half_high = paper.width / 2, paper.height / 2
        match self:
            case GuideFormat.LARGE:
                return PageFormat(paper.width, paper.height, top=24, bottom=24, inner=18, outer=20, text=18)
            case GuideFormat.MINI:
                return PageFormat(half_high / 2, half_wide, top=7, bottom=7, inner=6.5, outer=6.5, text=9)
            case _:
                return PageFormat(half_wide, half_high, top=12.5, bottom=12, inner=9, outer=12.5, text=9)


def files_of(pocket: PocketGuide | None) -> frozenset[str]:
    """The paths in the site of the files that a guide is printed to. None where nothing is to be printed."""
    formats = (form for form in GuideFormat if pocket and (pocket.mini or form is not GuideFormat.MINI))
    return frozenset(FOLDER + form.file for form in formats)
