"""The roles of staff, and what each has to read and sign."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .schema import Entity, Text, Texts

EVERYTHING = "all"
"""Stands for the whole handbook where something to read is named."""


class Role(Entity):
    """A role, as the list of staff names it, and what people in it have to read and sign."""

    role: Annotated[Text, Field(examples=["Front desk"])]
    """What it is called in your list of staff; capital letters don't matter."""
    reads: Annotated[Texts, Field(min_length=1, examples=[["channels/telephone", "rules/identity-check.md"]])]
    """What has to be read: pages (paths below docs/), sections (their folders), or "all"."""
    days: int = Field(30, ge=0, le=365)
    """How many days a new person has for it, from the start date."""
