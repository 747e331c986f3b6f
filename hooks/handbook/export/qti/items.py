"""Each type of item as a QTI 2.1 item: what is asked, what is right, how it is scored, what is said then.

SCORE runs from 0 to 1. FEEDBACK names what was answered, and so the reasons that are shown; EXPLANATION shows the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import assert_never

from ...model.answers import Accepted, figures
from ...model.items import Item
from ...model.shapes import Answer, Arrange, Choose, Pair, PairEntry, Reflect, Story, Type
from ..assessment import SCALE, STORY, Losses
from ..markup import advice, explanation, pair_reason, paragraphs, prompts, reason, step_reasons
from ..texts import ItemTexts
from ..typed_answers import UNIT, can_be_typed, typed_answers
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


def parts(item: Item, texts: ItemTexts, losses: Losses) -> Parts | None:
    """The parts of an item; None, the loss recorded, where it cannot be said."""
    shape = item.shape()
    match shape:
        case Choose(single=True):
            return _choose_one([item.stem], shape, texts)
        case Choose():
            return _choose_some(item, shape, texts)
        case Story():
            losses.add(item, *STORY)
            return _choose_one([item.stem, shape.points[0].text], shape.opening(), texts)
        case Arrange():
            return _arrange(item, shape, texts, losses)
        case Pair():
            return _pair(item, shape, texts)
        case Type():
            return _type(item, shape, texts, losses) if can_be_typed(item, shape, losses) else None
        case Reflect():
            return _reflect(item, shape, texts, losses)
        case _:
            assert_never(shape)


def _choose_one(stem: Sequence[str], shape: Choose, texts: ItemTexts) -> Parts:
    right = [answer for answer in shape.answers if answer.share == 1][:1]
    declaration = _declared("single", "identifier", [_option(answer) for answer in right], _shares(shape.answers))
    score = outcome(SCORE, element("mapResponse", identifier=RESPONSE))
    return _choice(stem, shape, declaration, [score], texts)


def _choose_some(item: Item, shape: Choose, texts: ItemTexts) -> Parts:
    right = [_option(answer) for answer in shape.right]
    if shape.score == "all-or-nothing":
        declaration, scoring = _declared("multiple", "identifier", right), _all_or_nothing()
    else:
        declaration = _declared("multiple", "identifier", right, _shares(shape.answers))
        scoring = _mapped_in_full()
    return _choice([item.stem], shape, declaration, [scoring], texts)


def _arrange(item: Item, shape: Arrange, texts: ItemTexts, losses: Losses) -> Parts:
    if shape.score == "adjacent":
        losses.add(item, "points for neighbors in the right order", "only the whole order earns them")
    declaration = _declared("ordered", "identifier", [name("s", step.ident) for step in shape.steps])
    steps = (html("simpleChoice", texts.html(step.text), identifier=name("s", step.ident)) for step in shape.steps)
    body = element("orderInteraction", _prompt(item.stem, texts), *steps, responseIdentifier=RESPONSE, shuffle="true")
    scoring = [condition(_in_order(shape), [_points("1")], [_points("0")])]
    return Parts(declaration, [body], scoring, more=[step_reasons(shape, texts)])


def _pair(item: Item, shape: Pair, texts: ItemTexts) -> Parts:
    most = str(len(shape.entries))
    pairs = [f"{name('l', entry.ident)} {name('r', entry.target.ident)}" for entry in shape.entries]
    share = f"{1 / len(pairs):.9f}"
    declaration = _declared("multiple", "directedPair", pairs, _mapping([(pair, share) for pair in pairs]))
    left = (_associable("l", entry.ident, texts.html(entry.text), "1") for entry in shape.entries)
    right = (_associable("r", target.ident, texts.html(target.text), most) for target in shape.targets)
    body = element(
        "matchInteraction",
        _prompt(item.stem, texts),
        element("simpleMatchSet", *left),
        element("simpleMatchSet", *right),
        responseIdentifier=RESPONSE,
        shuffle="true",
        maxAssociations=most,
    )
    scoring = [_mapped_in_full(), *(_tell_missed(entry) for entry in shape.entries)]
    said = {name("l", entry.ident): f"<p>{pair_reason(entry, texts)}</p>" for entry in shape.entries}
    return Parts(declaration, [body], scoring, "multiple", said)


def _type(item: Item, shape: Type, texts: ItemTexts, losses: Losses) -> Parts:
    typed = typed_answers(shape)
    for loss in typed.losses:
        losses.add(item, *loss)
    if any(accepted.unit for accepted in typed.numbers):
        losses.add(item, *UNIT)
    base = "float" if typed.numbers else "string"
    literals = [texts.literal(text) for text in typed.texts]
    accepted = [figures(one.number or 0) for one in typed.numbers] or literals
    tests = [_equals(one) for one in typed.numbers] or [_reads(text) for text in literals]
    entry = element(
        "textEntryInteraction", responseIdentifier=RESPONSE, expectedLength=str(max(map(len, accepted)) + 5)
    )
    scoring = [condition(element("or", *tests), [_points("1")], [_points("0")])]
    said = {}
    for at, near in enumerate(typed.near, start=1):
        said[name("n", str(at))] = paragraphs(texts, [near.why])
        literal = texts.literal(near.text)
        test = _equals(Accepted(number=float(literal))) if typed.numbers else _reads(literal)
        scoring.append(condition(test, [outcome(FEEDBACK, value(name("n", str(at)), "identifier"))]))
    body = [html("p", texts.html(item.stem)), element("p", entry)]
    return Parts(_declared("single", base, accepted[:1]), body, scoring, "single", said)


def _reflect(item: Item, shape: Reflect, texts: ItemTexts, losses: Losses) -> Parts:
    if shape.answers:
        losses.add(item, *SCALE)
    asked = html("div", prompts(item.stem, shape, texts))
    box = element("extendedTextInteraction", responseIdentifier=RESPONSE, expectedLines="6")
    return Parts(_declared("single", "string", []), [asked, box], more=[advice(shape, texts)])


def explained(item: Item, said: Parts, texts: ItemTexts) -> str:
    """The general explanation with what else is said after any answer."""
    return explanation(item, texts, *said.more)


def _choice(
    stem: Sequence[str], shape: Choose, declaration: Element, scoring: list[Element], texts: ItemTexts
) -> Parts:
    """The stem is one text or more, each a paragraph, of which the last asks."""
    *story, question = stem
    options = (html("simpleChoice", texts.html(a.text), identifier=_option(a)) for a in shape.answers)
    body = element(
        "choiceInteraction",
        _prompt(question, texts),
        *options,
        responseIdentifier=RESPONSE,
        shuffle="true",
        maxChoices="1" if shape.single else "0",
    )
    tell = condition(element("not", element("isNull", variable(RESPONSE))), [outcome(FEEDBACK, variable(RESPONSE))])
    said = {_option(a): f"<p>{reason(a.text, a.why, texts)}</p>" for a in shape.answers}
    cardinality = "single" if shape.single else "multiple"
    return Parts(declaration, [*(html("p", texts.html(t)) for t in story), body], [*scoring, tell], cardinality, said)


def _option(answer: Answer) -> str:
    return name("o", answer.ident)


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


def _in_order(shape: Arrange) -> Element:
    """At every place stands the step that belongs there, or one that may swap with it."""
    if not shape.swaps:
        return _is_right()
    places = range(1, len(shape.steps) + 1)
    return element("and", *(_stands_at(at, [s.ident for s in shape.steps if at in s.places]) for at in places))


def _stands_at(place: int, idents: Sequence[str]) -> Element:
    steps = (value(name("s", ident), "identifier") for ident in idents)
    return element("member", element("index", variable(RESPONSE), n=str(place)), element("multiple", *steps))


def _tell_missed(entry: PairEntry) -> Element:
    """An entry that is not with its target is told of. FEEDBACK gathers them."""
    right = value(f"{name('l', entry.ident)} {name('r', entry.target.ident)}", "directedPair")
    gathered = element("multiple", variable(FEEDBACK), value(name("l", entry.ident), "identifier"))
    return condition(element("not", element("member", right, variable(RESPONSE))), [outcome(FEEDBACK, gathered)])


def _associable(kind: str, key: str, content: str, most: str) -> Element:
    return html("simpleAssociableChoice", content, identifier=name(kind, key), matchMax=most)


def _equals(accepted: Accepted) -> Element:
    """Between two bounds where there is a tolerance: the attribute for it is not read alike everywhere."""
    if not accepted.tol:
        exact = value(figures(accepted.number or 0), "float")
        return element("equal", variable(RESPONSE), exact, toleranceMode="exact")
    low, high = (value(bound, "float") for bound in accepted.bounds)
    return element("and", element("gte", variable(RESPONSE), low), element("lte", variable(RESPONSE), high))


def _reads(text: str) -> Element:
    return element("stringMatch", variable(RESPONSE), value(text, "string"), caseSensitive="false")


def _prompt(stem: str, texts: ItemTexts) -> Element:
    return html("prompt", texts.html(stem))
