"""Each type of item as a QTI 2.1 item: what is asked, what is right, how it is scored, what is said then.

SCORE runs from 0 to 1. FEEDBACK names what was answered, and so the reasons that are shown; EXPLANATION shows the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import singledispatch

from ...model.items import (
    SCALES,
    Accepted,
    Classify,
    Item,
    Match,
    Multiple,
    Order,
    Reflect,
    Scenario,
    Short,
    Single,
    TrueFalse,
)
from ..assessment import Losses
from ..markup import advice, explanation, in_words, listed, pair_reason, paragraphs, reason, step_reasons
from ..shapes import STORY, Answer, Choosing, Paired, can_be_typed, choosing, number, pairing, typing
from ..texts import ItemTexts
from .build import FEEDBACK, RESPONSE, SCORE, Element, condition, element, html, name, outcome, value, variable


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of one item. `feedback` has a cardinality, and the texts by what FEEDBACK may name."""

    declaration: Element
    body: Sequence[Element]
    scoring: Sequence[Element] = ()
    feedback: str = "single"
    said: dict[str, str] = field(default_factory=dict)
    more: Sequence[str] = ()
    """What is said beside the general explanation."""


@singledispatch
def parts(item: Item, texts: ItemTexts, losses: Losses) -> Parts | None:
    """The parts of an item; None, the loss recorded, where it cannot be said."""
    raise TypeError(f"{item.kind} has no form in this format")


@parts.register(Single)
@parts.register(TrueFalse)
@parts.register(Scenario)
def _choose_one(item: Single | TrueFalse | Scenario, texts: ItemTexts, losses: Losses) -> Parts | None:
    asked = choosing(item)
    assert asked is not None  # by its type
    if isinstance(item, Scenario):
        losses.add(item, *STORY)
    right = [answer for answer in asked.answers if answer.share == 1][:1]
    declaration = _declared("single", "identifier", [_option(answer) for answer in right], _shares(asked.answers))
    score = outcome(SCORE, element("mapResponse", identifier=RESPONSE))
    return _choice(asked, declaration, [score], "single", texts)


@parts.register
def _choose_some(item: Multiple, texts: ItemTexts, losses: Losses) -> Parts:
    del losses
    asked = choosing(item)
    assert asked is not None  # by its type
    right = [_option(answer) for answer in asked.answers if answer.share > 0]
    if item.score == "all-or-nothing":
        declaration, scoring = _declared("multiple", "identifier", right), _all_or_nothing()
    else:
        declaration = _declared("multiple", "identifier", right, _shares(asked.answers))
        scoring = _mapped_in_full()
    return _choice(asked, declaration, [scoring], "multiple", texts)


@parts.register
def _order(item: Order, texts: ItemTexts, losses: Losses) -> Parts:
    if item.score == "adjacent":
        losses.add(item, "points for neighbors in the right order", "only the whole order earns them")
    declaration = _declared("ordered", "identifier", [name("s", step.ident) for step in item.steps])
    steps = (html("simpleChoice", texts.html(step.text), identifier=name("s", step.ident)) for step in item.steps)
    body = element("orderInteraction", _prompt(item.stem, texts), *steps, responseIdentifier=RESPONSE, shuffle="true")
    scoring = [condition(_in_order(item), [_points("1")], [_points("0")])]
    return Parts(declaration, [body], scoring, more=[step_reasons(item, texts)])


@parts.register(Match)
@parts.register(Classify)
def _match(item: Match | Classify, texts: ItemTexts, losses: Losses) -> Parts:
    del losses
    asked = pairing(item)
    most = str(len(asked.pairs))
    pairs = [f"{name('l', pair.key)} {name('r', pair.target)}" for pair in asked.pairs]
    share = f"{1 / len(pairs):.9f}"
    declaration = _declared("multiple", "directedPair", pairs, _mapping([(pair, share) for pair in pairs]))
    left = (_associable("l", pair.key, texts.html(pair.text), "1") for pair in asked.pairs)
    right = (_associable("r", key, texts.html(text), most) for key, text in asked.targets)
    body = element(
        "matchInteraction",
        _prompt(item.stem, texts),
        element("simpleMatchSet", *left),
        element("simpleMatchSet", *right),
        responseIdentifier=RESPONSE,
        shuffle="true",
        maxAssociations=most,
    )
    scoring = [_mapped_in_full(), *(_tell_missed(pair) for pair in asked.pairs)]
    said = {name("l", pair.key): f"<p>{pair_reason(pair, texts)}</p>" for pair in asked.pairs}
    return Parts(declaration, [body], scoring, "multiple", said)


@parts.register
def _short(item: Short, texts: ItemTexts, losses: Losses) -> Parts | None:
    if not can_be_typed(item, losses):
        return None
    asked = typing(item)
    for loss in asked.losses:
        losses.add(item, *loss)
    if any(accepted.unit for accepted in asked.numbers):
        losses.add(item, "a unit", "only the number is accepted")
    base = "float" if asked.numbers else "string"
    texts_said = [texts.literal(text) for text in asked.texts]
    accepted = [number(one.number or 0) for one in asked.numbers] or texts_said
    tests = [_equals(one) for one in asked.numbers] or [_reads(text) for text in texts_said]
    entry = element(
        "textEntryInteraction", responseIdentifier=RESPONSE, expectedLength=str(max(map(len, accepted)) + 5)
    )
    scoring = [condition(element("or", *tests), [_points("1")], [_points("0")])]
    said = {}
    for at, near in enumerate(asked.near, start=1):
        said[name("n", str(at))] = paragraphs(texts, [near.why])
        literal = texts.literal(near.text)
        test = _equals(Accepted(number=float(literal))) if asked.numbers else _reads(literal)
        scoring.append(condition(test, [outcome(FEEDBACK, value(name("n", str(at)), "identifier"))]))
    body = [html("p", texts.html(item.stem)), element("p", entry)]
    return Parts(_declared("single", base, accepted[:1]), body, scoring, "single", said)


@parts.register
def _reflect(item: Reflect, texts: ItemTexts, losses: Losses) -> Parts:
    prompts = listed(texts.html(prompt.text) for prompt in item.prompts)
    scale = " / ".join(map(in_words, SCALES[item.scale]))
    if scale:
        losses.add(item, "a rating scale", "its answers are listed, and people type one")
    asked = html("div", paragraphs(texts, [item.stem]) + prompts + (f"<p>{scale}</p>" if scale else ""))
    box = element("extendedTextInteraction", responseIdentifier=RESPONSE, expectedLines="6")
    return Parts(_declared("single", "string", []), [asked, box], more=[advice(item, texts)])


def explained(item: Item, said: Parts, texts: ItemTexts) -> str:
    """The general explanation with what else is said after any answer."""
    return explanation(item, texts, *said.more)


def _choice(asked: Choosing, declaration: Element, scoring: list[Element], cardinality: str, texts: ItemTexts) -> Parts:
    *story, stem = asked.stem
    options = (html("simpleChoice", texts.html(a.text), identifier=_option(a)) for a in asked.answers)
    body = element(
        "choiceInteraction",
        _prompt(stem, texts),
        *options,
        responseIdentifier=RESPONSE,
        shuffle="true",
        maxChoices="1" if asked.single else "0",
    )
    tell = condition(element("not", element("isNull", variable(RESPONSE))), [outcome(FEEDBACK, variable(RESPONSE))])
    said = {_option(a): f"<p>{reason(a.text, a.why, texts)}</p>" for a in asked.answers}
    return Parts(declaration, [*(html("p", texts.html(t)) for t in story), body], [*scoring, tell], cardinality, said)


def _option(answer: Answer) -> str:
    return name("o", answer.key)


def _declared(cardinality: str, base: str, right: Sequence[str], mapping: Element | None = None) -> Element:
    correct = element("correctResponse", *(element("value", said) for said in right)) if right else None
    return element("responseDeclaration", correct, mapping, identifier=RESPONSE, cardinality=cardinality, baseType=base)


def _shares(answers: Sequence[Answer]) -> Element:
    return _mapping([(_option(answer), f"{answer.share:.9f}") for answer in answers])


def _mapping(shares: Sequence[tuple[str, str]]) -> Element:
    entries = (element("mapEntry", mapKey=key, mappedValue=share) for key, share in shares)
    return element("mapping", *entries, lowerBound="0", upperBound="1", defaultValue="0")


def _points(said: str) -> Element:
    return outcome(SCORE, value(said, "float"))


def _is_right() -> Element:
    return element("match", variable(RESPONSE), element("correct", identifier=RESPONSE))


def _all_or_nothing() -> Element:
    return condition(_is_right(), [_points("1")], [_points("0")])


def _mapped_in_full() -> Element:
    """The parts are rounded: what is wholly right is 1, and not a hair less."""
    return condition(_is_right(), [_points("1")], [outcome(SCORE, element("mapResponse", identifier=RESPONSE))])


def _in_order(item: Order) -> Element:
    """At every place stands the step that belongs there, or one that may swap with it."""
    if not item.equal:
        return _is_right()
    alike = {step.ident: [step.ident] for step in item.steps}
    for group in item.equal_idents():
        alike.update(dict.fromkeys(group, group))
    return element("and", *(_stands_at(at, alike[step.ident]) for at, step in enumerate(item.steps, start=1)))


def _stands_at(place: int, idents: Sequence[str]) -> Element:
    steps = (value(name("s", ident), "identifier") for ident in idents)
    return element("member", element("index", variable(RESPONSE), n=str(place)), element("multiple", *steps))


def _tell_missed(pair: Paired) -> Element:
    """An entry that is not with its target is told of. FEEDBACK gathers them."""
    right = value(f"{name('l', pair.key)} {name('r', pair.target)}", "directedPair")
    gathered = element("multiple", variable(FEEDBACK), value(name("l", pair.key), "identifier"))
    return condition(element("not", element("member", right, variable(RESPONSE))), [outcome(FEEDBACK, gathered)])


def _associable(kind: str, key: str, content: str, most: str) -> Element:
    return html("simpleAssociableChoice", content, identifier=name(kind, key), matchMax=most)


def _equals(accepted: Accepted) -> Element:
    """Between two bounds where there is a tolerance: the attribute for it is not read alike everywhere."""
    told = accepted.number or 0
    if not accepted.tol:
        return element("equal", variable(RESPONSE), value(number(told), "float"), toleranceMode="exact")
    low, high = (value(number(round(bound, 12)), "float") for bound in (told - accepted.tol, told + accepted.tol))
    return element("and", element("gte", variable(RESPONSE), low), element("lte", variable(RESPONSE), high))


def _reads(text: str) -> Element:
    return element("stringMatch", variable(RESPONSE), value(text, "string"), caseSensitive="false")


def _prompt(stem: str, texts: ItemTexts) -> Element:
    return html("prompt", texts.html(stem))
