"""Rules for reasons and for all texts: Q16, Q25, Q26."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .rules import Finding
from .texts import LintItem, word_list, words

_VERDICT = word_list(
    """
    a absolutely and answer best but choice correct correctly course exactly false good great idea incorrect is it
    it's never no not of one option quite right so sorry that that's the this true unfortunately very well wrong yes
    """
)
_FEWEST_WORDS = 4
_LONG_ENOUGH = 60
_NO_ALTERNATIVE = re.compile(r"!\[\s*\]")
_COLORS = ("red", "green", "blue", "yellow", "orange", "gray", "grey", "purple", "pink")
_BY_COLOR = re.compile(
    rf"\b(?:shown|marked|highlighted|printed|colou?red|underlined) in (?:{'|'.join(_COLORS)})\b|"
    rf"\bthe (?:{'|'.join(_COLORS)}) (?:button|link|text|words?|options?|answers?|icon|arrow|field)s?\b",
    re.IGNORECASE,
)
_NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")


def teaches(reading: LintItem) -> Iterator[Finding]:
    """Q16: a reason says why, not just that it is right or wrong.

    Where things are sorted, matched or put in order, a word or two may be enough.
    """
    fewest = _FEWEST_WORDS if reading.choices or reading.statement else 1
    for where, text in reading.reasons:
        if len(text) < _LONG_ENOUGH:
            reason_words = words(text)
            if len(reason_words) < fewest or _VERDICT.issuperset(reason_words):
                yield Finding(f'"{text}" gives no reason', "Say what happens to the customer, and why.", where)


def seen_by_all(reading: LintItem) -> Iterator[Finding]:
    """Q25: a picture has its text alternative, and nothing is named by its color alone."""
    for where, _ in reading.places(_NO_ALTERNATIVE, ("![",)):
        yield Finding(
            "a picture has no description", "Describe it between the brackets: ![a form with three fields](…).", where
        )
    for where, text in reading.places(_BY_COLOR, _COLORS):
        yield Finding(
            f'"{text}" means nothing to people who can\'t see it', "Name it by its words or its position, too.", where
        )


def can_be_exported(reading: LintItem) -> Iterator[Finding]:
    """Q26: every character can stand in an export. `handbook export` reports what one format alone cannot hold."""
    for where, text in reading.places(_NOT_TEXT):
        yield Finding(f"contains a character that isn't text (number {ord(text)})", "Retype the text.", where)
