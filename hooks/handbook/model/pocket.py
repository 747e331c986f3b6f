"""What the printed pocket guide holds."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from .items import ItemId
from .schema import Entity, Slug, Text


class PocketPage(Entity):
    """A page in the pocket guide: its title and summary, then these directives."""

    page: Text
    """The page: its path below docs/."""
    blocks: list[Slug] = []
    """Ids of the directives to print, in this order."""


class PocketSection(Entity):
    """A section of the pocket guide, the online page it points to, and the printed pages it should fill at most."""

    title: Text
    """Its heading in print."""
    online: Text
    """The page that its code leads to."""
    budget: int | None = Field(None, ge=1, le=64)
    """How many printed pages it should fill at most."""
    pages: list[PocketPage] = Field(min_length=1)
    """The pages to take texts from."""


class Blank(Entity):
    """A number on the page after the cover: a value of the profile, or a line to write on."""

    label: Text
    """What it is."""
    value: Text | None = None
    """The value of organization.yml that fills it: group.name. Without one, or while it is empty, there is a line."""


class PocketGuide(Entity):
    """What the pocket guide holds: sections, terms of the glossary, questions to check oneself.

    `mini` lists the directives of the mini guide, one a panel. A copy may be out of date
    `valid_months` after its edition.
    """

    title: Text
    """The title on the cover."""
    subtitle: Text | None = None
    """The line below it."""
    paper: Literal["letter", "a4"] = "letter"
    """The paper to print on."""
    valid_months: int = Field(12, ge=1, le=60)
    """After so many months a copy may be out of date."""
    sections: list[PocketSection] = Field(min_length=1)
    """What it holds."""
    terms: list[Text] = []
    """Terms of the glossary to print."""
    blanks: list[Blank] = Field([], max_length=6)
    """Numbers to carry along, after the list of contents."""
    questions: list[ItemId] = Field([], max_length=8)
    """Ids of questions to check oneself."""
    mini: list[Slug] = Field([], max_length=6)
    """Ids of directives for the mini guide, one a panel."""
