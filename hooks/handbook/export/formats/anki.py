"""Anki: a deck of cards (.apkg). The guid of a note comes from the bank's id: importing a later edition updates it."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import singledispatch
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import genanki

from ...model.items import Classify, Item, Match, Multiple, Order, Short, Single, TrueFalse
from ..archive import unzipped, zipped
from ..assessment import Assessment, Format, Losses
from ..markup import listed, paragraphs, reason, sources, step_reasons
from ..shapes import choosing, in_figures, pairing, typing
from ..texts import ItemTexts

MODEL_ID = 1_846_022_113
"""Never changes: by it, Anki knows that notes of a later edition are of the same kind."""

_FIELDS = ("Id", "Question", "Answer", "Reasons", "Source")
_STYLE = (
    ".card { font: 20px/1.4 sans-serif; text-align: left; max-width: 40em; margin: auto } "
    ".source { font-size: 16px } li { margin: .3em 0 }"
)
_FRONT = "{{Question}}"
_BACK = '{{FrontSide}}<hr id="answer">{{Answer}}{{Reasons}}<div class="source">{{Source}}</div>'


@dataclass(frozen=True, slots=True)
class AnkiCard:
    """One note: the end of its name (empty: the item's own), what is asked, the answer, the reasons. All HTML."""

    part: str
    question: str
    answer: str
    reasons: str


def write(paper: Assessment, losses: Losses) -> bytes:
    """The deck as a package, dated by the edition."""
    model = genanki.Model(
        MODEL_ID,
        "Handbook question",
        fields=[{"name": name} for name in _FIELDS],
        templates=[{"name": "Question", "qfmt": _FRONT, "afmt": _BACK}],
        css=_STYLE,
    )
    about = " · ".join(said for said in (str(paper.edition), paper.code) if said)
    deck = genanki.Deck(_number(f"deck/{paper.code or paper.id}"), paper.texts.plain(paper.title), html.escape(about))
    for item in paper.items:
        for card in _held(item, paper.texts, losses):
            name = f"{item.id}/{card.part}" if card.part else item.id
            fields = [name, card.question, card.answer, card.reasons, sources(item, paper.texts)]
            guid = sha256(f"handbook/{name}".encode()).hexdigest()[:20]
            deck.add_note(genanki.Note(model, fields, tags=[*item.tags, f"level::{item.level}"], guid=guid))
    return _package(deck, paper)


FORMAT = Format("Anki deck", ".apkg", write, markup=True)


def _package(deck: genanki.Deck, paper: Assessment) -> bytes:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "deck.apkg"
        genanki.Package(deck).write_to_file(str(file), timestamp=float(paper.edition.timestamp))
        return zipped(unzipped(file.read_bytes()), paper.edition)


def _held(item: Item, texts: ItemTexts, losses: Losses) -> Iterable[AnkiCard]:
    cards = list(_cards(item, texts))
    if not cards:
        losses.leave_out(item, f"a question of type {item.kind} can't become a card")
        return ()
    if len(cards) > 1:
        losses.add(item, "one question with several parts", f"it becomes {len(cards)} cards")
    if item.hints:
        losses.add(item, "hints", "they are left out")
    if item.explain and len(cards) > 1:
        losses.add(item, "one explanation", "it appears on every card")
    return cards


@singledispatch
def _cards(item: Item, texts: ItemTexts) -> Iterator[AnkiCard]:
    del item, texts
    yield from ()


@_cards.register(Single)
@_cards.register(Multiple)
@_cards.register(TrueFalse)
def _choice(item: Single | Multiple | TrueFalse, texts: ItemTexts) -> Iterator[AnkiCard]:
    asked = choosing(item)
    assert asked is not None  # by its type
    options = listed(texts.html(answer.text) for answer in asked.answers)
    right = [f"<strong>{texts.html(answer.text)}</strong>" for answer in asked.answers if answer.share > 0]
    reasons = listed(reason(answer.text, answer.why, texts) for answer in asked.answers)
    answer = f"<p>{right[0]}</p>" if len(right) == 1 else listed(right)
    yield AnkiCard("", paragraphs(texts, asked.stem) + options, answer, reasons + paragraphs(texts, [item.explain]))


@_cards.register
def _order(item: Order, texts: ItemTexts) -> Iterator[AnkiCard]:
    mixed = sorted(item.steps, key=lambda step: sha256(f"{item.id}/{step.ident}".encode()).digest())
    asked = paragraphs(texts, [item.stem]) + listed(texts.html(step.text) for step in mixed)
    yield AnkiCard("", asked, step_reasons(item, texts), paragraphs(texts, [item.explain]))


@_cards.register(Match)
@_cards.register(Classify)
def _pairs(item: Match | Classify, texts: ItemTexts) -> Iterator[AnkiCard]:
    asked = pairing(item)
    targets = listed(texts.html(text) for _, text in asked.targets)
    for pair in asked.pairs:
        question = paragraphs(texts, [item.stem]) + f"<p><strong>{texts.html(pair.text)}</strong></p>{targets}"
        answer = f"<p><strong>{texts.html(pair.target_text)}</strong></p>"
        yield AnkiCard(pair.key, question, answer, paragraphs(texts, [pair.why, item.explain]))


@_cards.register
def _short(item: Short, texts: ItemTexts) -> Iterator[AnkiCard]:
    asked = typing(item)
    said = [*(html.escape(texts.literal(text), quote=False) for text in asked.texts)]
    said += [html.escape(in_figures(answer), quote=False) for answer in asked.numbers]
    if said:
        near = [f"{html.escape(texts.literal(n.text), quote=False)}<br/>{texts.html(n.why)}" for n in item.near]
        reasons = (listed(near) if near else "") + paragraphs(texts, [item.explain])
        yield AnkiCard("", paragraphs(texts, [item.stem]), f"<p><strong>{' · '.join(said)}</strong></p>", reasons)


def _number(name: str) -> int:
    """A whole number that stands for a name, in the range in which Anki's own ids lie."""
    return int.from_bytes(sha256(name.encode()).digest()[:5], "big") + 1
