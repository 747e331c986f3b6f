"""What the printed pocket guide holds."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from .items import ItemIds
from .schema import Entity, Slug, Slugs, Text, Texts

PANELS = 6
"""Panels of the mini guide between its cover and its back."""

MOST_NUMBERS = 10
"""So many numbers fit inside the cover, and on the back of the mini guide."""


class PocketPage(Entity):
    """A page in the pocket guide: its title and summary, then these directives."""

    page: Text
    """The page: its path below docs/."""
    blocks: Slugs = []
    """Ids of the directives to print, in this order."""
    brief: bool = False
    """true: without reasons and remarks, but for those to keep."""


class PocketSection(Entity):
    """A section of the pocket guide, and the online page it points to, which gives it its color."""

    title: Text
    """Its heading in print, and its mark at the edge of the page."""
    online: Text
    """The page that its code leads to."""
    pages: list[PocketPage] = Field(min_length=1)
    """The pages to take texts from."""


class Number(Entity):
    """A number to carry along: a value of the profile, a text, or a line to write on."""

    label: Text
    """What it is."""
    value: Text | None = None
    """The value of organization.yml that fills it: group.name. While it is empty, there is a line."""
    text: Text | None = None
    """What to print where no value fills it, such as 711."""


class PocketGuide(Entity):
    """What the pocket guide holds: numbers, sections, terms of the glossary, questions to check oneself.

    `mini` lists the directives of the mini guide, one a panel, and `badge` the one whose letters are on the badge card.
    A copy may be out of date `valid_months` after its edition.
    """

    title: Text
    """The title on the cover."""
    subtitle: Text | None = None
    """The line below it."""
    paper: Literal["letter", "a4"] = "letter"
    """The paper to print on."""
    valid_months: int = Field(12, ge=1, le=60)
    """After so many months a copy may be out of date."""
    budget: int | None = Field(None, ge=1, le=64)
    """How many pages it should fill at most."""
    numbers: list[Number] = Field([], max_length=MOST_NUMBERS)
    """Numbers to carry along, inside the front cover. The first three are on the badge card, too."""
    sections: list[PocketSection] = Field(min_length=1)
    """What it holds."""
    terms: Texts = []
    """Terms of the glossary to print."""
    questions: ItemIds = Field([], max_length=8)
    """Ids of questions to check oneself."""
    mini: Slugs = Field([], max_length=PANELS)
    """Ids of directives for the mini guide, one a panel."""
    badge: Slug | None = None
    """The procedure for the back of the badge card: the beginning of each step."""
