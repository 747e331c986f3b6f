"""What the model knows of a question holds everywhere: on the page, on paper, in the files for other programs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element

import pytest

from handbook.assembly.key import key_of
from handbook.checks import check_handbook
from handbook.export import Assessment, Losses
from handbook.export.archive import unzipped
from handbook.export.scorm.record import records
from handbook.export.scorm.standard import SCORM_12
from handbook.html import Context
from handbook.html.items import ItemPlace, answer_parts, question_parts
from handbook.model.answers import Accepted
from handbook.model.items import Order, Scenario
from handbook.model.shapes import Pair, settled
from support.exported_tests import export_of, hard_paper, paper_of, small_paper
from support.folders import SMALL_SITE
from support.pdf_reading import page_texts


def _choice(text: str, rating: int, go: str) -> dict[str, object]:
    return {"text": text, "rating": rating, "why": "So it is.", "go": go}


def _item(kind: str, **keys: object) -> dict[str, object]:
    return {"id": "some-item", "type": kind, "level": "apply", "stem": "It begins.", "refs": ["index.md"], **keys}


def story() -> Scenario:
    """A story whose file lists the start after a later point."""
    nodes = {
        "later": {"text": "She waits.", "choices": [_choice("Look away.", 0, "bad"), _choice("Go to her.", 3, "good")]},
        "opening": {
            "text": "She says hello.",
            "choices": [_choice("Say hello.", 3, "later"), _choice("Say nothing.", 1, "aside")],
        },
        "aside": {
            "text": "She turns away.",
            "choices": [_choice("Say sorry.", 2, "good"), _choice("Shrug.", 0, "bad")],
        },
    }
    endings = {"bad": {"verdict": "poor", "text": "She leaves."}, "good": {"verdict": "good", "text": "She smiles."}}
    return Scenario.model_validate(_item("scenario", start="opening", nodes=nodes, endings=endings))


def order(*equal: list[str]) -> Order:
    """Five steps, of which groups may swap."""
    steps = [{"text": text, "why": "So it is."} for text in ("One.", "Two.", "Three.", "Four.", "Five.")]
    return Order.model_validate(_item("order", steps=steps, equal=equal))


def place() -> ItemPlace:
    handbook, _ = check_handbook(SMALL_SITE)
    return ItemPlace("x", handbook.profile, handbook.guide, Context(handbook, "index.md").link)


def on_paper(paper: Assessment, sheet: str) -> str:
    pdf = unzipped(export_of("print", paper).content)[f"{paper.code or paper.id}-{sheet}-letter.pdf"]
    return " ".join(page_texts(pdf)).replace("\u200b", "")


def words(elements: Sequence[Element | None]) -> str:
    return " ".join(" ".join(text for each in elements if each is not None for text in each.itertext()).split())


def test_a_story_is_numbered_from_its_start_however_the_file_lists_its_points() -> None:
    item = story()
    assert item.numbered() == {"opening": 1, "later": 2, "aside": 3, "bad": 4, "good": 5}
    assert [(point.number, point.text) for point in item.shape().points] == [
        (1, "She says hello."),
        (2, "She waits."),
        (3, "She turns away."),
    ]


def test_such_a_story_reads_in_order_on_a_page() -> None:
    [element] = question_parts(story(), place())
    assert [each.get("data-point") for each in element] == ["1", "2", "3", "4", "5"]
    assert words(list(element)[:1]) == "She says hello. Say hello. → go to 2 Say nothing. → go to 3"
    assert words(answer_parts(story(), place())).startswith("Best way through: Say hello. Go to her. At 1:")


def test_such_a_story_reads_in_order_on_paper() -> None:
    sheet, key = (on_paper(paper_of([story()]), name) for name in ("questions", "answers"))
    match = re.search(r"Start at 1\..*?1\. She says hello\. .* Go on at 2\. .* Go on at 3\. 2\. She waits\.", sheet)
    assert match, sheet
    assert "4. She leaves. 5. She smiles." in sheet
    assert "Key: 1 A, 2 B, 3 A" in key
    assert key.index("Say hello.") < key.index("Look away.")


@pytest.mark.parametrize("name", ["moodle", "gift"])
def test_such_a_story_opens_with_its_start_in_files_that_hold_the_first_choice(name: str) -> None:
    content = export_of(name, paper_of([story()])).content.decode()
    assert "She says hello." in content
    assert "Say nothing." in content
    assert "She waits." not in content


def test_page_key_and_learning_platform_name_one_best_way() -> None:
    way, end = story().shape().best_way()
    assert [choice.text for choice in way] == key_of(story()) == ["Say hello.", "Go to her."]
    assert end.text == "She smiles."
    assert records(paper_of([story()]), SCORM_12, Losses())[0].right == (tuple(choice.ident for choice in way),)


@pytest.mark.parametrize(
    ("equal", "places", "orders"),
    [
        ([], [(1,), (2,), (3,), (4,), (5,)], 1),
        ([["Three.", "Two."]], [(1,), (2, 3), (2, 3), (4,), (5,)], 2),
        ([["Two.", "Three."], ["Three.", "Four."]], [(1,), (2, 3, 4), (2, 3, 4), (2, 3, 4), (5,)], 6),
        ([["One.", "Two."], ["Four.", "Five."]], [(1, 2), (1, 2), (3,), (4, 5), (4, 5)], 4),
        ([["Two."]], [(1,), (2,), (3,), (4,), (5,)], 1),
    ],
    ids=["none", "a-pair", "groups-that-share-a-step-are-one", "two-groups", "one-by-itself"],
)
def test_steps_that_may_swap_share_their_places(
    equal: list[list[str]], places: list[tuple[int, ...]], orders: int
) -> None:
    shape = order(*equal).shape()
    assert [step.places for step in shape.steps] == places
    all_orders = list(shape.orders())
    assert all_orders[0] == tuple(step.ident for step in shape.steps)
    assert len(set(all_orders)) == len(all_orders) == orders


def test_page_paper_and_files_name_the_same_steps_that_may_swap() -> None:
    item = order(["Two.", "Three."], ["Three.", "Four."])
    assert "In any order: Two. · Three. · Four." in words(answer_parts(item, place()))
    assert re.search(r"In any order: [A-E] and [A-E] and [A-E]\.", on_paper(paper_of([item]), "answers"))
    assert "In any order: Two. · Three. · Four." in export_of("gift", paper_of([item])).content.decode().replace(
        "\\:", ":"
    )
    assert export_of("csv", paper_of([item])).content.decode().count(",2,") == 3


@pytest.mark.parametrize("seed", [f"seed-{number}" for number in range(12)])
def test_what_is_shown_is_not_in_the_right_order(seed: str) -> None:
    """Not even where the right order is what the seed gives."""
    shape = order(["Two.", "Three."]).shape()
    assert tuple(step.ident for step in shape.mixed(settled(seed))) not in set(shape.orders())
    for item in (*small_paper().items, *hard_paper().items):
        pair = item.shape()
        if isinstance(pair, Pair):
            entries, targets = pair.mixed(settled(seed))
            assert sorted(entries, key=str) == sorted(pair.entries, key=str)
            assert sorted(targets, key=str) == sorted(pair.targets, key=str)
            own_targets = list(dict.fromkeys(entry.target for entry in entries))
            assert entries != [*pair.entries] if pair.sorting else len(own_targets) == 1 or targets != own_targets


@pytest.mark.parametrize(
    ("answer", "reads", "exactly"),
    [
        ({"number": 20}, "20", "20"),
        ({"number": 20, "unit": "seconds"}, "20 seconds", "20 seconds"),
        ({"number": 20, "tol": 1, "unit": "seconds"}, "19 to 21 seconds", "20 seconds"),
        ({"number": 0.3, "tol": 0.1}, "0.2 to 0.4", "0.3"),
        ({"number": 1234567.5, "unit": "dollars"}, "1234567.5 dollars", "1234567.5 dollars"),
        ({"number": -0.5, "tol": 0.5}, "-1 to 0", "-0.5"),
        ({"text": "five"}, "five", "five"),
        ({"regex": "f.*"}, None, None),
    ],
)
def test_a_number_reads_with_its_unit_and_its_ends(
    answer: dict[str, object], reads: str | None, exactly: str | None
) -> None:
    accepted = Accepted.model_validate(answer)
    assert (accepted.reads, accepted.exactly) == (reads, exactly)


def test_a_number_reads_the_same_on_page_and_paper_in_key_cards_and_table() -> None:
    item = next(item for item in hard_paper().items if item.id == "h-numbers")
    paper, reads = paper_of([item]), "18.5 to 21.5 seconds"
    assert reads in words(answer_parts(item, place()))
    assert reads in on_paper(paper, "answers")
    assert key_of(item)[0] == reads
    assert reads in export_of("csv", paper).content.decode("utf-8-sig")
    assert reads.encode() in unzipped(export_of("anki", paper).content)["collection.anki2"]
