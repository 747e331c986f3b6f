"""An answer in letters, each by the place of what it names in the bank: as packages for platforms send it.

Source: SCORM 1.2, Run-Time Environment 3.4.4 (student_response), and what `web/src/scorm/interaction.ts` writes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import assert_never

from ..model.shapes import Arrange, Choose, Pair, Part, Reflect, Shape, Story, Type

LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
EMPTY = "-"
"""Stands for a place that stayed empty."""

_STEP = re.compile(r"\d{1,2}\[\.\](?=.)")
"""SCORM 2004 numbers the steps along a story."""


def in_letters(shape: Shape, answer: Sequence[str]) -> str:
    """An answer, given by names as `model.scoring` has it, in letters; typed words as they are."""
    names = _names(shape)
    match shape:
        case Type() | Choose(truth=True):
            return answer[0] if answer else ""
        case Choose():
            return ",".join(sorted(_letter(names.index(name)) for name in answer))
        case Pair():
            targets = [target.ident for target in shape.targets]
            pairs = zip(answer[::2], answer[1::2], strict=True)
            return ",".join(sorted(f"{_letter(names.index(e))}.{_letter(targets.index(t))}" for e, t in pairs))
        case Arrange() | Story():
            return ",".join(_letter(names.index(name)) if name else EMPTY for name in answer)
        case Reflect():
            return ""
        case _:
            assert_never(shape)


def from_letters(shape: Shape, sent: str) -> tuple[str, ...] | None:
    """The names that an answer in letters stands for. None where it is no answer to a question of this shape."""
    if not sent:
        return ()
    names = _names(shape)
    match shape:
        case Type():
            return (sent,)
        case Choose(truth=True):
            return {"t": ("true",), "f": ("false",)}.get(sent[0].lower())
        case Pair():
            targets = [target.ident for target in shape.targets]
            pairs = [part.split(".") for part in sent.replace("[,]", ",").replace("[.]", ".").split(",")]
            if any(len(pair) != 2 for pair in pairs):
                return None
            places = ((_at(names, one), _at(targets, other)) for one, other in pairs)
            return _whole(name for pair in places for name in pair)
        case Choose() | Arrange() | Story():
            letters = _STEP.sub("", sent).replace("[,]", ",").split(",")
            return _whole("" if letter == EMPTY else _at(names, letter) for letter in letters)
        case Reflect():
            return None
        case _:
            assert_never(shape)


def option_names(shape: Choose) -> dict[str, str]:
    """The letter of each option as it is sent, and the capital under which people see it."""
    idents = [answer.ident for answer in shape.answers]
    sent = idents if shape.truth else LETTERS[: len(idents)]
    return {name: LETTERS[at].upper() for at, name in enumerate(sent)}


def _letter(at: int) -> str:
    """What stands for the name at a place. A package has none with more than 36; a story on paper may."""
    return LETTERS[at] if at < len(LETTERS) else f"n{at + 1}"


def _at(names: Sequence[str], letter: str) -> str | None:
    """The name behind a letter. None where there is none."""
    at = LETTERS.find(letter.strip()) if len(letter.strip()) == 1 else -1
    return names[at] if 0 <= at < len(names) else None


def _whole(names: Iterable[str | None]) -> tuple[str, ...] | None:
    """All of the names, or None where one is missing."""
    every = list(names)
    return None if None in every else tuple(name for name in every if name is not None)


def _names(shape: Shape) -> list[str]:
    """The names of what can be chosen, in the order of the bank."""
    match shape:
        case Choose():
            return _idents(shape.answers)
        case Arrange():
            return _idents(shape.steps)
        case Pair():
            return _idents(shape.entries)
        case Story():
            return list(dict.fromkeys(choice.ident for point in shape.points for choice in point.choices))
        case Type() | Reflect():
            return []
        case _:
            assert_never(shape)


def _idents(parts: Sequence[Part]) -> list[str]:
    return [part.ident for part in parts]
