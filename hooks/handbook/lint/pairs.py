"""Rules for two items at a time, over a bank of any size: Q18, Q19.

Each item is looked up by its words and not held against every other one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from ..assembly import enemies
from ..model.shapes import Type
from .likeness import alike, meanings
from .rules import Finding
from .texts import LINKING, LintItem, words

Run = tuple[str, ...]
"""Words that follow each other."""

_ALIKE = 0.4
_ALIKE_IN_ONE_PLACE = 0.25
"""Both tried on 280 questions: of the pairs that are more alike, nearly all ask the same or answer each other."""
_FEWEST = 4
"""So many meanings at least are shared."""
_RUN = 4
_QUESTION_KEYS = {"stem", "options", "cards", "left", "right", "steps", "accept", "nodes", "prompts"}


def near_duplicates(readings: Sequence[LintItem]) -> Iterator[tuple[LintItem, Finding]]:
    """Q19: no two items ask much the same. Enemies may, and enemies of enemies: no draw asks both.

    What refers to the same place of the handbook needs less in common than what does not.
    """
    texts = [meanings(_question_words(reading)) for reading in readings]
    groups = enemies(reading.item for reading in readings)
    nearest: dict[int, tuple[float, int]] = {}
    for before, at, likeness in alike(texts, _ALIKE_IN_ONE_PLACE, _FEWEST):
        one, other = readings[at].item, readings[before].item
        least = _ALIKE_IN_ONE_PLACE if {*one.refs} & {*other.refs} else _ALIKE
        if likeness >= least and groups[one.id] != groups[other.id]:
            nearest[at] = max(nearest.get(at, (0.0, 0)), (likeness, before))
    for at, (_, before) in sorted(nearest.items()):
        yield readings[at], _duplicate(readings[before])


def _duplicate(other: LintItem) -> Finding:
    where = f"{other.document.path}:{other.banked.line}"
    hint = f'Ask about something else, or keep them apart: "enemies: [{other.item.id}]".'
    return Finding(f'it is nearly the same question as "{other.item.id}" ({where})', hint, ("stem",), other=other)


def hinging(readings: Sequence[LintItem]) -> Iterator[tuple[LintItem, Finding]]:
    """Q18: no stem holds the answer to another question word for word. Enemies may: no draw asks both.

    Reasons are not looked at: they are shown after the answer, and what they share with other keys is mostly idiom.
    """
    keys: defaultdict[Run, list[int]] = defaultdict(list)
    for at, reading in enumerate(readings):
        for run in _key_runs(reading):
            keys[run].append(at)
    groups = enemies(reading.item for reading in readings)
    for reading in readings:
        longest: dict[int, Run] = {}
        for run in _runs(reading.item.stem):
            for at in keys.get(run, ()):
                longest.setdefault(at, run)
        for at, run in longest.items():
            if groups[readings[at].item.id] != groups[reading.item.id]:
                yield reading, _giveaway(readings[at], run)


def _giveaway(answered: LintItem, run: Run) -> Finding:
    name = answered.item.id
    message = f'its question gives away the answer to "{name}": "{" ".join(run)}"'
    return Finding(message, f'Reword it, or add "enemies: [{name}]".', ("stem",), other=answered)


def _key_runs(reading: LintItem) -> set[Run]:
    """The runs of words that stand in the right answer and nowhere else in the question."""
    shape = reading.shape
    if isinstance(shape, Type):
        return {run for accepted in shape.accept for run in _runs(accepted.text or "")}
    if not reading.one_of_several:
        return set()
    (choices,) = reading.choices
    others = set(_runs(reading.item.stem)).union(*(_runs(choices.texts[at]) for at in choices.wrong))
    return {run for at in choices.right for run in _runs(choices.texts[at])} - others


def _runs(text: str) -> list[Run]:
    """All runs of four words with two that carry meaning."""
    text_words = words(text)
    telling = [word not in LINKING for word in text_words]
    starts = range(len(text_words) - _RUN + 1)
    return [tuple(text_words[at : at + _RUN]) for at in starts if sum(telling[at : at + _RUN]) >= 2]


def _question_words(reading: LintItem) -> list[str]:
    """The texts that a person reads before answering."""
    return [text for where, text in reading.texts if where[0] in _QUESTION_KEYS and not {"why", "advice"} & set(where)]
