"""CSV, JSON and the Kahoot spreadsheet, read back by readers that are not ours."""

import csv
import json
from io import BytesIO, StringIO
from typing import Any

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from handbook.export.formats.kahoot import COLUMNS
from support.exported_tests import hard_paper, items_of, losses_of, made, paper_of, small_paper

OPTION = "    - text: {}\n      why: So.\n"
HEAD = """
- id: {}
  type: single
  level: recall
  stem: {}
  refs: [index.md]
  options:
    - text: Yes
      right: true
      why: So.
"""


def table(content: bytes) -> dict[str, dict[str, str]]:
    """The rows of a CSV file by id."""
    return {row["id"]: row for row in csv.DictReader(StringIO(content.decode("utf-8-sig"), newline=""))}


def sheet(content: bytes) -> Worksheet:
    """The sheet of a workbook."""
    found = load_workbook(BytesIO(content)).active
    assert isinstance(found, Worksheet)
    return found


def items(content: bytes) -> dict[str, Any]:
    """The items of a JSON file by id."""
    return {item["id"]: item for item in json.loads(content)["items"]}


def test_csv_has_a_row_for_each_question_but_the_story() -> None:
    rows = table(made("csv", small_paper()).content)
    assert set(rows) == {item.id for item in small_paper().items} - {"q-empty", "q-scenario"}
    assert rows["q-single"]["right 1"] == "yes"
    assert rows["q-match"]["choices"].split("\n") == ["Five", "Ten", "Fifty"]
    assert rows["q-truefalse"]["question"] == "A loan lasts 21 days."
    assert losses_of("csv", small_paper())["q-scenario"] == ["a story with branches doesn't fit into a row"]


def test_csv_is_what_rfc_4180_and_spreadsheets_ask_for() -> None:
    content = made("csv", hard_paper()).content
    assert content.startswith(b"\xef\xbb\xbfid,type,level,question,")
    assert content.endswith(b"\r\n")


def test_no_cell_of_csv_is_computed_by_a_spreadsheet() -> None:
    rows = table(made("csv", hard_paper()).content)
    assert rows["h-single"]["answer 3"] == "'=1+1 -> 2"
    assert not [cell for row in rows.values() for cell in row.values() if cell.startswith(("=", "+", "-", "@"))]


def test_json_holds_everything_and_names_entries_by_key() -> None:
    told = items(made("json", small_paper()).content)
    assert set(told) == {item.id for item in small_paper().items} - {"q-empty"}
    match = told["q-match"]
    assert {pair["to"] for pair in match["left"]} <= {target["key"] for target in match["right"]}
    assert told["q-scenario"]["nodes"]["n1"]["choices"][0]["why"] == "It solves it."
    assert "points" not in told["q-reflect"]
    assert told["q-single"]["refs"][0]["address"].startswith("https://handbook.example/desk/lend.html#")


def test_kahoot_has_the_rows_of_its_template() -> None:
    page = sheet(made("kahoot", small_paper()).content)
    assert tuple(cell.value for cell in page[8][1:8]) == COLUMNS
    rows = [[cell.value for cell in row] for row in page.iter_rows(min_row=9)]
    assert [row[0] for row in rows] == [1, 2, 3]
    assert rows[1][1:] == [
        "Which of these do you do before you close?",
        *("Turn the lights off.", "Lock the door.", "Feed the cat.", None),
        *(60, "1,2"),
    ]
    assert rows[2][1:] == ["A loan lasts 21 days.", "True", "False", None, None, 30, "1"]


def test_kahoot_refuses_what_is_over_its_limits() -> None:
    paper = paper_of(
        items_of(
            HEAD.format("k-long", "x" * 121)
            + OPTION.format("No")
            + HEAD.format("k-answer", "Short?")
            + OPTION.format("y" * 76)
            + HEAD.format("k-many", "Many?")
            + "".join(OPTION.format(word) for word in ("A", "B", "C", "D"))
            + HEAD.format("k-edge", "x" * 120)
            + OPTION.format("y" * 75)
        )
    )
    lost = losses_of("kahoot", paper)
    assert lost["k-long"] == ["the question has 121 characters, and 120 are allowed"]
    assert lost["k-answer"] == ["an answer has 76 characters, and 75 are allowed"]
    assert lost["k-many"] == ["it has 5 answers, and 4 are allowed"]
    assert lost["k-edge"] == ["reasons, explanation and links"]


def test_kahoot_takes_a_formula_for_a_text() -> None:
    page = sheet(made("kahoot", hard_paper()).content)
    assert page["E9"].value == "=1+1 -> 2"
    assert page["E9"].data_type == "s"
