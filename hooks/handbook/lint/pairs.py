"""Rules for two items at a time, over a bank of any size: Q18, Q19.

Each item is looked up by its rare words and not held against every other one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from math import ceil

from ..model.items import Single
from ..model.shapes import Type
from .rules import Finding
from .texts import LINKING, Reading, root, words

Run = tuple[str, ...]
"""Words that follow each other."""

_ALIKE = 0.75
_RARE = 3
_RUN = 4
_FEWEST = 6
_ASKED = {"stem", "options", "cards", "left", "right", "steps", "accept", "nodes", "prompts"}


def near_duplicates(readings: Sequence[Reading]) -> Iterator[tuple[Reading, Finding]]:
    """Q19: no two items of one type share most words of stem and options. Enemies may: they are never asked together.

    Source of the index: prefix filtering (Chaudhuri, Ganti and Kaushik, 2006). Of two sets of n words that share the
    part t, the n - tn + k rarest words of one and of the other have k in common, so only those are looked up.
    """
    said = [frozenset(_said(reading)) for reading in readings]
    frequency = Counter(word for one in said for word in one)
    index: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for at, mine in enumerate(said):
        if len(mine) < _FEWEST:
            continue
        rarest = sorted(mine, key=lambda word: (frequency[word], word))
        prefix = [(readings[at].item.type, word) for word in rarest[: len(mine) - ceil(_ALIKE * len(mine)) + _RARE]]
        met = Counter(before for key in prefix for before in index[key])
        for before in sorted(before for before, count in met.items() if count >= _RARE):
            shared = len(mine & said[before])
            alike = shared >= _ALIKE * (len(mine) + len(said[before]) - shared)
            if alike and not _enemies(readings[at], readings[before]):
                yield readings[at], _duplicate(readings[at], readings[before])
                break
        for key in prefix:
            index[key].append(at)


def _duplicate(reading: Reading, other: Reading) -> Finding:
    where = f"{other.document.path}:{other.banked.line}"
    hint = f'Ask about something else, or keep them apart: "enemies: [{other.item.id}]".'
    return Finding(f'it is nearly the same question as "{other.item.id}" ({where})', hint, ("stem",), other=other)


def hinging(readings: Sequence[Reading]) -> Iterator[tuple[Reading, Finding]]:
    """Q18: no stem holds the answer to another question word for word. Enemies are never asked together.

    Reasons are not looked at: they are shown after the answer, and what they share with other keys is mostly idiom.
    """
    keys: defaultdict[Run, list[int]] = defaultdict(list)
    for at, reading in enumerate(readings):
        for run in _key_runs(reading):
            keys[run].append(at)
    for reading in readings:
        told: dict[int, Run] = {}
        for run in _runs(reading.item.stem):
            for at in keys.get(run, ()):
                told.setdefault(at, run)
        for at, run in told.items():
            if readings[at] is not reading and not _enemies(reading, readings[at]):
                yield reading, _giveaway(readings[at], run)


def _giveaway(answered: Reading, run: Run) -> Finding:
    name = answered.item.id
    message = f'its question gives away the answer to "{name}": "{" ".join(run)}"'
    return Finding(message, f'Reword it, or add "enemies: [{name}]".', ("stem",), other=answered)


def _key_runs(reading: Reading) -> set[Run]:
    """The runs of words that stand in the right answer and nowhere else in the question."""
    item = reading.item
    if isinstance(reading.shape, Type):
        return {run for accepted in reading.shape.accept for run in _runs(accepted.text or "")}
    if not isinstance(item, Single):
        return set()
    (choices,) = reading.choices
    others = set(_runs(item.stem)).union(*(_runs(choices.texts[at]) for at in choices.wrong))
    return {run for at in choices.right for run in _runs(choices.texts[at])} - others


def _runs(text: str) -> list[Run]:
    """All runs of four words with two that carry meaning."""
    said = words(text)
    telling = [word not in LINKING for word in said]
    starts = range(len(said) - _RUN + 1)
    return [tuple(said[at : at + _RUN]) for at in starts if sum(telling[at : at + _RUN]) >= 2]


def _enemies(one: Reading, other: Reading) -> bool:
    return other.item.id in one.item.enemies or one.item.id in other.item.enemies


def _said(reading: Reading) -> Iterator[str]:
    for where, text in reading.texts:
        if where[0] in _ASKED and not {"why", "advice"} & set(where):
            yield from (root(word) for word in words(text) if word not in LINKING)
