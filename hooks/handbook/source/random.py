"""The one generator of random numbers, the same in TypeScript: from a seed in words, the same draws for ever.

Shared vectors in `tests/golden/random/vectors.json` hold both to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

Entry = TypeVar("Entry")

_MASK = 0xFFFFFFFF


class Random:
    """Mulberry32 (Tommy Ettinger, 2017, public domain), seeded by a text."""

    def __init__(self, seed: str) -> None:
        self._state = fnv1a(seed)

    def next(self) -> int:
        """The next number of 32 bits."""
        self._state = (self._state + 0x6D2B79F5) & _MASK
        mixed = (self._state ^ self._state >> 15) * (self._state | 1) & _MASK
        mixed ^= (mixed + (mixed ^ mixed >> 7) * (mixed | 61)) & _MASK
        return mixed ^ mixed >> 14

    def below(self, limit: int) -> int:
        """A number from 0 up to, but not including, a limit of at most 32 bits."""
        return (self.next() * limit) >> 32

    def shuffled(self, entries: Sequence[Entry]) -> list[Entry]:
        """The entries in another order (Fisher and Yates, from the end)."""
        order = list(entries)
        for last in range(len(order) - 1, 0, -1):
            other = self.below(last + 1)
            order[last], order[other] = order[other], order[last]
        return order


def fnv1a(text: str) -> int:
    """32 bits that stand for a text: FNV-1a over its UTF-8 bytes (Internet Draft draft-eastlake-fnv)."""
    value = 0x811C9DC5
    for byte in text.encode():
        value = (value ^ byte) * 0x01000193 & _MASK
    return value
