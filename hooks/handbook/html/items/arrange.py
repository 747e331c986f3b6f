"""Items answered by arranging, on a page: order, match, classify."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from string import ascii_uppercase
from xml.etree.ElementTree import Element

from markdown.util import AtomicString

from ...model.items import Classify, Match, Order, Stage
from ...model.schema import Entry
from ..build import el
from ..parts import labeled
from .base import Place, lead, shuffled


def number_steps(item: Order, place: Place) -> list[Element]:
    """The steps in another order than the right one, each with a box for its number."""
    groups = _groups(item)
    right = [groups[step.ident] for step in item.steps]
    steps = shuffled(item.id, item.steps, lambda order: [groups[step.ident] for step in order] == right)
    return [el("ul", *(_step(step, len(steps), place) for step in steps), class_="hb-steps")]


def answer_order(item: Order, place: Place) -> list[Element | None]:
    """The steps in the right order with their reasons. Those with the same `data-group` may swap."""
    groups = _groups(item)
    steps = (
        place.reason(
            el("p", el("span", place.text(step.text))), step.why, data_option=step.ident, data_group=groups[step.ident]
        )
        for step in item.steps
    )
    texts = {step.ident: step.text for step in item.steps}
    swaps = (
        labeled("equal", "In any order", place.text(" · ".join(texts[ident] for ident in group)))
        for group in item.equal_idents()
    )
    return [lead("Right order"), el("ol", *steps, class_="hb-reasons"), *swaps]


def assign_matches(item: Match, place: Place) -> list[Element]:
    """What can be matched to, under letters, then a choice for each thing on the left."""
    used = list(dict.fromkeys(item.target(pair).ident for pair in item.left))
    targets = shuffled(item.id, item.right, lambda order: [t.ident for t in order if t.ident in used] == used)
    return _assignment(targets, item.left, place)


def answer_match(item: Match, place: Place) -> list[Element | None]:
    """Every pair with its reason."""
    pairs = ((pair, item.target(pair), pair.why) for pair in item.left)
    return [lead("Right matches"), _assigned(pairs, place)]


def assign_categories(item: Classify, place: Place) -> list[Element]:
    """The categories, under letters, then a choice for each card."""
    cards = shuffled(item.id, item.cards, lambda order: order == item.cards)
    return _assignment(item.categories, cards, place)


def answer_classify(item: Classify, place: Place) -> list[Element | None]:
    """Every card with its category and the reason."""
    cards = ((card, item.category(card), card.why) for card in item.cards)
    return [lead("Right categories"), _assigned(cards, place)]


def _groups(item: Order) -> dict[str, str]:
    groups = {step.ident: step.ident for step in item.steps}
    for group in item.equal_idents():
        groups.update(dict.fromkeys(group, group[0]))
    return groups


def _step(step: Stage, count: int, place: Place) -> Element:
    number = el("input", type="number", min="1", max=str(count), inputmode="numeric")
    return el("li", el("label", number, " ", el("span", place.text(step.text))), data_option=step.ident)


def _assignment(targets: Sequence[Entry], entries: Iterable[Entry], place: Place) -> list[Element]:
    lettered = el(
        "ol",
        *(el("li", place.text(target.text), data_option=target.ident) for target in targets),
        class_="hb-targets",
        type="A",
    )
    rows = (
        el(
            "li",
            el("label", el("span", place.text(entry.text)), " ", _choice(targets, place)),
            data_option=entry.ident,
        )
        for entry in entries
    )
    return [lettered, el("ul", *rows, class_="hb-pairs")]


def _choice(targets: Sequence[Entry], place: Place) -> Element:
    options = (
        el("option", AtomicString(f"{letter}. {place.plain(target.text)}"), value=target.ident)
        for letter, target in zip(ascii_uppercase, targets, strict=False)
    )
    return el("select", el("option", AtomicString("Choose"), value=""), *options)


def _assigned(pairs: Iterable[tuple[Entry, Entry, str]], place: Place) -> Element:
    entries = (
        place.reason(
            el(
                "p",
                el("span", place.text(entry.text)),
                " → ",
                el("strong", place.text(target.text), class_="hb-target"),
            ),
            why,
            data_option=entry.ident,
            data_to=target.ident,
        )
        for entry, target, why in pairs
    )
    return el("ul", *entries, class_="hb-reasons")
