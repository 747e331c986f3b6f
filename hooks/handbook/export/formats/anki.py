"""Anki: a deck of cards (.apkg). The guid of a note comes from the bank's id: importing a later edition updates it."""

from __future__ import annotations

import html
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from itertools import count
from typing import assert_never

import genanki

from ...model.items import Item
from ...model.shapes import Arrange, Choose, Pair, Reflect, Story, Type, settled
from ..archive import zipped
from ..assessment import HINTS, Assessment, Format, Losses
from ..markup import html_list, paragraphs, reason, sources, step_reasons
from ..texts import ItemTexts
from ..typed_answers import typed_answers

MODEL_ID = 1_846_022_113
"""Never changes: by it, Anki knows that notes of a later edition are of the same kind."""

_SQLITE = 3_037_000
"""The version that every database names as its writer."""

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


def write(assessment: Assessment, losses: Losses) -> bytes:
    """The deck as a package, dated by the edition."""
    model = genanki.Model(
        MODEL_ID,
        "Handbook question",
        fields=[{"name": name} for name in _FIELDS],
        templates=[{"name": "Question", "qfmt": _FRONT, "afmt": _BACK}],
        css=_STYLE,
    )
    deck = genanki.Deck(
        _number(f"deck/{assessment.code or assessment.id}"),
        assessment.texts.plain(assessment.title),
        html.escape(assessment.origin),
    )
    for item in assessment.items:
        for card in _held(item, assessment.texts, losses):
            name = f"{item.id}/{card.part}" if card.part else item.id
            fields = [name, card.question, card.answer, card.reasons, sources(item, assessment.texts)]
            guid = sha256(f"handbook/{name}".encode()).hexdigest()[:20]
            deck.add_note(genanki.Note(model, fields, tags=[*item.tags, f"level::{item.level}"], guid=guid))
    return _package(deck, assessment)


FORMAT = Format("Anki deck", ".apkg", write, markup=True)


def _package(deck: genanki.Deck, assessment: Assessment) -> bytes:
    """The package. It is put together here: genanki's own way leaves a copy among the computer's temporary files."""
    database = _database(deck, float(assessment.edition.timestamp))
    return zipped({"collection.anki2": database, "media": b"{}"}, assessment.edition)


def _database(deck: genanki.Deck, timestamp: float) -> bytes:
    """The deck as a database that does not tell which version of SQLite wrote it, nor what its pages held before.

    Source: SQLite's file format, 1.3 (the number at offset 96 is for information alone).
    """
    with closing(sqlite3.connect(":memory:")) as connection:
        genanki.Package(deck).write_to_db(connection.cursor(), timestamp, count(int(timestamp * 1000)))
        connection.commit()
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("VACUUM")
        database = connection.serialize()
    return database[:96] + _SQLITE.to_bytes(4, "big") + database[100:]


def _held(item: Item, texts: ItemTexts, losses: Losses) -> Iterable[AnkiCard]:
    cards = _cards(item, texts)
    if not cards:
        losses.leave_out(item, f"a question of type {item.kind} can't become a card")
        return ()
    if len(cards) > 1:
        losses.add(item, "one question with several parts", f"it becomes {len(cards)} cards")
    if item.hints:
        losses.add(item, *HINTS)
    if item.explain and len(cards) > 1:
        losses.add(item, "one explanation", "it appears on every card")
    return cards


def _cards(item: Item, texts: ItemTexts) -> list[AnkiCard]:
    """The cards that a question makes: none of a story or a reflection, nor where all accepted answers are patterns."""
    shape = item.shape()
    match shape:
        case Choose():
            return [_choice(item, shape, texts)]
        case Arrange():
            return [_order(item, shape, texts)]
        case Pair():
            return list(_pairs(item, shape, texts))
        case Type():
            return list(_typed(item, shape, texts))
        case Story() | Reflect():
            return []
        case _:
            assert_never(shape)


def _choice(item: Item, shape: Choose, texts: ItemTexts) -> AnkiCard:
    options = html_list(texts.html(answer.text) for answer in shape.answers)
    right = [f"<strong>{texts.html(answer.text)}</strong>" for answer in shape.right]
    reasons = html_list(reason(answer.text, answer.why, texts) for answer in shape.answers)
    answer = f"<p>{right[0]}</p>" if len(right) == 1 else html_list(right)
    return AnkiCard("", paragraphs(texts, [item.stem]) + options, answer, reasons + paragraphs(texts, [item.explain]))


def _order(item: Item, shape: Arrange, texts: ItemTexts) -> AnkiCard:
    mixed = html_list(texts.html(step.text) for step in shape.mixed(settled(item.id)))
    return AnkiCard(
        "", paragraphs(texts, [item.stem]) + mixed, step_reasons(shape, texts), paragraphs(texts, [item.explain])
    )


def _pairs(item: Item, shape: Pair, texts: ItemTexts) -> Iterator[AnkiCard]:
    targets = html_list(texts.html(target.text) for target in shape.targets)
    for entry in shape.entries:
        question = paragraphs(texts, [item.stem]) + f"<p><strong>{texts.html(entry.text)}</strong></p>{targets}"
        answer = f"<p><strong>{texts.html(entry.target.text)}</strong></p>"
        yield AnkiCard(entry.ident, question, answer, paragraphs(texts, [entry.why, item.explain]))


def _typed(item: Item, shape: Type, texts: ItemTexts) -> Iterator[AnkiCard]:
    typed = typed_answers(shape)
    accepted = [*map(texts.literal, typed.texts), *(answer.reads or "" for answer in typed.numbers)]
    if accepted:
        near = [f"{html.escape(texts.literal(n.text), quote=False)}<br/>{texts.html(n.why)}" for n in shape.near]
        reasons = (html_list(near) if near else "") + paragraphs(texts, [item.explain])
        answer = " · ".join(html.escape(text, quote=False) for text in accepted)
        yield AnkiCard("", paragraphs(texts, [item.stem]), f"<p><strong>{answer}</strong></p>", reasons)


def _number(name: str) -> int:
    """A whole number that stands for a name, in the range in which Anki's own ids lie."""
    return int.from_bytes(sha256(name.encode()).digest()[:5], "big") + 1
