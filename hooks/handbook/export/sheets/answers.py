"""The answer key: what is right in the letters of the question sheet, and why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import assert_never

from ...model.answer_sheet import LETTERS
from ...model.answers import Accepted
from ...model.items import Item
from ...model.shapes import Arrange, Choose, Pair, Reflect, Shuffle, Story, Type, in_words
from ...pdf.questions import letters, letters_in_order, letters_to_choose
from ...pdf.runs import Runs, Tree, as_runs
from .setting import Setting

RIGHT, WRONG = "✓", "✗"

SetText = Callable[[str], Runs]


@dataclass(frozen=True, slots=True)
class _Key:
    """The key in letters, a note on it, and the reasons."""

    key: Runs | None
    reasons: Sequence[Tree]
    note: str | None = None


def answer_tree(item: Item, number: int, setting: Setting) -> Tree:
    """A question with its key, all reasons, and where the handbook tells more."""
    key = _key(item, setting)
    sources = setting.assessment.texts.sources(item)
    return {
        "name": f"Question {number}: {item.id}",
        "stem": setting.runs(item.stem, item),
        "key": key.key,
        "note": key.note,
        "reasons": list(key.reasons),
        "explain": setting.optional(item.explain, item),
        "sources": [{"label": source.label, "to": source.address} for source in sources],
    }


def _key(item: Item, setting: Setting) -> _Key:
    def runs(text: str) -> Runs:
        return setting.runs(text, item)

    shape = item.shape()
    match shape:
        case Choose():
            return _choose(shape, runs)
        case Arrange():
            return _arrange(shape, runs, setting.shuffle(item))
        case Pair():
            return _pair(shape, runs, setting.shuffle(item))
        case Type():
            near = [_reason(as_runs(near.text), runs(near.why), mark=WRONG) for near in shape.near]
            return _Key(runs(" or ".join(map(_accepted, shape.accept))), near)
        case Story():
            return _story(shape, runs)
        case Reflect():
            return _reflect(shape, runs)
        case _:
            assert_never(shape)


def _reason(
    text: Runs, why: Runs | None, label: str | None = None, *, mark: str | None = None, to: Runs | None = None
) -> Tree:
    return {"mark": mark, "label": label, "text": text, "to": to, "why": why}


def _choose(shape: Choose, runs: SetText) -> _Key:
    reasons = [
        _reason(runs(answer.text), runs(answer.why), f"{letter}.", mark=RIGHT if answer.right else WRONG)
        for letter, answer in zip(LETTERS, shape.answers, strict=False)
    ]
    return _Key(as_runs(letters_to_choose(shape)), reasons)


def _arrange(shape: Arrange, runs: SetText, shuffle: Shuffle) -> _Key:
    order = letters_in_order(shape, shuffle)
    letter_of = dict(zip((step.ident for step in shape.steps), order.split(), strict=True))
    reasons = [_reason(runs(step.text), runs(step.why), f"{letter_of[step.ident]}.") for step in shape.steps]
    swaps = [" and ".join(letter_of[step.ident] for step in group) for group in shape.swaps]
    return _Key(as_runs(order), reasons, f"In any order: {'; '.join(swaps)}." if swaps else None)


def _pair(shape: Pair, runs: SetText, shuffle: Shuffle) -> _Key:
    entries, targets = shape.mixed(shuffle)
    letter_of = letters(targets)
    reasons = [
        _reason(
            runs(entry.text),
            runs(entry.why),
            f"{number}.",
            to=[*as_runs(f"{letter_of[entry.target.ident]}. "), *runs(entry.target.text)],
        )
        for number, entry in enumerate(entries, start=1)
    ]
    key = ", ".join(f"{number} {letter_of[entry.target.ident]}" for number, entry in enumerate(entries, start=1))
    return _Key(as_runs(key), reasons)


def _story(shape: Story, runs: SetText) -> _Key:
    """The best choice at every point: who has come there by another way wants to know it, too."""
    reasons, best = [], []
    for point in shape.points:
        for letter, choice in zip(LETTERS, point.choices, strict=False):
            name, why = f"{point.number} {letter}", [*runs(choice.why), *as_runs(f" Worth {choice.rating} of 3.")]
            mark = RIGHT if choice in point.best else WRONG
            reasons.append(_reason(runs(choice.text), why, f"{name}.", mark=mark))
            best += [name] if choice in point.best else []
    return _Key(as_runs(", ".join(best)), reasons)


def _reflect(shape: Reflect, runs: SetText) -> _Key:
    advice = [
        _reason(runs(prompt.text), runs(text), to=as_runs(in_words(answer)))
        for prompt in shape.prompts
        for answer, text in prompt.advice
    ]
    return _Key(None, advice, "There is no right answer.")


def _accepted(answer: Accepted) -> str:
    """A pattern is for whoever marks the sheets: it says more than nothing."""
    return answer.reads or f"`{answer.regex}`"
