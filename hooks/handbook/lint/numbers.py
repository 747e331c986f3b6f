"""Numbers and ranges in options."""

from __future__ import annotations

import re
from math import inf

Span = tuple[float, float, str]
"""From, to (both belong to it) and the words around the numbers."""

_NUMBER = r"(\d+(?:[.,]\d+)*)"
_BETWEEN = re.compile(rf"{_NUMBER} ?(?:-|–|to|and) ?{_NUMBER}", re.IGNORECASE)
_FROM = re.compile(
    rf"(?:at least|from) {_NUMBER}|{_NUMBER} (?:\w+ )?(?:or|and) (?:more|later|longer|above)", re.IGNORECASE
)
_ABOVE = re.compile(rf"(?:more|longer|later) than {_NUMBER}|(?:over|above) {_NUMBER}", re.IGNORECASE)
_BELOW = re.compile(rf"(?:less|fewer|shorter) than {_NUMBER}|(?:under|below) {_NUMBER}", re.IGNORECASE)
_BARE = re.compile(rf"\W*{_NUMBER}(?: (?P<unit>[^\d]{{1,24}}))?\W*")
_HAIR = 1e-9


def span(text: str) -> Span | None:
    """The range that a text names, if it is short enough to be about the range alone.

    Limits ("within 3 days") are no ranges: a question may well ask which limit holds.
    """
    if len(text) > 40 or text[:1] == "{":
        return None
    for pattern, low, high in ((_BETWEEN, 0.0, 0.0), (_FROM, 0.0, inf), (_ABOVE, _HAIR, inf), (_BELOW, -inf, -_HAIR)):
        match = pattern.search(text)
        if match:
            numbers = [float(group.replace(",", "")) for group in match.groups() if group]
            start, end = (low if low == -inf else numbers[0] + low), (high if high == inf else numbers[-1] + high)
            return start, end, pattern.sub("", text).strip(" .").lower()
    return None


def overlap(one: Span, other: Span) -> bool:
    """Whether two ranges of the same thing have a value in common."""
    return _same_thing(one[2], other[2]) and one[0] <= other[1] and other[0] <= one[1]


def _same_thing(one: str, other: str) -> bool:
    return not one or not other or one == other


def bare_number(text: str) -> float | None:
    """The number, if a text is nothing but a number and its unit."""
    match = _BARE.fullmatch(text) if len(text) < 40 else None
    return float(match[1].replace(",", "")) if match else None
