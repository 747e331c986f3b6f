"""Days as people type them, and days that follow from other days."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator
from pydantic_core import PydanticCustomError

from ..git.edition import Edition

FIRST, LAST = date(2000, 1, 1), date(2099, 12, 31)
"""No handbook tells of a day before or after: one is a mistake in the year."""


def _as_typed(value: object) -> object:
    """Pydantic alone would take numbers and times, too."""
    if isinstance(value, date) or (isinstance(value, str) and re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", value)):
        return value
    raise PydanticCustomError("date_form", "not a day")


def _near(day: date) -> date:
    if FIRST <= day <= LAST:
        return day
    raise PydanticCustomError("date_far", "a day far off")


Day = Annotated[date, BeforeValidator(_as_typed), AfterValidator(_near)]
"""Year, month and day."""


def in_words(day: date) -> str:
    """A day as people write it: November 22, 2026."""
    return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"


_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
"""Whatever language the computer has."""


def edition_in_words(edition: Edition) -> str:
    """The edition with its date as people write it."""
    return str(edition).replace(edition.date.isoformat(), in_words(edition.date)) if edition.date else str(edition)


def months_after(day: date, months: int) -> date:
    """The same day some months later, or the last of the month where it has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
