"""How much of an answer is right: a share from 0 to 1, by the rules of the page and of the packages for platforms.

The same rules are in `web/src/score.ts`; the cases in `tests/golden/scoring` hold both to each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import assert_never

from .shapes import Arrange, Choose, Pair, Reflect, Shape, Story, StoryChoice, Type


def score(shape: Shape, answer: Sequence[str]) -> float | None:
    """The share of an answer that is right; None of a question that is not scored.

    An answer is given by permanent names: what was chosen; the steps in their order, "" for a place that stayed empty;
    entry and target by turns; the words that were typed; or what was done along a story. No answer at all is worth 0.
    """
    match shape:
        case Choose():
            right = {option.ident for option in shape.right}
            return score_choice(set(answer), right, per_option=shape.score == "per-option")
        case Arrange():
            groups = {step.ident: str(step.places) for step in shape.steps}
            right_order = [groups[step.ident] for step in shape.steps]
            return score_order([groups.get(name, "") for name in answer], right_order, exact=shape.score == "exact")
        case Pair():
            matches = dict(zip(answer[::2], answer[1::2], strict=False))
            return sum(matches.get(e.ident) == e.target.ident for e in shape.entries) / len(shape.entries)
        case Type():
            return float(bool(answer) and any(accepted.fits(answer[0]) for accepted in shape.accept))
        case Story():
            return score_story(shape, answer)
        case Reflect():
            return None
        case _:
            assert_never(shape)


def score_choice(choices: AbstractSet[str], right: AbstractSet[str], *, per_option: bool) -> float:
    """Options that were chosen against those that are right.

    Per option, each right one earns its part and each wrong one takes as much away, never below 0: so choosing nothing
    or everything gains nothing.
    """
    hits = len(choices & right)
    slips = len(choices) - hits
    if per_option:
        return max(0.0, (hits - slips) / len(right))
    return float(hits == len(right) and not slips)


def score_order(arranged: Sequence[str], right: Sequence[str], *, exact: bool) -> float:
    """Steps as arranged against the right order, both as groups: steps that may swap are of one.

    Exact: all or nothing. Otherwise the share of neighbors that follow each other as they should.
    """
    if [*arranged] == [*right]:
        return 1.0
    if exact:
        return 0.0
    pairs = list(pairwise(right))
    hits = 0
    for pair in pairwise(arranged):
        if pair in pairs:
            pairs.remove(pair)
            hits += 1
    # Where groups repeat, every pair can be there in a wrong order all the same.
    return min(hits, len(right) - 2) / (len(right) - 1)


def score_story(story: Story, answer: Sequence[str]) -> float:
    """The mean of how good each choice was, measured by the best one at its point; 0 for a way that has no end."""
    way, at = way_through(story, answer)
    if any(point.number == at for point in story.points):
        return 0.0
    points = {point.number: point for point in story.points}
    best = [max(choice.rating for choice in points[number].choices) for number, _ in way]
    shares = [choice.rating / most if most else 1.0 for (_, choice), most in zip(way, best, strict=True)]
    return sum(shares) / len(shares)


def way_through(story: Story, answer: Sequence[str]) -> tuple[list[tuple[int, StoryChoice]], int]:
    """The choices of an answer by the number of their point, and the number that the last of them leads to."""
    points = {point.number: point for point in story.points}
    way, at = list[tuple[int, StoryChoice]](), story.points[0].number
    for name in answer:
        choice = next((one for one in points[at].choices if one.ident == name), None) if at in points else None
        if choice is None:
            break
        way.append((at, choice))
        at = choice.to
    return way, at
