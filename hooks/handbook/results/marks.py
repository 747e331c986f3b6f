"""What was typed for a row of the answer sheet -> the names that it marks."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from ..model.answer_sheet import LETTERS, Row, RowKind
from .limits import LONGEST_WORDS

Read = Callable[[str], tuple[str, ...]]

_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_DATE = re.compile(
    rf"\d{{1,4}}[-/.]\d{{1,2}}[-/.]\d{{1,4}}|\d{{1,2}}[- ]?(?:{_MONTHS})[a-z]*|(?:{_MONTHS})[a-z]*[- ]?\d{{1,4}}"
    rf"|\d{{1,2}}-(?:{_MONTHS})[a-z]*-\d{{2,4}}",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[A-Z]+(?:[\s,;+&]+[A-Z]+)*")
_NUMBERS = re.compile(r"\d+(?:[\s,;+&]+\d+)*")
_TRUTH = {"T": "true", "TRUE": "true", "F": "false", "FALSE": "false"}
_NONE = frozenset({"", "-", "–", "."})


class Doubtful(Exception):
    """An entry that may mean one thing or another: why, and what would be right."""

    def __init__(self, why: str, hint: str) -> None:
        super().__init__(why)
        self.hint = hint


def reader(row: Row) -> Read:
    """What reads the cells of a row, each text once."""
    return lru_cache(maxsize=4096)(lambda text: marks_in(row, text))


def marks_in(row: Row, text: str) -> tuple[str, ...]:
    """The names that a text marks in a row; in a row for words, the words. Raises Doubtful."""
    if text in _NONE:
        return ()
    if row.kind is RowKind.WORDS:
        return (text[:LONGEST_WORDS],)
    if row.truth and text.upper() in _TRUTH:
        return (_TRUTH[text.upper()],)
    if _DATE.fullmatch(text):
        hint = f"Format the column as Text, and type {_example(row)}."
        raise Doubtful(f'"{text}" is a date that the spreadsheet made of what was typed', hint)
    places = _places(row, text)
    if row.kind is RowKind.ONE and len(places) > 1:
        raise Doubtful(f'"{text}" names more than one letter', "Type the one that counts, or leave the cell empty.")
    if len(set(places)) < len(places):
        raise Doubtful(f'"{text}" names a letter twice', f"Type each letter once: {_example(row)}.")
    return tuple(row.names[at] for at in places)


def _places(row: Row, text: str) -> list[int]:
    """The places (from 0) that letters or numbers stand for."""
    if _LETTERS.fullmatch(text.upper()):
        places = [LETTERS.index(letter) for letter in text.upper() if letter in LETTERS]
    elif _NUMBERS.fullmatch(text):
        together = row.kind is RowKind.SEVERAL and len(row.names) < 10
        numbers = re.findall(r"\d" if together else r"\d+", text)
        places = [int(number) - 1 for number in numbers]
    else:
        raise Doubtful(f'"{text}" is neither a letter nor a number', f"Type {_example(row)}.")
    if not all(0 <= at < len(row.names) for at in places):
        raise Doubtful(
            f'"{text}" is none of the letters {row.letters[0]} to {row.letters[-1]}', f"Type {_example(row)}."
        )
    return places


def _example(row: Row) -> str:
    if row.kind is RowKind.SEVERAL:
        return f'all letters that were marked, such as "{row.letters[:2]}"'
    return f"one letter from {row.letters[0]} to {row.letters[-1]}"
