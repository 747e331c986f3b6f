"""The log of reviews: who read which section through, what was checked, and what came of it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .dates import Day
from .schema import Entity, Text


class Review(Entity):
    """One reading of a section by the role that owns it."""

    date: Annotated[Day, Field(examples=["2026-11-22"])]
    """The day of the review: year, month, day."""
    section: Annotated[Text, Field(examples=["channels/telephone"])]
    """The folder of the section, as in sections.yml."""
    role: Annotated[Text, Field(examples=["Customer Service team"])]
    """Who checked it: a role, not a person's name."""
    checked: Annotated[Text, Field(examples=["Read all pages; rang every number."])]
    """What was checked, in one sentence."""
    result: Literal["no-change", "changed", "needs-decision"]
    """What came of it: nothing to change, text was changed, or someone has to decide something first."""
