"""Counted changes to what the theme writes: a theme that writes something else is noticed, not half corrected."""

from __future__ import annotations

import re
from dataclasses import dataclass


class ThemeError(ValueError):
    """A page of the theme is not what a change to it was written for."""


BEFORE_SWITCH = '<form class="md-header__option"'
"""Where links go into the theme's header. It has no place for additions: its template would have to be copied whole."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What the theme writes (`theirs`, a pattern) and what is written instead.

    It is on a page so many `times`; None where that depends on the page: then `never` is what must not be left.
    """

    theirs: str
    ours: str
    times: int | None = 1
    never: str | None = None

    def apply(self, html: str) -> str:
        """The page with the change made. Raises ThemeError when the theme wrote something else."""
        html, times = re.subn(self.theirs, self.ours, html, flags=re.DOTALL)
        if self.times is not None and times != self.times:
            raise ThemeError(f"{self.theirs!r} was found {times} times, not {self.times}")
        if self.never and (match := re.search(self.never, html)):
            raise ThemeError(f"{match[0]!r} is still there after {self.theirs!r} was changed")
        return html


def put_before(html: str, place: str, text: str) -> str:
    """The page with a text before a place that it has once. Raises ThemeError when the theme wrote something else."""
    if html.count(place) != 1:
        raise ThemeError(f"{place!r} was found {html.count(place)} times, not once")
    return html.replace(place, text + place)
