"""The answer key: what is right in the letters of the question sheet, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import singledispatch

from ...model.items import Accepted, Classify, Item, Match, Multiple, Order, Reflect, Scenario, Short, Single, TrueFalse
from ...model.schema import Entry
from ...pdf.inline import Runs, Tree, as_runs
from .setting import LETTERS, Setting, in_words, points_of

RIGHT, WRONG = "✓", "✗"


@dataclass(frozen=True, slots=True)
class _Told:
    """The key in letters, a note on it, and the reasons."""

    key: Runs | None
    reasons: Sequence[Tree]
    note: str | None = None


def answer_tree(item: Item, number: int, setting: Setting) -> Tree:
    """A question with its key, all reasons, and where the handbook tells more."""
    told = _told(item, setting)
    sources = setting.paper.texts.sources(item)
    return {
        "name": f"Question {number}: {item.id}",
        "stem": setting.runs(item.stem, item),
        "key": told.key,
        "note": told.note,
        "reasons": list(told.reasons),
        "explain": setting.optional(item.explain, item),
        "sources": [{"label": source.label, "to": source.address} for source in sources],
    }


def _reason(
    text: Runs, why: Runs | None, label: str | None = None, *, mark: str | None = None, to: Runs | None = None
) -> Tree:
    return {"mark": mark, "label": label, "text": text, "to": to, "why": why}


@singledispatch
def _told(item: Item, setting: Setting) -> _Told:
    raise TypeError(f"{item.type} has no print form: {setting}")


@_told.register(Single)
@_told.register(Multiple)
def _(item: Single | Multiple, setting: Setting) -> _Told:
    lettered = list(zip(LETTERS, item.options, strict=False))
    reasons = [
        _reason(
            setting.runs(option.text, item),
            setting.runs(option.why, item),
            f"{letter}.",
            mark=RIGHT if option.right else WRONG,
        )
        for letter, option in lettered
    ]
    return _Told(as_runs(", ".join(letter for letter, option in lettered if option.right)), reasons)


@_told.register
def _(item: TrueFalse, setting: Setting) -> _Told:
    answers = (("A", "True", item.answer, item.why.true), ("B", "False", not item.answer, item.why.false))
    reasons = [
        _reason(as_runs(said), setting.runs(why, item), f"{letter}.", mark=RIGHT if right else WRONG)
        for letter, said, right, why in answers
    ]
    return _Told(as_runs("A" if item.answer else "B"), reasons)


@_told.register
def _(item: Order, setting: Setting) -> _Told:
    letters = _letters(setting.steps(item))
    reasons = [
        _reason(setting.runs(step.text, item), setting.runs(step.why, item), f"{letters[step.ident]}.")
        for step in item.steps
    ]
    swaps = [" and ".join(letters[name] for name in group) for group in item.equal_idents()]
    note = f"In any order: {'; '.join(swaps)}." if swaps else None
    return _Told(as_runs(" ".join(letters[step.ident] for step in item.steps)), reasons, note)


@_told.register
def _(item: Match, setting: Setting) -> _Told:
    letters = _letters(setting.targets(item))
    return _assigned([(pair, item.target(pair), pair.why) for pair in item.left], letters, item, setting)


@_told.register
def _(item: Classify, setting: Setting) -> _Told:
    cards = [(card, item.category(card), card.why) for card in setting.shuffled(item, item.cards)]
    return _assigned(cards, _letters(item.categories), item, setting)


@_told.register
def _(item: Short, setting: Setting) -> _Told:
    accepted = " or ".join(_said(answer_tree) for answer_tree in item.accept)
    near = [_reason(as_runs(near.text), setting.runs(near.why, item), mark=WRONG) for near in item.near]
    return _Told(setting.runs(accepted, item), near)


@_told.register
def _(item: Scenario, setting: Setting) -> _Told:
    at = points_of(list(item.nodes), list(item.endings))
    reasons, best = [], []
    for name, node in item.nodes.items():
        most = max(choice.rating for choice in node.choices)
        for letter, choice in zip(LETTERS, node.choices, strict=False):
            why = [*setting.runs(choice.why, item), *as_runs(f" Worth {choice.rating} of 3.")]
            mark = RIGHT if choice.rating == most else WRONG
            reasons.append(_reason(setting.runs(choice.text, item), why, f"{at[name]} {letter}.", mark=mark))
            best += [f"{at[name]} {letter}"] if choice.rating == most else []
    return _Told(as_runs(", ".join(best)), reasons)


@_told.register
def _(item: Reflect, setting: Setting) -> _Told:
    advice = [
        _reason(setting.runs(prompt.text, item), setting.runs(text, item), to=as_runs(in_words(said)))
        for prompt in item.prompts
        for said, text in prompt.advice.items()
    ]
    return _Told(None, advice, "There is no right answer.")


def _assigned(
    pairs: Sequence[tuple[Entry, Entry, str]], letters: dict[str, str], item: Item, setting: Setting
) -> _Told:
    reasons = [
        _reason(
            setting.runs(entry.text, item),
            setting.runs(why, item),
            f"{number}.",
            to=[*as_runs(f"{letters[target.ident]}. "), *setting.runs(target.text, item)],
        )
        for number, (entry, target, why) in enumerate(pairs, start=1)
    ]
    key = ", ".join(f"{number} {letters[target.ident]}" for number, (_, target, _) in enumerate(pairs, start=1))
    return _Told(as_runs(key), reasons)


def _letters(entries: Sequence[Entry]) -> dict[str, str]:
    return {entry.ident: letter for letter, entry in zip(LETTERS, entries, strict=False)}


def _said(accepted: Accepted) -> str:
    if accepted.number is None:
        return accepted.text or f"`{accepted.regex}`"
    spread = f" (give or take {accepted.tol:g})" if accepted.tol else ""
    return " ".join(filter(None, (f"{accepted.number:g}", accepted.unit))) + spread
