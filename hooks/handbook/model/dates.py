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


def meant_day(typed: str) -> date | None:
    """The day that a text means, in whatever order: "Nov 25, 2026", "11/25/2026", "25.11.2026". None where it is none.

    Where both may be, the month comes before the day, as in the United States.
    """
    words = re.findall(r"\d+|[a-z]+", typed.lower())
    months = [month[:3].lower() for month in _MONTHS]
    names = [months.index(word[:3]) + 1 for word in words if word[:3] in months]
    numbers = [int(word) for word in words if word.isdecimal()]
    year = next((number for number in numbers if number > 31), None)
    if year is None and len(numbers) == 3 - len(names[:1]):
        year = numbers[-1] + 2000
        numbers[-1] = year
    rest = [number for number in numbers if number != year]
    if year is None or len(rest) + len(names[:1]) != 2:
        return None
    month, day = (names[0], rest[0]) if names else (rest[0], rest[1])
    return _day(year, month, day) or _day(year, day, month)


def last_day(typed: str) -> date | None:
    """The last day of the month that a text names with a day that it doesn't have. None for any other text."""
    match = re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])-(\d\d)", typed)
    if match is None:
        return None
    year, month, day = map(int, match.groups())
    last = monthrange(year, month)[1]
    return date(year, month, last) if last < day <= 31 else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


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
