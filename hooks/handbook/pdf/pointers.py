"""Takes out of a text what only points to a page that is not in print: on paper, nobody can follow it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from .runs import Runs, Tree, as_runs, words

AWAY = "away"
"""The kind of a link to a page of the handbook that is not in print."""

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_POINTS = re.compile(
    r"(?:^|[\s,;])(?:see|go to|read|look at|as in|(?:is|are) (?:under|on|in))(?: also)?\s*$", re.IGNORECASE
)
_CONDITION = re.compile(r"\s*(?:if|when|where|for|to|in|at|on|before|after|until|while)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"(?:\s*:|[,;][^,;:]*)\s*$")
_QUESTION = re.compile(r"\s*(?:how|what|who|where|which|why|when)\b", re.IGNORECASE)


def without_pointers(runs: Runs) -> Runs:
    """The runs without sentences, and ends of sentences, that lead only to pages that are not in print.

    Such a link within a sentence that says more becomes plain words. None is left.
    """
    if not any(run["kind"] == AWAY for run in runs):
        return plain_words(runs)
    return plain_words(_trimmed([run for sentence in _sentences(runs) for run in _without_pointer(sentence)]))


def _without_pointer(sentence: Runs) -> Runs:
    """What a sentence says without its pointer."""
    places = [at for at, run in enumerate(sentence) if run["kind"] == AWAY]
    if not places:
        return sentence
    lead, rest = sentence[: places[0]], sentence[places[-1] + 1 :]
    if not re.fullmatch(r"[\s.!]*", words(rest)):
        return sentence
    before = words(lead)
    colon = before.rstrip().endswith(":")
    if before.strip() and not colon and not _POINTS.search(before):
        return sentence
    clause = _CLAUSE.search(lead[-1].get("text", "")) if lead and (colon or not _CONDITION.match(before)) else None
    if clause is None:
        return []
    remainder = [*lead[:-1], *as_runs(lead[-1]["text"][: clause.start()] + "." + words(rest).lstrip("."))]
    return [] if _QUESTION.match(before) or _is_bare_condition(words(remainder)) else remainder


def _is_bare_condition(text: str) -> bool:
    """Whether a text is only the beginning of a sentence: "If your supervisor is out"."""
    return _CONDITION.match(text) is not None and "," not in text


def _sentences(runs: Runs) -> Iterator[Runs]:
    """The runs of each sentence, the blank after it included."""
    sentence: Runs = []
    for run in runs:
        *ended, rest = _pieces(run)
        for end in ended:
            yield [*sentence, end]
            sentence = []
        sentence = [*sentence, rest]
    yield sentence


def _pieces(run: Tree) -> Runs:
    """A text split where sentences end; any other run whole."""
    if run["kind"] != "text":
        return [run]
    ends = [0, *(end.end() for end in _SENTENCE_END.finditer(run["text"])), len(run["text"])]
    return [piece for start, end in pairwise(ends) for piece in as_runs(run["text"][start:end])]


def _trimmed(runs: Runs) -> Runs:
    """The runs without a blank at their end."""
    if not runs or runs[-1]["kind"] != "text":
        return runs
    text = runs[-1]["text"].rstrip()
    return [*runs[:-1], *as_runs(text)] if text else _trimmed(runs[:-1])


def plain_words(runs: Runs) -> Runs:
    """The same runs, with the words of all such links in their places."""
    return [_plain(run) for run in runs]


def _plain(run: Tree) -> Tree:
    if run["kind"] == AWAY:
        return {"kind": "span", "runs": plain_words(run["runs"])}
    return {**run, "runs": plain_words(run["runs"])} if "runs" in run else run
