"""What a reader can enter for themselves, in their own browser, so that lines to say have it in them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum


class Personal(StrEnum):
    """A word of one's own, by the name under which the browser keeps it."""

    NAME = "name"
    OFFICE = "office"
    NUMBER = "number"

    @property
    def blank(self) -> str:
        """How it reads in a line to say until someone enters theirs."""
        return f"[{_BLANKS[self]}]"


_BLANKS = {Personal.NAME: "your name", Personal.OFFICE: "office name", Personal.NUMBER: "your number"}

_SAME = {
    "your office": Personal.OFFICE,
    "name of your office": Personal.OFFICE,
    "your phone number": Personal.NUMBER,
    "your direct number": Personal.NUMBER,
    "my name": Personal.NAME,
    "my office": Personal.OFFICE,
    "my number": Personal.NUMBER,
}
"""What authors may write for them as well."""

STANDS_FOR: Mapping[str, Personal] = {"people.sample_staff_1": Personal.NAME, "org.department": Personal.OFFICE}
"""The values of the profile that stand in lines to say for a reader's own, by their keys."""

_WORDS = {blank: personal for personal, blank in _BLANKS.items()} | _SAME

BRACKETED = re.compile(r"\[([^\[\]]+)\]")
"""A gap in a line to say."""


def personal_in(gap: str) -> Personal | None:
    """What a reader can enter for a gap, by what its brackets hold. None for any other."""
    return _WORDS.get(" ".join(gap.split()).lower())


SAMPLE_NAMES = frozenset(key for key, personal in STANDS_FOR.items() if personal is Personal.NAME)
"""The values that are somebody's name in place of the reader's."""


def blanks_alike(text: str) -> str:
    """A line to say with each gap that a reader can fill written in one way."""

    def blank(gap: re.Match[str]) -> str:
        personal = personal_in(gap[1])
        return personal.blank if personal else gap[0]

    return BRACKETED.sub(blank, text)
