"""The paper that the guide is printed on, the formats it comes in, and the page that each has."""

from __future__ import annotations

from dataclasses import asdict, astuple, dataclass
from enum import Enum


@dataclass(frozen=True, slots=True)
class SheetSize:
    """A sheet of an office printer in millimeters, and what it is called."""

    name: str
    width: float
    height: float
    half: str
    """What half of the sheet is called: a card for the wall."""
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
    "letter": SheetSize("Letter", 215.9, 279.4, "half-letter", "quarter-letter"),
    "a4": SheetSize("A4", 210, 297, "A5", "A6"),
}
"""Source: ANSI/ASME Y14.1 (Letter), ISO 216 (A4)."""


FOLDER = "pocket-guide/"
"""The folder of the site that holds the guide."""

PER_LEAF = 4
"""Pages on the two sides of half a sheet, which is folded once; the pages of a booklet are a multiple of it."""

ENLARGED = 2.0
"""So many times as large as the reading pages is large print."""

BADGE = (85.6, 54.0)
"""An identification card in millimeters. Source: ISO/IEC 7810, ID-1 (85.60 × 53.98)."""


@dataclass(frozen=True, slots=True)
class PageFormat:
    """A page: its size and margins in millimeters, its text size in points. `outer` is the side with the color bar.

    `air` is how much of the usual space there is between the parts of a step.
    """

    width: float
    height: float
    top: float
    bottom: float
    inner: float
    outer: float
    text: float
    air: float = 1

    def tree(self) -> dict[str, float]:
        """The format as the template reads it."""
        return asdict(self)

    @property
    def high(self) -> float:
        """The height between its margins, in points."""
        return (self.height - self.top - self.bottom) / 25.4 * 72


class GuideFormat(Enum):
    """A format of the guide: its name on the command line, its file, its title, what it is for and how to print it."""

    BOOKLET = (
        *("booklet", "pocket-guide-booklet.pdf", "Booklet sheets"),
        "The whole guide, to carry. Print on both sides, then cut, fold and staple.",
    )
    MINI = (
        *("mini", "pocket-guide-mini.pdf", "Mini guide"),
        "The moments needed most, on one sheet. Print on one side, then cut once and fold.",
    )
    CARDS = (
        *("cards", "cards.pdf", "Wall cards"),
        "Each quick card, for a wall or a counter. Print the pages you need, two to a sheet, and cut them apart.",
    )
    BADGE = (
        *("badge", "badge.pdf", "Badge cards"),
        "To wear behind your ID card. Print on one side, then cut, fold, and laminate them if you can.",
    )
    LANGUAGES = (
        *("languages", "languages.pdf", "Language card"),
        "For a customer to point to their language. Print one for each counter.",
    )
    HUDDLES = (
        *("huddles", "huddles.pdf", "Huddle sheets"),
        "Ten minutes for a team. Print the one you need on both sides: situation in front, debrief on the back.",
    )
    ROLES = (
        *("role-cards", "role-cards.pdf", "Role-play cards"),
        "The two roles of every huddle, four cards to a sheet. Print on one side, then cut them apart.",
    )
    SIGN = (
        *("sign", "sheet-to-sign.pdf", "Sheet to sign"),
        "For an employee to sign that they have read this edition, with what changed since the one before.",
    )
    LARGE = (
        *("large-print", "pocket-guide-large-print.pdf", "Large print"),
        "The whole guide in letters twice as large. Print on one side or on both.",
    )
    POCKET = (
        *("pocket", "pocket-guide.pdf", "Reading pages"),
        "The whole guide for a screen or a phone, page by page.",
    )

    def __init__(self, key: str, file: str, title: str, about: str) -> None:
        self.key, self.file, self.title, self.about = key, file, title, about

    def amount(self, count: int, paper: SheetSize) -> str:
        """So many pages or sheets, in words."""
        ending = "" if count == 1 else "s"
        match self:
            case GuideFormat.BOOKLET | GuideFormat.MINI | GuideFormat.BADGE | GuideFormat.ROLES:
                return f"{count} sheet{ending} of {paper.name} paper"
            case GuideFormat.CARDS | GuideFormat.LANGUAGES:
                return f"{count} {paper.half} page{ending}"
            case _:
                return f"{count} {paper.quarter if self is GuideFormat.POCKET else paper.name} page{ending}"

    def page(self, paper: SheetSize) -> PageFormat:
        """Its page on a kind of paper: the sheet or a part of it, a panel of the mini guide, a face of a badge card.

        Nothing is printed within 6 mm of an edge: a color bar takes the 5 mm next to that on the outer side.
        """
        half_wide, half_high = paper.width / 2, paper.height / 2
        match self:
            case GuideFormat.LARGE:
                small = astuple(GuideFormat.POCKET.page(paper))
                return PageFormat(*(ENLARGED * each for each in small[:-1]))
            case GuideFormat.MINI:
                return PageFormat(half_high / 2, half_wide, top=6.5, bottom=6.5, inner=6.2, outer=6.2, text=9, air=0.7)
            case GuideFormat.CARDS | GuideFormat.LANGUAGES:
                return PageFormat(half_high, paper.width, top=10, bottom=10, inner=10, outer=10, text=10)
            case GuideFormat.ROLES:
                return PageFormat(half_wide, half_high, top=10, bottom=8, inner=10, outer=10, text=11)
            case GuideFormat.HUDDLES | GuideFormat.SIGN:
                return PageFormat(paper.width, paper.height, top=16, bottom=14, inner=20, outer=20, text=13)
            case GuideFormat.BADGE:
                return PageFormat(*BADGE, top=3.5, bottom=3.5, inner=4.5, outer=4.5, text=9)
            case _:
                return PageFormat(half_wide, half_high, top=8.5, bottom=11, inner=8.5, outer=13, text=9)
