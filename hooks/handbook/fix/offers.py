"""What a message offers, put where it belongs: the words that its hint quotes, for the words that it quotes itself.

Nothing here knows a message. A line is changed only where there is one place for one offer; all else is the author's.
"""

from __future__ import annotations

import re

from ..source.lenient import indent_of
from ..source.problems import Problem

_QUOTED = re.compile(r'"((?:[^"\n]|"(?=[^\s.,:?)]))*?)"(?=[\s.,:?)]|$)')
_PAIR = re.compile(r"(?P<dash>- )?(?P<key>[\w-]+):(?: |$)")
_BLANK = "…"
"""Stands where words of the author's own belong."""


_MARKS = ("```", "#", "---", "!!!", ">")
"""What begins a box, a heading, a head or a note: more than one line has to change for it."""


def with_offer(problem: Problem, line: str) -> str:
    """The line of a problem as its hint would have it, or two where a part of it belongs on a line of its own.

    It stays as it is where the hint offers nothing, or more than one thing.
    """
    own = _PAIR.match(line.strip())
    key = f"{own['key']}:" if own else ""
    quotes, offers = _quotes(problem.hint), set(_quotes(problem.hint)) - {key}
    offer = next(iter(offers), "")
    if len(offers) != 1 or _BLANK in offer or offer.startswith(_MARKS):
        return line
    if offer.startswith(" "):
        return offer if _words(offer) == _words(line) else line
    if own and _PAIR.match(offer) and offer in line:
        return _apart(offer, line, indent_of(line) + (2 if own["dash"] else 0))
    typed = [*_quotes(problem.message), *(quote for quote in quotes if quote == key)]
    return _as_pair(offer, line) or _in_place(offer, typed, line) or line


def _apart(offer: str, line: str, column: int) -> str:
    """A key that stands at the end of another one's line, on a line of its own."""
    before = line.rstrip().removesuffix(offer)
    return f"{before.rstrip()}\n{' ' * column}{offer}" if before.endswith(" ") and before.strip() else line


def _quotes(text: str) -> list[str]:
    return [match[1] for match in _QUOTED.finditer(text) if match[1].strip()]


def _words(line: str) -> str:
    return line.strip(" \t-")


def _as_pair(offer: str, line: str) -> str | None:
    """A key with its value, in place of the same key."""
    pair, own = _PAIR.match(offer), _PAIR.match(line.strip())
    if not pair or not own or pair["key"].casefold() != own["key"].casefold():
        return None
    dash = "- " if own["dash"] and not pair["dash"] else ""
    return " " * indent_of(line) + dash + offer


def _in_place(offer: str, typed: list[str], line: str) -> str | None:
    """The offer in the one place of the line where one of these stands. A key takes the place of a key alone."""
    for words in typed:
        places = list(re.finditer(rf"(?<![\w./#-]){re.escape(words)}(?![\w/-])", line))
        is_key = offer.endswith(":")
        if len(places) == 1 and (words.endswith(":") if is_key else ":" in words or not _PAIR.match(offer)):
            return line[: places[0].start()] + offer + line[places[0].end() :]
    return None
