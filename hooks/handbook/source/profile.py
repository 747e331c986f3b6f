"""The organization profile and the `{{ placeholders }}` that read from it."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from .contact import PHONE, dialed, email_doubt, is_email, phone_doubt, phone_in, stands_for_nothing, web_doubt
from .personal import STANDS_FOR

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
    """One value of the profile. `key` is `group.name`, `text` is empty where the county has yet to fill it in.

    `required` is one that staff can't do without; `label` is what it is called where its name doesn't say it.
    """

    key: str
    text: str
    line: int
    required: bool = False
    label: str = ""

    @property
    def name(self) -> str:
        """What it is called in a sentence."""
        return self.label or self.key.rpartition(".")[2].replace("_", " ")

    @property
    def href(self) -> str | None:
        """The address a value links to: of a phone number, an email address, a web address. None for other values."""
        name = self.key.rpartition(".")[2]
        if not self.text:
            return None
        if number := self.text if PHONE.fullmatch(self.text) else name.endswith("phone") and phone_in(self.text):
            return "tel:" + dialed(number)
        if name.endswith("email") and is_email(self.text):
            return "mailto:" + self.text
        if name.endswith("url") and self.text.startswith(("https://", "http://")):
            return self.text
        return None

    @property
    def doubt(self) -> tuple[str, str] | None:
        """What is wrong with it for what its name says it is, and what would be right."""
        return doubt(self.key.rpartition(".")[2], self.text)

    def reads(self, medium: Medium) -> str:
        """The value as text; an empty one as that medium shows it."""
        if self.text:
            return self.text
        if medium is Medium.SPEECH:
            return STANDS_FOR[self.key].blank if self.key in STANDS_FOR else f"[{self.name}]"
        return BLANK if medium is Medium.PRINT else TO_FILL_IN


def doubt(name: str, text: str) -> tuple[str, str] | None:
    """What is wrong with a text that is named as a phone number, an email address or a web address. None: nothing."""
    if not text or stands_for_nothing(text):
        return (
            (f'"{text}" stands in for a value, and readers see it', "Leave it empty until you know it.")
            if text
            else None
        )
    kinds = {"phone": phone_doubt, "fax": phone_doubt, "email": email_doubt, "url": web_doubt}
    judge = next((judge for ending, judge in kinds.items() if name.endswith(ending)), None)
    return judge(text) if judge else None


class Profile:
    """All values by key, and texts filled from them."""

    def __init__(self, values: Mapping[str, Value]) -> None:
        self.values = dict(values)

    @property
    def empty(self) -> list[Value]:
        """The values that the county has yet to fill in."""
        return [value for value in self.values.values() if not value.text]

    @property
    def missing(self) -> list[Value]:
        """The values that the county has yet to fill in and that staff can't do without."""
        return [value for value in self.empty if value.required]

    def fill(self, text: str, medium: Medium, but: Container[str] = ()) -> str:
        """The text with every known placeholder replaced. An unknown one stays as typed: it is a problem elsewhere.

        So do those `but` for these keys, as far as they have a value.
        """
        return PLACEHOLDER.sub(lambda match: self._read(match, medium, but), text)

    def _read(self, match: re.Match[str], medium: Medium, but: Container[str]) -> str:
        value = self.values.get(match[1])
        return match[0] if value is None or (value.text and value.key in but) else value.reads(medium)

    def lacks(self, keys: Iterable[str]) -> bool:
        """Whether one of these values is still empty."""
        return any(not value.text for key in keys if (value := self.values.get(key)))


def keys_in(text: str) -> Iterator[str]:
    """The keys of all placeholders in a text."""
    for match in PLACEHOLDER.finditer(text):
        yield match[1]
