"""Lengths of time as people write them: "2 minutes", "a minute", "1 minute 30 seconds"."""

from __future__ import annotations

import re

_UNITS = {"second": 1, "minute": 60, "hour": 3600}
_SMALL = ("a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBERS = {word: number for number, word in enumerate(_SMALL, start=1)} | {"an": 1, "one": 1}
_PART = rf"(?:(\d{{1,3}})|({'|'.join(sorted(_NUMBERS, key=len, reverse=True))}))\s*({'|'.join(_UNITS)})s?"
_WHOLE = re.compile(rf"(?:about\s+)?{_PART}(?:,?\s+(?:and\s+)?{_PART})?", re.IGNORECASE)


def seconds_in(text: str) -> int | None:
    """The seconds of a time such as "2 minutes", "a minute" or "1 minute 30 seconds". None where it is not one."""
    match = _WHOLE.fullmatch(text.strip())
    if match is None:
        return None
    figure, word, unit, *rest = match.groups()
    return _seconds(figure, word, unit) + (_seconds(*rest) if rest[-1] else 0) or None


def _seconds(figure: str | None, word: str | None, unit: str) -> int:
    return (int(figure) if figure else _NUMBERS[(word or "").lower()]) * _UNITS[unit.lower()]
