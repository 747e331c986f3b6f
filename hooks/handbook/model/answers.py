"""What is accepted where an answer is typed, and what is nearly right."""

from __future__ import annotations

from decimal import Decimal
from sys import float_info

from pydantic import Field, model_validator

from ..source.codes import Code
from .pattern import PatternSlow, PatternUnreadable, read_pattern
from .schema import Entity, Text, fault
from .spelling import bare, fold, number, plain


class Accepted(Entity):
    """One accepted answer: a text, a number with tolerance, or a pattern. How it is written does not matter."""

    text: Text | None = None
    """An answer in words. Capitals, number words, an article before it and a full stop after it don't matter."""
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
            _read(self.regex)
        return self

    def fits(self, answer: str) -> bool:
        """Whether a typed answer is this one, both brought to one form (`spelling.plain`)."""
        if self.regex is not None:
            pattern = read_pattern(self.regex)
            return any(pattern.fits(form(answer)) for form in (fold, bare, plain))
        if self.number is not None:
            return self._number_fits(self.number, number(answer, self.unit or ""))
        return plain(answer) == plain(self.text or "")

    def _number_fits(self, exactly: float, typed: float | None) -> bool:
        """Whether a number lies within the tolerance, its ends included: 2.7 is 2.5 and 0.2, whatever a float adds."""
        if typed is None:
            return False
        slack = float_info.epsilon * (abs(typed) + abs(exactly) + self.tol)
        return abs(typed - exactly) <= self.tol + slack

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
        return figures(number - off), figures(number + off)

    def _with_unit(self, number: str) -> str:
        return f"{number} {self.unit}" if self.unit else number


class Near(Entity):
    """An answer that is wrong but deserves a word of its own."""

    text: Text
    """An answer that is wrong but close."""
    why: Text
    """What to say to it."""


def _read(pattern: str) -> None:
    """Raise a fault where a pattern can't be used."""
    try:
        read_pattern(pattern)
    except PatternUnreadable as error:
        raise fault(
            Code.PATTERN_UNREADABLE,
            f'the pattern can\'t be read from "{error.rest}" on',
            'Use letters, ".", "[a-z]", "\\d", "(one|two)" and the repeats "?", "*", "+" and "{2,3}". To mean '
            'one of these marks itself, put a backslash before it: "\\.".',
            ("regex",),
        ) from error
    except PatternSlow as error:
        raise fault(
            Code.PATTERN_SLOW,
            "the pattern can match an answer in so many ways that checking it could take minutes",
            'Instead of "(a+)+" write "a+", instead of "(a|b)*" write "[ab]*", and use ".*" at most three times.',
            ("regex",),
        ) from error


def figures(number: float | Decimal) -> str:
    """A number as it is typed: all of its digits, none that say nothing; no exponent, no minus before a zero."""
    exact = number if isinstance(number, Decimal) else _exact(number)
    return f"{(exact + 0).normalize():f}"


def _exact(number: float) -> Decimal:
    """The number that was typed: 0.1 and 0.2 make 0.3."""
    return Decimal(repr(number))
