"""Typed answers in one form, so that they are compared by what they say and not by how a phone writes them.

`web/src/spelling.ts` does the same; tests/golden/short holds both to it.
"""

from __future__ import annotations

import re
from math import isfinite, nan
from unicodedata import normalize

_MARKS = {"'": "‘’‚‛ʼ′´`", '"': "“”„‟«»″", "-": "‐‑‒–—―−﹣－", "": "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"}
"""Quotes and hyphens of print by what a keyboard has. Last, marks without a width, which come with copied texts."""
_STRAIGHT = str.maketrans({mark: straight for straight, marks in _MARKS.items() for mark in marks})
_BLANK = re.compile(r"[\s\x00-\x1f\x7f-\x9f]")

_TO_NINETEEN = """
zero one two three four five six seven eight nine ten
eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
"""
_TO_NINETY = "twenty thirty forty fifty sixty seventy eighty ninety"
_TO_TWENTIETH = """
first second third fourth fifth sixth seventh eighth ninth tenth
eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
"""
_ONES, _TENS, _ORDINALS = _TO_NINETEEN.split(), _TO_NINETY.split(), _TO_TWENTIETH.split()
_COUNT = re.compile(rf"(^| )(?:({'|'.join(_TENS)})(?:[ -]({'|'.join(_ONES[1:10])}))?|({'|'.join(_ONES)}))(?= |$)")
_SHORT = 3
"""As many words as an article may stand before: a whole sentence has none."""
_LEADING = {"a", "an", "the", "your", "within", "about", "by"}

_UNITS = [
    names.split("/")
    for names in (
        "second/seconds/sec/secs/s",
        "minute/minutes/min/mins",
        "hour/hours/hr/hrs/h",
        "foot/feet/ft",
        "inch/inches/in",
        "percent/per cent/%",
        "dollar/dollars/$",
    )
]
_NUMBER = re.compile(
    r"([+-]?(?:[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]*)?|[0-9]+\.?[0-9]*|\.[0-9]+)(?:e[+-]?[0-9]+)?)(?:st|nd|rd|th|,)?"
)


def fold(text: str) -> str:
    """A text with small letters, straight quotes and hyphens, and single blanks. What it says stays as it is.

    Letters are folded by Unicode's full mappings, which browsers know, too: down, up, and down again, so that "ß", "ẞ"
    and "ss" are one. Source: The Unicode Standard, 3.13 (default case conversion), and its annex 15 (form C).
    """
    return " ".join(even(text).split())


def even(text: str) -> str:
    """The same with as many blanks as there are: for a part of a text."""
    small = normalize("NFC", text).lower().upper().lower().replace("ς", "σ")
    return _BLANK.sub(" ", normalize("NFC", small).translate(_STRAIGHT))


def bare(text: str) -> str:
    """A folded text without quotes around all of it and without a full stop after it, as long as something is left."""
    folded = fold(text)
    unquoted = folded[1:-1] if len(folded) > 2 and folded[0] == folded[-1] == '"' else folded
    return unquoted.rstrip(". ").lstrip(" ") or folded


def plain(text: str) -> str:
    """A typed answer reduced to what counts: "Within the three rings." is "3 rings".

    Numbers to ninety-nine are digits, and an article or the like before the rest is gone.
    """
    words = _COUNT.sub(_digits, bare(text)).split(" ")
    while len(words) > 1 and words[0] in _LEADING:
        words = words[1:]
    return " ".join(words)


def number(text: str, unit: str = "") -> float | None:
    """The number that was typed, with or without its unit; None where it is none. "Third" and "3rd" are three."""
    figures = _without_unit(plain(text), fold(unit))
    match = _NUMBER.fullmatch(str(_ORDINALS.index(figures) + 1) if figures in _ORDINALS else figures)
    typed = float(match[1].replace(",", "")) if match else nan
    return typed if isfinite(typed) else None


def spellings(text: str) -> list[str]:
    """A text, and other ways to type it that say the same: for programs that compare letter by letter.

    With another article or none, a number to nineteen in digits or in words, quotes as a keyboard or a phone has them.
    """
    words = text.strip(". ").split()
    while len(words) > 1 and fold(words[0]) in _LEADING:
        words = words[1:]
    core = " ".join(words)
    other = " ".join(map(_counted_otherwise, words))
    begins = ["within"] if fold(words[0]) in _ONES or words[0].isdecimal() else ["the", _article(words[0]), "your"]
    longer = [f"{begin} {form}" for form in dict.fromkeys([core, other]) for begin in begins]
    forms = [text, core, other, *(longer if len(words) <= _SHORT else [])]
    straight = [form.translate(_STRAIGHT) for form in forms]
    return list(dict.fromkeys([*forms, *straight, *(form.replace("'", "’") for form in straight)]))


def _counted_otherwise(word: str) -> str:
    """A number to nineteen in digits for one in words, or the other way round; any other word as it is."""
    if fold(word) in _ONES:
        return str(_ONES.index(fold(word)))
    return _ONES[int(word)] if word.isdecimal() and str(int(word)) == word and int(word) < len(_ONES) else word


def _article(word: str) -> str:
    return "an" if fold(word)[:1] in {*"aeiou"} else "a"


def _digits(match: re.Match[str]) -> str:
    before, tens, *ones = match.groups(default="")
    return before + str(sum((10 * _TENS.index(tens) + 20 if tens else 0, *(_ONES.index(one) for one in ones if one))))


def _without_unit(text: str, unit: str) -> str:
    """The text without a unit that it ends with (a "$" may stand before it), be it one or many, or short for it.

    A unit begins after a figure or a blank: the "h" of "5th" is no hour.
    """
    names = {unit, unit.removesuffix("s"), f"{unit}s"} if unit else set()
    names.update(*(unit_names for unit_names in _UNITS if names & {*unit_names}))
    ends = (name for name in names if text.endswith(name) and not text.removesuffix(name)[-1:].isalpha())
    after = max(ends, key=len, default="")
    rest = text.removesuffix(after).rstrip()
    return rest.removeprefix("$").lstrip() if "$" in names else rest
