"""Remembers what pure functions of texts gave, so that the next run asks only for the texts that have changed since.

Nothing but time depends on it: an answer is found by all that it depends on. What one run has not asked for is gone in
the next, but for as much of it as the work allows: so it never holds much more than one handbook needs.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from .cache import Cache, CacheEntry

Answer = TypeVar("Answer")

_open: list[_Memo] = []


class _Memo:
    """The answers that were there at the beginning, and those that this run has asked for."""

    def __init__(self, old: dict[str, Any]) -> None:
        self.old = old
        self.new: dict[str, Any] = {}

    def recall(self, key: str, make: Callable[[], Any]) -> Any:
        if key not in self.new:
            self.new[key] = self.old[key] if key in self.old else make()
        return self.new[key]

    def answers(self, spare: int) -> dict[str, Any]:
        """What the next run finds: the answers of this one, last, and so many that it had no need of."""
        others = ((key, answer) for key, answer in self.old.items() if key not in self.new)
        return {**dict(deque(others, maxlen=spare)), **self.new}


@contextmanager
def memo(root: Path, work: str, spare: int = 0) -> Iterator[None]:
    """While it is open, `recall` knows the answers of the run before on a handbook's folder, and keeps those of this.

    What different work asks for is kept apart. Nothing is kept of a run that fails. Of the answers that this run has no
    need of, `spare` stay.
    """
    cache, name = Cache(root), ("memo", work)
    entry = cache.find(name)
    mine = _Memo(entry.facts if entry else {})
    _open.append(mine)
    try:
        yield
    finally:
        _open.remove(mine)
    answers = mine.answers(spare)
    if answers.keys() != mine.old.keys():
        cache.keep(name, CacheEntry({}, answers))


def recall(make: Callable[[], Answer], *inputs: str) -> Answer:
    """What `make` gives, which must be as JSON holds it and depend on `inputs` alone; one of them says what it is.

    Whoever gets it must not change it.
    """
    if not _open:
        return make()
    parts = b"".join(f"{len(part)}:{part}".encode("utf-8", "surrogatepass") for part in inputs)
    answer: Answer = _open[-1].recall(sha256(parts).hexdigest(), make)
    return answer
