"""Anki: decks imported by Anki itself into a collection of their own."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

from handbook.export import Assessment
from handbook.git.edition import Edition
from support.exported_tests import hard_paper, items_of, losses_of, made, paper_of, small_paper

Counts = tuple[int, int, int]
LATER = Edition(date(2026, 5, 2), "4567def")

TWENTY = "".join(
    f"""
- id: t-{at}
  type: truefalse
  level: recall
  stem: Statement {at}.
  answer: true
  why:
    true: It is.
    false: It is not.
  tags: [some-tag]
  refs: [desk-lend]
"""
    for at in range(20)
)


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    """An empty collection."""
    opened = Collection(str(tmp_path / "collection.anki2"))
    yield opened
    opened.close()


@pytest.fixture
def taken_in(collection: Collection, tmp_path: Path) -> Callable[[bytes], Counts]:
    """Imports a package. Gives how many notes are new, updated and there already."""

    def take_in(content: bytes) -> Counts:
        file = tmp_path / "deck.apkg"
        file.write_bytes(content)
        request = ImportAnkiPackageRequest(package_path=str(file), options=ImportAnkiPackageOptions())
        log = collection.import_anki_package(request).log
        return len(log.new), len(log.updated), len(log.duplicate)

    return take_in


def exported(paper: Assessment) -> bytes:
    """The deck of a paper."""
    return made("anki", paper).content


def test_importing_again_updates_and_adds_nothing(collection: Collection, taken_in: Callable[[bytes], Counts]) -> None:
    paper = paper_of(items_of(TWENTY))
    assert taken_in(exported(paper)) == (20, 0, 0)
    assert taken_in(exported(paper)) == (0, 0, 20)
    mended = items_of(TWENTY.replace("Statement", "The statement"))
    assert taken_in(exported(replace(paper, items=mended, edition=LATER))) == (0, 20, 0)
    assert collection.note_count() == collection.card_count() == 20
    assert len(collection.find_notes('"Question:*The statement*"')) == 20


def test_a_second_edition_of_one_day_updates_too(collection: Collection, taken_in: Callable[[bytes], Counts]) -> None:
    morning, noon = (Edition.at(1_777_600_000 + hour * 3600, "0123abc") for hour in (8, 12))
    assert morning.date == noon.date
    paper = paper_of(items_of(TWENTY), morning)
    assert taken_in(exported(paper)) == (20, 0, 0)
    mended = items_of(TWENTY.replace("Statement", "The statement"))
    assert taken_in(exported(replace(paper, items=mended, edition=noon))) == (0, 20, 0)
    assert len(collection.find_notes('"Question:*The statement*"')) == 20


def test_a_card_asks_answers_and_tells_why(collection: Collection, taken_in: Callable[[bytes], Counts]) -> None:
    taken_in(exported(small_paper()))
    [found] = collection.find_cards("Id:q-single")
    card = collection.get_card(found)
    assert "Lend five, keep one at the desk." in card.question()
    assert "Five is the limit" not in card.question()
    assert "<p><strong>Lend five, keep one at the desk.</strong></p>" in card.answer()
    assert "The limit holds for every child." in card.answer()
    assert 'href="https://handbook.example/desk/lend.html#desk-differences"' in card.answer()
    assert collection.decks.name(card.did) == "All kinds"
    assert card.note().tags == ["level::apply", "loan"]


def test_each_pair_makes_a_card_and_stories_make_none(
    collection: Collection, taken_in: Callable[[bytes], Counts]
) -> None:
    assert taken_in(exported(small_paper()))[0] == 9  # single, multiple, truefalse, order, short, and two of two pairs
    assert len(collection.find_cards("Id:q-match/*")) == 2
    lost = losses_of("anki", small_paper())
    assert lost["q-match"] == ["one question with several parts"]
    assert lost["q-scenario"] == ["a question of type scenario can't become a card"]
    assert lost["q-reflect"] == ["a question of type reflect can't become a card"]


def test_whatever_is_in_a_text_is_text(collection: Collection, taken_in: Callable[[bytes], Counts]) -> None:
    """No braces become fields, no angle becomes a mark."""
    taken_in(exported(hard_paper()))
    [found] = collection.find_cards("Id:h-single")
    card = collection.get_card(found)
    assert "Is 50 % <em>of</em> {1, 2} ~ half = <code>a -&gt; b</code>?" in card.question()
    assert "The *Office* &amp; Co" in card.question()
    [found] = collection.find_cards("Id:h-numbers")
    assert "18.5 to 21.5 seconds · -0.5" in collection.get_card(found).answer()


def test_two_decks_of_one_edition_go_side_by_side(collection: Collection, taken_in: Callable[[bytes], Counts]) -> None:
    taken_in(exported(small_paper()))
    assert taken_in(exported(paper_of(items_of(TWENTY))))[0] == 20
    assert collection.note_count() == 29
    assert {deck.name for deck in collection.decks.all_names_and_ids()} == {"All kinds", "A/B test", "Default"}
