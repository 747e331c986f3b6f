"""What the pages of the workshop ask of the library, on the small site."""

from __future__ import annotations

import json
from typing import Any

import pytest

from handbook.workshop.bridge import Bridge
from support.folders import copy_project

PAGE = "docs/desk/lend.md"
CSV = "type,level,question,answer 1,right 1,answer 2,right 2\nsingle,recall,What is first?,The card,x,The book,\n"


@pytest.fixture(scope="module")
def bridge(tmp_path_factory: pytest.TempPathFactory) -> Bridge:
    return Bridge(copy_project(tmp_path_factory.mktemp("session")))


def call(bridge: Bridge, name: str, /, file: bytes = b"", **request: Any) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(bridge.call(name, json.dumps(request), file)[0])
    return answer


def text_of(bridge: Bridge, path: str) -> str:
    return str(call(bridge, "open", path=path)["text"])


def codes(problems: list[dict[str, Any]]) -> set[str]:
    return {problem["code"] for problem in problems}


def labels(bridge: Bridge, path: str, text: str) -> list[str]:
    """What could come at the end of a text."""
    lines = text.split("\n")
    answer = call(bridge, "complete", path=path, text=text, line=len(lines), column=len(lines[-1]))
    return [option["label"] for option in answer["options"]]


def begin(bridge: Bridge, kind: str, place: str = "") -> list[dict[str, str]]:
    beginning = {"kind": kind, "words": "Lend a map", "place": place, "type": "order", "day": "2026-12-01"}
    files: list[dict[str, str]] = call(bridge, "begin", beginning=beginning)["files"]
    for file in files:
        call(bridge, "restore", path=file["path"])
    return files


def test_a_glance_finds_in_a_page_what_the_whole_check_finds(bridge: Bridge) -> None:
    text = text_of(bridge, PAGE) + "\nSee [this](nope.md), {{ org.nothing }} and <b>that</b>.\n"
    quick = call(bridge, "glance", path=PAGE, text=text, line=1)
    whole = call(bridge, "attempt", path=PAGE, text=text, line=1)
    call(bridge, "restore", path=PAGE)
    assert len(codes(quick["problems"])) == 3
    assert quick["problems"] == whole["problems"]
    assert quick["preview"]["html"] == whole["preview"]["html"]


def test_a_problem_that_can_be_fixed_has_its_lines(bridge: Bridge) -> None:
    text = text_of(bridge, PAGE).replace("  - do: Scan", "  \u2013 do: Scan").replace("three weeks", "three\u2028weeks")
    answer = call(bridge, "glance", path=PAGE, text=text, line=1)
    fixes = {tuple(fix["text"]) for fix in answer["fixes"]}
    assert fixes == {("  - do: Scan the book.",), ("    say: It is due in three weeks.",)}


@pytest.mark.parametrize(
    ("kind", "place", "paths"),
    [
        ("page", "desk", ["docs/desk/lend-a-map.md"]),
        ("question", "maps", ["quizbank/items/maps.yml"]),
        ("quiz", "", ["quizbank/quizzes.yml"]),
        ("news", "", ["docs/_data/news.yml"]),
        ("review", "desk", ["docs/_data/reviews.yml"]),
        ("section", "", ["docs/_data/sections.yml", "docs/lend-a-map/index.md"]),
    ],
)
def test_something_new_begins_with_nothing_wrong_but_words_to_replace(
    bridge: Bridge, kind: str, place: str, paths: list[str]
) -> None:
    files = begin(bridge, kind, place)
    assert [file["path"] for file in files][: len(paths)] == paths
    answer = call(bridge, "glance", path=paths[-1], text=files[0 if len(paths) == 1 else -1]["text"], line=1)
    assert codes([problem for problem in answer["problems"] if not problem["notice"]]) <= {"template-text"}


def test_what_can_come_next_are_keys_values_and_names_that_exist(bridge: Bridge) -> None:
    head = "``` procedure\nid: new-steps\ntitle: New\nsteps:\n  - do: One\n"
    assert {"say: ", "why: "} <= set(labels(bridge, PAGE, f"{head}    "))
    assert labels(bridge, PAGE, "Call {{ org.ph") == ["org.phone"]
    assert "../basics/index.md" in labels(bridge, PAGE, "See [it](../ba")
    assert "checklist" in labels(bridge, PAGE, "``` ch")
    question = "- id: q-new\n  type: single\n"
    assert labels(bridge, "quizbank/items/new.yml", f"{question}  level: ap") == ["apply"]
    assert "desk-lend" in labels(bridge, "quizbank/items/new.yml", f"{question}  refs: [desk-le")


def test_questions_of_another_program_are_drafts_with_what_they_lack(bridge: Bridge) -> None:
    answer = call(bridge, "bring", CSV.encode(), name="Mine.csv")
    (draft,) = answer["drafts"]
    assert answer["topic"] == "mine"
    assert "What is first?" in draft["html"]
    assert "Answers 1 and 2: the reason (what happens to the customer) is missing" in draft["problems"]
    assert "The place where the handbook answers it is missing" in draft["problems"]
    assert answer["problems"] == []
    (file,) = call(bridge, "add", path="quizbank/items/mine.yml", text=draft["yaml"])["files"]
    assert file["text"] == draft["yaml"]
    call(bridge, "restore", path=file["path"])


def test_nothing_that_is_told_of_a_file_speaks_of_yaml_or_of_keys(bridge: Bridge) -> None:
    rows = "single,easy,What is second?,The card,x,,\nsingel,recall,What is third?,A,x,B,\n"
    answer = call(bridge, "bring", (CSV + rows).encode(), name="Mine.csv")
    lines = [*answer["problems"], *(line for draft in answer["drafts"] for line in draft["problems"])]
    assert any(line.startswith("Line 4 of the file: ") for line in answer["problems"])
    assert not [line for line in lines if "YAML" in line or '"why' in line or '"refs' in line]


def test_the_test_of_a_link_is_the_form_of_its_code_without_an_answer_in_sight(bridge: Bridge) -> None:
    row = {"count": 2, "topic": "", "level": "", "type": ""}
    draft = {"title": "T", "rows": [row], "exclude": [], "minutes": 0}
    test: dict[str, Any] = {"quiz": "", "draft": draft, "seed": "may", "forms": 1}
    (form,) = call(bridge, "draw", **test)["forms"]
    taken = call(bridge, "take", test=test, code=form["code"])["html"]
    assert 'data-mode="test"' in taken
    assert f'data-content="{form["code"][-6:]}"' in taken
    assert 'class="hb-quiz-answers" hidden' in taken
    with pytest.raises(ValueError, match="has changed since this link was made"):
        call(bridge, "take", test=test, code=f"{form['code'][:-6]}000000")


def test_a_mini_guide_of_ones_own_is_a_pdf_and_too_many_cards_are_refused(bridge: Bridge) -> None:
    cards = [card["id"] for card in call(bridge, "pocket")["cards"]]
    wish = {"cards": cards[:1] or ["desk-lend"], "numbers": [["Security", "555-0100"]], "paper": "a4"}
    answer, content = bridge.call("sheet", json.dumps({"wish": wish}))
    assert content.startswith(b"%PDF")
    assert json.loads(answer)["name"].endswith(".pdf")
    refusal = call(bridge, "sheet", wish={**wish, "cards": ["desk-lend"] * 7})
    assert refusal["name"] == ""
    assert "don't fit" in refusal["notes"][0]


def test_a_link_to_a_printed_file_needs_nothing_that_prints(bridge: Bridge, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handbook.pdf.find_spec", lambda _: None)
    monkeypatch.setattr("handbook.pdf.print_guide", None)
    text = (
        text_of(bridge, PAGE)
        + "\nPrint [it](../pocket-guide/pocket-guide-mini.pdf) or [that](../pocket-guide/no.pdf).\n"
    )
    (problem,) = call(bridge, "glance", path=PAGE, text=text, line=1)["problems"]
    assert "no.pdf" in problem["message"]


def test_a_value_of_the_county_that_is_renamed_has_its_new_name_in_every_file(bridge: Bridge) -> None:
    path = "docs/_data/organization.yml"
    text = text_of(bridge, path)
    change = {"kind": "rename", "at": ["org", "phone"], "value": "main_line", "by": 0}
    after = call(bridge, "change", path=path, text=text, line=1, change=change)
    assert after["text"] == text.replace("  phone: 555", "  main_line: 555").replace("org.phone", "org.main_line")
    assert after["key"] == "org.phone"
    files = {file["path"]: file["text"] for file in call(bridge, "rename", key="org.phone", name="main_line")["files"]}
    before = {other: text_of(bridge, other) for other in files}
    for other in files:
        call(bridge, "restore", path=other)
    assert list(files) == after["others"] != []
    for other, whole in files.items():
        assert whole == before[other].replace("org.phone", "org.main_line")
