"""What is accepted where an answer is typed, and what is nearly right."""

from __future__ import annotations

import re
from decimal import Decimal

from pydantic import Field, model_validator

from ..source.codes import Code
from .schema import Entity, Text, fault

_PYTHON_ONLY = re.compile(r"(?<!\\)\(\?(?![:=!]|<[=!])|\\[AZ]|(?<!\\)[*+?}]\+")
"""What patterns may hold in Python and not in JavaScript: named groups, flags, \\A and \\Z, possessive repeats."""


class Accepted(Entity):
    """One accepted answer: a text (case and outer spaces do not matter), a number with tolerance, or a pattern."""

    text: Text | None = None
    """An answer in words; capitals and outer spaces do not matter."""
    number: float | None = None
    """An answer as a number."""
    tol: float = Field(0, ge=0)
    """How far a number may be off."""
    unit: Text | None = None
    """The unit that may follow a number."""
    regex: Text | None = None
    """A pattern that answers fit (for IT)."""

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: object) -> object:
        return {"text": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _one_way(self) -> Accepted:
        if sum(way is not None for way in (self.text, self.number, self.regex)) != 1:
            raise fault(
                Code.ANSWER_FORM,
                "an accepted answer is a text, a number or a pattern",
                'Use one of "text:", "number:", "regex:".',
            )
        if self.regex is not None:
            try:
                re.compile(self.regex)
            except (re.error, OverflowError, RecursionError) as error:
                raise fault(
                    Code.PATTERN_UNREADABLE,
                    f"the pattern can't be read: {error}",
                    "Use plain words, or ask IT.",
                    ("regex",),
                ) from error
            if _PYTHON_ONLY.search(self.regex):
                raise fault(
                    Code.PATTERN_UNREADABLE,
                    "part of the pattern doesn't work in browsers",
                    "Use plain words, or ask IT.",
                    ("regex",),
                )
        return self

    def fits(self, answer: str) -> bool:
        """Whether a typed answer is this one."""
        said = " ".join(answer.split()).casefold()
        if self.regex is not None:
            return re.fullmatch(self.regex, said, re.IGNORECASE) is not None
        if self.number is not None:
            return self._number_fits(said)
        return said == (self.text or "").casefold()

    def _number_fits(self, said: str) -> bool:
        bare = said.removesuffix((self.unit or "").casefold()).strip().replace(",", "")
        try:
            return abs(float(bare) - (self.number or 0)) <= self.tol
        except ValueError:
            return False

    @property
    def reads(self) -> str | None:
        """The answer as a person reads it: "five", "20 seconds", with a tolerance "19 to 21 seconds".

        None for a pattern, which is not for reading.
        """
        return self._with_unit(" to ".join(self.bounds)) if self.number is not None and self.tol else self.exactly

    @property
    def exactly(self) -> str | None:
        """The same without the tolerance, for a program that compares what was typed: "20 seconds"."""
        return self.text if self.number is None else self._with_unit(figures(self.number))

    @property
    def bounds(self) -> tuple[str, str]:
        """The least and the greatest number that is accepted."""
        number, off = _exact(self.number or 0), _exact(self.tol)
        return _figures(number - off), _figures(number + off)

    def _with_unit(self, number: str) -> str:
        return f"{number} {self.unit}" if self.unit else number


class Near(Entity):
    """An answer that is wrong but deserves a word of its own."""

    text: Text
    """An answer that is wrong but close."""
    why: Text
    """What to say to it."""


def figures(number: float) -> str:
    """A number as it is typed: all of its digits, none that say nothing."""
    return _figures(_exact(number))


def _exact(number: float) -> Decimal:
    """The number that was typed: 0.1 and 0.2 make 0.3."""
    return Decimal(repr(number))


def _figures(number: Decimal) -> str:
    return f"{(number + 0).normalize():f}"
