"""What changed in the handbook and is worth telling its readers."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .dates import Day
from .schema import Entity, Text

FEED = "whats-new.xml"
"""The file of the site to follow in a news reader."""


class News(Entity):
    """One change: when, whom it concerns, what is new in one sentence, and what readers should do, if anything."""

    date: Annotated[Day, Field(examples=["2026-11-22"])]
    """The day of the change: year, month, day."""
    who: Annotated[Text, Field(examples=["Everyone who answers the telephone"])]
    """Whom it concerns."""
    what: Annotated[Text, Field(examples=["Answer each call within 2 rings; it was 3."])]
    """What is new, in one sentence."""
    action: Annotated[Text | None, Field(examples=["Read the page before your next shift."])] = None
    """What readers should do. Left out: nothing."""
    link: Annotated[Text | None, Field(examples=["channels/telephone/answer.md"])] = None
    """The page that tells more: its path below docs/."""
    sign: Literal["small", "again"] = "small"
    """again: who signed for the page has to sign again; small: what was signed stays good."""

    @property
    def asks_again(self) -> bool:
        """Whether those who signed before have to sign again."""
        return self.sign == "again"
