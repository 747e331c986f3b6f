"""The organization profile and the `{{ placeholders }}` that read from it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

PLACEHOLDER = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
TO_FILL_IN = "County to fill in"
BLANK = "_" * 12


class Medium(StrEnum):
    """Where a text is shown: it decides how an empty value reads."""

    PAGE = "page"
    SPEECH = "speech"
    PRINT = "print"


@dataclass(frozen=True, slots=True)
class Value:
    """One value of the profile. `key` is `group.name`, `text` is empty where the county has yet to fill it in."""

    key: str
    text: str
    line: int

    @property
    def href(self) -> str | None:
        """The address a value links to: of a phone number, an email address, a web address. None for other values."""
        name = self.key.rpartition(".")[2]
        if not self.text:
            return None
        if name.endswith("phone"):
            return "tel:" + dialed(self.text)
        if name.endswith("email") and "@" in self.text:
            return "mailto:" + self.text
        if name.endswith("url") and self.text.startswith(("https://", "http://")):
            return self.text
        return None

    def reads(self, medium: Medium) -> str:
        """The value as text; an empty one as that medium shows it."""
        if self.text:
            return self.text
        if medium is Medium.SPEECH:
            return f"[{self.key.rpartition('.')[2].replace('_', ' ')}]"
        return BLANK if medium is Medium.PRINT else TO_FILL_IN


def dialed(number: str) -> str:
    """A phone number as a dial string. Ten digits get the country code of the North American Numbering Plan (+1)."""
    digits = re.sub(r"\D", "", number)
    if number.strip().startswith("+"):
        return "+" + digits
    return f"+1{digits}" if len(digits) == 10 else digits


class Profile:
    """All values by key, and texts filled from them."""

    def __init__(self, values: Mapping[str, Value]) -> None:
        self.values = dict(values)

    @property
    def empty(self) -> list[Value]:
        """The values that the county has yet to fill in."""
        return [value for value in self.values.values() if not value.text]

    def fill(self, text: str, medium: Medium) -> str:
        """The text with every known placeholder replaced. An unknown one stays as typed: it is a problem elsewhere."""
        return PLACEHOLDER.sub(lambda match: self._read(match, medium), text)

    def _read(self, match: re.Match[str], medium: Medium) -> str:
        value = self.values.get(match[1])
        return value.reads(medium) if value else match[0]

    def lacks(self, text: str) -> bool:
        """Whether a text needs a value that is still empty."""
        return any(not value.text for key in keys_in(text) if (value := self.values.get(key)))


def keys_in(text: str) -> Iterator[str]:
    """The keys of all placeholders in a text."""
    for match in PLACEHOLDER.finditer(text):
        yield match[1]
