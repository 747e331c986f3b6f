"""Answers that come back, marked by what the workshop's page asks of the library, on the small site."""

from __future__ import annotations

import json
from typing import Any

import pytest

from handbook.results.ledger import COLUMNS
from handbook.workshop.bridge import Bridge
from support.folders import copy_project

NOTHING: dict[str, Any] = {"draft": None, "blueprint": ""}
DRAFT = {
    "title": "Desk test",
    "rows": [{"count": 2, "topic": "", "level": "", "type": "truefalse"}],
    "exclude": [],
    "minutes": 0,
}
TEST = {"quiz": "", "draft": DRAFT, "seed": "may", "forms": 1}
COMMAND = "handbook results"


@pytest.fixture(scope="module")
def bridge(tmp_path_factory: pytest.TempPathFactory) -> Bridge:
    return Bridge(copy_project(tmp_path_factory.mktemp("results")))


@pytest.fixture(scope="module")
def drawing(bridge: Bridge) -> dict[str, Any]:
    """A test of one's own: its form code and its lines for IT."""
    answer: dict[str, Any] = json.loads(bridge.call("draw", json.dumps(TEST))[0])
    return {"code": answer["forms"][0]["code"], "blueprint": answer["blueprint"], "draft": None}


def table(bridge: Bridge, **wish: Any) -> str:
    """The empty table, as CSV."""
    return bridge.call("table", json.dumps({**NOTHING, "kind": "csv", **wish}))[1].decode("utf-8-sig")


def mark(bridge: Bridge, *files: tuple[str, str], **wish: Any) -> tuple[dict[str, Any], bytes]:
    contents = [(name, content.encode()) for name, content in files]
    listing = [{"name": name, "size": len(content)} for name, content in contents]
    request = {**NOTHING, "code": "", **wish, "files": listing, "level": 3}
    value, ledger = bridge.call("results", json.dumps(request), b"".join(content for _, content in contents))
    answer: dict[str, Any] = json.loads(value)
    return answer, ledger


def with_answers(empty: str, *people: str) -> str:
    """The table with answers of "A" for everyone."""
    heading, row, *rest = empty.splitlines()
    form = row.partition(",")[0]
    cells = heading.count(",") - 1
    return "\n".join([heading, *(f"{form},{who}{',A' * cells}" for who in people), *rest[len(people) :]])


def test_a_test_of_ones_own_is_marked_by_its_lines_or_by_its_link(bridge: Bridge, drawing: dict[str, Any]) -> None:
    empty = table(bridge, **drawing)
    assert empty == table(bridge, code=drawing["code"], draft=DRAFT)
    filled = with_answers(empty, "P1", "P2")
    answer, ledger = mark(bridge, ("a.csv", filled), **drawing)
    assert answer["problems"] == []
    assert "P1" in answer["html"]
    assert "<style" not in answer["html"]
    assert answer["page"].startswith("<!doctype html>")
    assert ledger.decode("utf-8-sig").splitlines()[0] == ",".join(COLUMNS)
    assert mark(bridge, ("a.csv", filled), draft=DRAFT)[1] == ledger
    again, _ = mark(bridge, ("results.csv", ledger.decode()), **drawing)
    assert again["html"] == answer["html"]


def test_the_report_of_a_platform_is_marked_with_the_form_code_from_the_page(
    bridge: Bridge, drawing: dict[str, Any]
) -> None:
    _, ledger = mark(bridge, ("a.csv", with_answers(table(bridge, **drawing), "P1")), **drawing)
    items = [line.split(",")[4] for line in ledger.decode().splitlines()[1:]]
    report = "\n".join(["Learner,Interaction ID,Response", *(f"u1,{item},t" for item in items)])
    answer, _ = mark(bridge, ("scorm.csv", report), **drawing)
    assert answer["problems"] == []
    assert "#1" in answer["html"]
    assert "u1" not in answer["html"] + answer["page"]


def test_what_is_wrong_has_file_line_and_a_fix_that_the_page_offers(bridge: Bridge, drawing: dict[str, Any]) -> None:
    filled = with_answers(table(bridge, **drawing), "P1", "Maria")
    wrong_files = [
        ("a.csv", filled),
        ("b.csv", filled.replace("Q1,", "Q9,", 1)),
        ("c.csv", ""),
        ("d.csv", "Learner,Interaction ID,Response\nu1,q-one,a\n"),
        ("e.pdf", "%PDF-1.7 broken"),
    ]
    answer, ledger = mark(bridge, *wrong_files, **{**drawing, "code": ""})
    assert (answer["html"], answer["page"], ledger) == ("", "", b"")
    assert {name for name, _ in wrong_files} == {problem.partition(":")[0][:5] for problem in answer["problems"]}
    assert any(problem.startswith("a.csv, line 3: ") for problem in answer["problems"])
    assert not any(COMMAND in problem or " --" in problem for problem in answer["problems"])
    assert "Nothing was marked" in answer["said"]
    unknown, _ = mark(bridge, ("a.csv", filled))
    assert "paste the link" in unknown["problems"][0]


def test_files_of_one_name_are_told_apart(bridge: Bridge, drawing: dict[str, Any]) -> None:
    filled = with_answers(table(bridge, **drawing), "P1")
    answer, _ = mark(bridge, ("a.csv", filled), ("a.csv", filled), **drawing)
    assert answer["problems"][0].startswith("a.csv (2), line 2: ")


def test_a_table_of_no_form_and_lines_of_no_test_are_refused_in_words(bridge: Bridge) -> None:
    for wish, words in (
        ({"code": ""}, "Type the form code first"),
        ({"code": "twelve"}, "is not a form code"),
        ({"code": "desk-test-may-1-0a1b2c"}, "paste the link"),
        ({"code": "", "blueprint": "- id: [\n"}, "can't be read"),
    ):
        with pytest.raises(ValueError, match=words):
            table(bridge, **wish)
