"""Each type of item as a QTI 2.1 item: what is asked, what is right, how it is scored, what is said then.

SCORE runs from 0 to 1. It is set by one of the standard's own templates wherever these can say what is right, because
some platforms pass over an item that brings rules of its own. A template sets nothing but the score, so that all
reasons are in the explanation, which is shown after any answer.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import assert_never

from ...model.answers import Accepted, Near, figures
from ...model.items import Item
from ...model.shapes import Answer, Arrange, Choose, Pair, Reflect, Story, Type
from ..assessment import REASONS_BELOW, SCALE, STORY, Losses
from ..markup import advice, explanation, html_list, pair_reason, prompts, reason, step_reasons
from ..texts import ItemTexts
from ..typed_answers import UNIT, TypedAnswers, can_be_typed, typed_answers
from ..xml import Element, element
from .build import RESPONSE, SCORE, condition, html, name, outcome, scored_by, value, variable

MATCH_CORRECT, MAP_RESPONSE = "match_correct", "map_response"
"""The templates: all is right or nothing; each part of the answer counts what the mapping says."""

CANVAS_REASONS = ("the explanation with its reasons", "Canvas leaves it out")
CANVAS_ACCEPTED = ("more than one accepted answer", "Canvas takes only the first one")
CANVAS_HALF = ("a choice that is right in part", "Canvas gives no points for it")
BLANKS = ("a blank before or after a typed answer", "some platforms count the answer as wrong")
OWN_RULES = ("a rule that the standard has no template for", "Blackboard leaves the question out")

RIGHT, WRONG = "✓", "✗"


@dataclass(frozen=True, slots=True)
class QtiParts:
    """The parts of one item: response, body, response processing (None where nothing is scored), reasons in HTML."""

    declaration: Element
    body: Sequence[Element]
    processing: Element | None
    reasons: str


def parts(item: Item, texts: ItemTexts, losses: Losses) -> QtiParts | None:
    """The parts of an item, with what they lose recorded; None where it cannot be said at all."""
    shape = item.shape()
    match shape:
        case Choose():
            return _choose(item, [item.stem], shape, texts, losses)
        case Story():
            losses.add(item, *STORY)
            return _choose(item, [item.stem, shape.points[0].text], shape.opening(), texts, losses)
        case Arrange():
            return _arrange(item, shape, texts, losses)
        case Pair():
            return _pair(item, shape, texts, losses)
        case Type():
            return _type(item, shape, texts, losses) if can_be_typed(item, shape, losses) else None
        case Reflect():
            return _reflect(item, shape, texts, losses)
        case _:
            assert_never(shape)


def explained(item: Item, item_parts: QtiParts, texts: ItemTexts) -> str:
    """What is said after any answer: the explanation, the reasons, where to read on."""
    return explanation(item, texts, item_parts.reasons)


def _choose(item: Item, stem: Sequence[str], shape: Choose, texts: ItemTexts, losses: Losses) -> QtiParts:
    """The stem is one text or more, each a paragraph, of which the last asks."""
    losses.add(item, *REASONS_BELOW)
    right = [_option(answer) for answer in shape.right if not shape.single or answer.share == 1]
    shares = {_option(answer): answer.share for answer in shape.answers}
    cardinality = "single" if shape.single else "multiple"
    if any(0 < share < 1 for share in shares.values()) and shape.single:
        losses.add(item, *CANVAS_HALF)
    whole = shape.score == "all-or-nothing" or set(shares.values()) <= {0, 1}
    mapping = None if whole else _mapping(shares)
    story, question = stem[:-1], stem[-1]
    options = (html("simpleChoice", texts.html(a.text), identifier=_option(a)) for a in shape.answers)
    most = "1" if shape.single else "0"
    interaction = _asking("choiceInteraction", question, texts, *options, shuffle="true", maxChoices=most)
    return QtiParts(
        _declared(cardinality, "identifier", right[:1] if shape.single else right, mapping),
        [*(html("p", texts.html(text)) for text in story), *interaction],
        scored_by(MATCH_CORRECT if whole else MAP_RESPONSE),
        html_list(f"{RIGHT if a.right else WRONG} {reason(a.text, a.why, texts)}" for a in shape.answers),
    )


def _arrange(item: Item, shape: Arrange, texts: ItemTexts, losses: Losses) -> QtiParts:
    losses.add(item, *REASONS_BELOW)
    if shape.score == "adjacent":
        losses.add(item, "points for neighbors in the right order", "only the whole order earns them")
    if shape.swaps:
        losses.add(item, *OWN_RULES)
    steps = (html("simpleChoice", texts.html(step.text), identifier=name("s", step.ident)) for step in shape.steps)
    return QtiParts(
        _declared("ordered", "identifier", [name("s", step.ident) for step in shape.steps]),
        list(_asking("orderInteraction", item.stem, texts, *steps, shuffle="true")),
        _rules(_in_order(shape)) if shape.swaps else scored_by(MATCH_CORRECT),
        step_reasons(shape, texts),
    )


def _pair(item: Item, shape: Pair, texts: ItemTexts, losses: Losses) -> QtiParts:
    losses.add(item, *REASONS_BELOW)
    most = str(len(shape.entries))
    pairs = [f"{name('l', entry.ident)} {name('r', entry.target.ident)}" for entry in shape.entries]
    left = (_associable("l", entry.ident, texts.html(entry.text), "1") for entry in shape.entries)
    right = (_associable("r", target.ident, texts.html(target.text), most) for target in shape.targets)
    sets = (element("simpleMatchSet", *left), element("simpleMatchSet", *right))
    return QtiParts(
        _declared("multiple", "directedPair", pairs, _mapping(dict.fromkeys(pairs, 1 / len(pairs)))),
        list(_asking("matchInteraction", item.stem, texts, *sets, shuffle="true", maxAssociations=most)),
        scored_by(MAP_RESPONSE),
        html_list(pair_reason(entry, texts) for entry in shape.entries),
    )


def _type(item: Item, shape: Type, texts: ItemTexts, losses: Losses) -> QtiParts:
    typed = typed_answers(shape)
    literals = [texts.literal(text) for text in typed.spellings]
    accepted = [figures(one.number or 0) for one in typed.numbers] or literals
    for loss in _lost_typed(typed, accepted):
        losses.add(item, *loss)
    own = any(number.tol for number in typed.numbers)
    mapping = None if own else _mapping(dict.fromkeys(accepted, 1.0), cased=not literals)
    length = str(max(map(len, accepted)) + 5)
    entry = element("textEntryInteraction", responseIdentifier=RESPONSE, expectedLength=length)
    return QtiParts(
        _declared("single", "float" if typed.numbers else "string", accepted[:1], mapping),
        [html("p", texts.html(item.stem)), element("p", entry)],
        _rules(element("or", *map(_equals, typed.numbers))) if own else scored_by(MAP_RESPONSE),
        html_list(_near(near, texts) for near in typed.near) if typed.near else "",
    )


def _lost_typed(typed: TypedAnswers, accepted: Sequence[str]) -> Iterator[tuple[str, str]]:
    yield from typed.losses
    if any(number.unit for number in typed.numbers):
        yield UNIT
    if typed.near:
        yield REASONS_BELOW
    if typed.texts:
        yield BLANKS
    if any(number.tol for number in typed.numbers):
        yield OWN_RULES
    if len(accepted) > 1:
        yield CANVAS_ACCEPTED


def _reflect(item: Item, shape: Reflect, texts: ItemTexts, losses: Losses) -> QtiParts:
    if shape.answers:
        losses.add(item, *SCALE)
    questions = html("div", prompts(item.stem, shape, texts))
    box = element("extendedTextInteraction", responseIdentifier=RESPONSE, expectedLines="6")
    return QtiParts(_declared("single", "string", []), [questions, box], None, advice(shape, texts))


def _asking(tag: str, stem: str, texts: ItemTexts, *content: Element, **attributes: str) -> Iterator[Element]:
    """An interaction with its stem; a stem with a link stands before it, because a prompt cannot hold one."""
    linked = "a" in texts.marks(stem)
    if linked:
        yield html("p", texts.html(stem))
    prompt = None if linked else html("prompt", texts.html(stem))
    yield element(tag, prompt, *content, responseIdentifier=RESPONSE, **attributes)


def _option(answer: Answer) -> str:
    return name("o", answer.ident)


def _near(near: Near, texts: ItemTexts) -> str:
    """What was typed is no Markdown."""
    return f"{WRONG} <strong>{escape(texts.literal(near.text), quote=False)}</strong><br/>{texts.html(near.why)}"


def _declared(cardinality: str, base: str, right: Sequence[str], mapping: Element | None = None) -> Element:
    correct = element("correctResponse", *(element("value", answer) for answer in right)) if right else None
    return element("responseDeclaration", correct, mapping, identifier=RESPONSE, cardinality=cardinality, baseType=base)


def _mapping(shares: dict[str, float], *, cased: bool = True) -> Element:
    """Shares are rounded away from 0, and their sum is bounded: what is wholly right is 1, and not a hair less.

    Ten times 0.1 is less than 1 to a computer: then each share is a billionth more.
    """
    case = {} if cased else {"caseSensitive": "false"}
    whole = sum(_rounded(share, 0) for share in shares.values() if share > 0)
    more = 1 if whole < 1 else 0
    parts = ((key, f"{_rounded(share, more):.9f}") for key, share in shares.items())
    entries = (element("mapEntry", mapKey=key, mappedValue=part, **case) for key, part in parts)
    return element("mapping", *entries, lowerBound="0", upperBound="1", defaultValue="0")


def _rounded(share: float, more: int) -> float:
    billionths = math.ceil(round(abs(share) * 1e9, 3)) + (more if share else 0)
    return math.copysign(billionths / 1e9, share)


def _rules(is_right: Element) -> Element:
    """Rules of our own: all or nothing."""
    full, none = (outcome(SCORE, value(points, "float")) for points in ("1", "0"))
    return element("responseProcessing", condition(is_right, [full], [none]))


def _in_order(shape: Arrange) -> Element:
    """At every place stands the step that belongs there, or one that may swap with it."""
    places = range(1, len(shape.steps) + 1)
    return element("and", *(_stands_at(at, [s.ident for s in shape.steps if at in s.places]) for at in places))


def _stands_at(place: int, idents: Iterable[str]) -> Element:
    steps = (value(name("s", ident), "identifier") for ident in idents)
    return element("member", element("index", variable(RESPONSE), n=str(place)), element("multiple", *steps))


def _associable(kind: str, key: str, content: str, most: str) -> Element:
    return html("simpleAssociableChoice", content, identifier=name(kind, key), matchMax=most)


def _equals(accepted: Accepted) -> Element:
    """Between two bounds where there is a tolerance: the attribute for it is not read alike everywhere."""
    if not accepted.tol:
        exact = value(figures(accepted.number or 0), "float")
        return element("equal", variable(RESPONSE), exact, toleranceMode="exact")
    low, high = (value(bound, "float") for bound in accepted.bounds)
    return element("and", element("gte", variable(RESPONSE), low), element("lte", variable(RESPONSE), high))
