"""GIFT, read back by gift-pegjs."""

import json
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from handbook.export import Assessment
from handbook.model.items import Item
from support.exported_tests import any_item, export_of, hard_paper, losses_of, paper_of, small_paper
from support.folders import PROJECT

READER = PROJECT / "tests" / "support" / "consumers" / "read_gift.mjs"


def read(content: bytes, folder: Path) -> dict[str, Any]:
    """The questions that gift-pegjs reads in a file, by id. It gives the line of what it cannot read."""
    file = folder / "questions.gift"
    file.write_bytes(content)
    result = subprocess.run(
        ["node", str(READER), str(file)], capture_output=True, text=True, check=False, encoding="utf-8"
    )
    assert result.returncode == 0, result.stderr
    return {str(each.get("id")): each for each in json.loads(result.stdout)}


def exported(paper: Assessment, folder: Path) -> dict[str, Any]:
    return read(export_of("gift", paper).content, folder)


def test_the_consumer_refuses_what_is_no_gift(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="Error"):
        read(b"What?{=One ~", tmp_path)


def test_every_question_is_read_with_its_type_id_and_tags(tmp_path: Path) -> None:
    questions = exported(small_paper(), tmp_path)
    kinds = {name: question["type"] for name, question in questions.items()}
    assert kinds == {
        "None": "Category",
        "q-single": "MC",
        "q-multiple": "MC",
        "q-truefalse": "TF",
        "q-order": "Matching",
        "q-match": "Matching",
        "q-classify": "Matching",
        "q-short": "Short",
        "q-scenario": "MC",
        "q-reflect": "Essay",
    }
    assert questions["q-single"]["tags"] == ["loan", "level:apply"]


def test_right_answers_and_reasons_stand_where_they_belong(tmp_path: Path) -> None:
    questions = exported(small_paper(), tmp_path)
    single, several, truth = (questions[name] for name in ("q-single", "q-multiple", "q-truefalse"))
    assert [choice["isCorrect"] for choice in single["choices"]] == [True, False, False]
    assert single["choices"][1]["feedback"]["text"] == "The limit holds for every child."
    assert [choice["weight"] for choice in several["choices"]] == [50, 50, -50]
    assert truth["isTrue"] is True
    assert truth["trueFeedback"]["text"] == "Look at the slip."  # the first is for the wrong answer, as in Moodle
    *accepted, near = questions["q-short"]["choices"]
    assert {"5", "five", "within five"} <= {choice["text"]["text"] for choice in accepted}
    assert {choice["weight"] for choice in accepted} == {100}
    assert (near["text"]["text"], near["weight"], near["feedback"]["text"]) == ("10", 0, "That is for adults.")
    assert [pair["subanswer"] for pair in questions["q-match"]["matchPairs"]] == ["Five", "Ten", "Fifty"]
    assert "A child → Five: Small hands." in questions["q-match"]["globalFeedback"]["text"]


def test_every_text_comes_through_whatever_is_in_it(tmp_path: Path) -> None:
    questions = exported(hard_paper(), tmp_path)
    single = questions["h-single"]
    assert single["stem"]["text"] == (
        "Is 50 % of {1, 2} ~ half = a -> b? "
        "See the page (https://handbook.example/desk/lend.html#late-books) & C:\\new #1."
    )
    assert [choice["text"]["text"] for choice in single["choices"]] == [
        "%50% of them, at The *Office* & Co",
        "[html] is no mark here",
        "=1+1 → 2",
    ]
    assert single["choices"][1]["feedback"]["text"] == "= and ~ and # and { and } and : are texts. \\n is no new line."
    assert [pair["subanswer"] for pair in questions["h-order"]["matchPairs"]] == ["1", "2 or 3", "2 or 3", "4"]
    numbers = questions["h-numbers"]
    assert (numbers["type"], [choice["text"]["number"] for choice in numbers["choices"]]) == (
        "Numerical",
        [20, -0.5, 200],
    )


def test_forms_and_editions_have_categories_of_their_own() -> None:
    paper = replace(small_paper(), code="some-test-may-1-0a1b2c")
    line = export_of("gift", paper).content.decode().split("\n")[1]
    assert line == "$CATEGORY: $course$/top/All kinds/2026-05-01 · 0123abc · some-test-may-1-0a1b2c"


def test_what_is_lost_is_named() -> None:
    lost = losses_of("gift", hard_paper())
    assert lost["h-reflect"] == ["a reflection, which counts no points"]
    assert lost["h-pattern"] == ["all accepted answers are patterns"]
    assert "points for all or nothing" in lost["h-multiple"]
    assert "an arrow typed as ->" in lost["h-match"]
    assert {"hints", "3 points"} <= set(lost["h-single"])
    assert "a tolerance beside an answer in words" in lost["h-words"]
    assert {"a unit", "a reason for a wrong answer in words"} <= set(lost["h-numbers"])


@given(items=st.lists(any_item, min_size=30, max_size=40))
@settings(max_examples=6, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
def test_whatever_is_typed_can_be_read(items: list[Item], tmp_path_factory: pytest.TempPathFactory) -> None:
    numbered_items = [item.model_copy(update={"id": f"item-{at}"}) for at, item in enumerate(items)]
    questions = exported(paper_of(numbered_items), tmp_path_factory.mktemp("gift"))
    assert set(questions) == {"None", *(item.id for item in numbered_items)}
    texts = paper_of(numbered_items).texts
    for item in numbered_items:
        assert questions[item.id]["stem"]["text"] == texts.plain(item.stem)
