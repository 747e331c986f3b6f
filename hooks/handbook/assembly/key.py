"""The key of an item in words: what is right, one line for each part of the answer."""

from __future__ import annotations

from functools import singledispatch

from ..model.items import Accepted, Classify, Item, Match, Multiple, Order, Scenario, Short, Single, TrueFalse


@singledispatch
def key_of(item: Item) -> list[str]:
    """The right answer, as Markdown lines. None for an item that is not scored."""
    del item
    return []


@key_of.register(Single)
@key_of.register(Multiple)
def _(item: Single | Multiple) -> list[str]:
    return [option.text for option in item.options if option.right]


@key_of.register
def _(item: TrueFalse) -> list[str]:
    return ["True" if item.answer else "False"]


@key_of.register
def _(item: Order) -> list[str]:
    return [f"{number}. {step.text}" for number, step in enumerate(item.steps, start=1)]


@key_of.register
def _(item: Match) -> list[str]:
    return [f"{pair.text} → {item.target(pair).text}" for pair in item.left]


@key_of.register
def _(item: Classify) -> list[str]:
    return [f"{card.text} → {item.category(card).text}" for card in item.cards]


@key_of.register
def _(item: Short) -> list[str]:
    return [_said(accepted) for accepted in item.accept]


@key_of.register
def _(item: Scenario) -> list[str]:
    best = (max(node.choices, key=lambda choice: choice.rating) for node in item.nodes.values())
    return [choice.text for choice in best]


def _said(accepted: Accepted) -> str:
    if accepted.number is None:
        return accepted.text or f"(pattern) {accepted.regex}"
    return " ".join(filter(None, (f"{accepted.number:g}", accepted.unit)))
