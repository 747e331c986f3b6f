"""The answer sheet: its rows, its places, the key to lay over it, and the fields to fill in on screen."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache
from io import BytesIO
from itertools import combinations
from typing import Any

import pytest
import typst
import zxingcpp
from PIL import Image
from pypdf import PdfReader

from handbook.export import Assessment
from handbook.export.archive import unzipped
from handbook.export.sheets.answer_sheet import answer_trees
from handbook.model.answer_sheet import Row, RowKind, answer_of, right_names, sheet_rows
from handbook.model.items import Item
from handbook.model.palette import LIGHT
from handbook.model.scoring import score, score_choice, score_order
from handbook.pdf.answer_sheet import BOTTOM, COLUMNS, LINES, WIDE, place_rows
from handbook.pdf.compile import FOLDER as TEMPLATES
from handbook.pdf.fonts import FOLDER as FONTS
from support.exported_tests import export_of, small_paper
from support.golden_cases import FOLDER
from support.pdf_reading import faults, opened, page_texts, scope, tagged

CODE = "all-kinds-may-1-0a1b2c"


@cache
def paper() -> Assessment:
    return replace(small_paper(), code=CODE)


@cache
def files() -> dict[str, bytes]:
    """The sheets by name and size, such as `answer-sheet-letter`."""
    return {name.removeprefix(f"{CODE}-").removesuffix(".pdf"): pdf for name, pdf in _zip().items()}


@cache
def _zip() -> dict[str, bytes]:
    return unzipped(export_of("print", paper()).content)


def rows() -> list[Row]:
    items = [item for item in paper().items if item.id != "q-empty"]
    return sheet_rows(items, CODE)


def item(name: str) -> Item:
    return next(one for one in paper().items if one.id == name)


def test_answers_are_worth_what_they_are_worth_in_the_browser() -> None:
    cases: dict[str, list[dict[str, Any]]] = json.loads((FOLDER / "scoring" / "cases.json").read_text("utf-8"))
    for case in cases["choose"]:
        for rule, per_option in (("perOption", True), ("allOrNothing", False)):
            share = score_choice(set(case["answer"]), set(case["right"]), per_option=per_option)
            assert share == pytest.approx(case[rule]), case
    for case in cases["arrange"]:
        for rule in ("adjacent", "exact"):
            assert score_order(case["answer"], case["right"], exact=rule == "exact") == pytest.approx(case[rule]), case


def test_every_question_that_counts_has_its_rows_and_their_key_earns_all_points() -> None:
    by_item: dict[str, list[Row]] = {}
    for row in rows():
        by_item.setdefault(row.item.id, []).append(row)
    assert by_item.keys() == {one.id for one in paper().items if one.scored and one.id != "q-empty"}
    for own in by_item.values():
        if own[0].kind is RowKind.WORDS:
            continue
        marks: list[tuple[str, ...]] = []
        for row in own:  # steps that may swap: each is taken once
            right = [name for name in row.names if name in right_names(row) and (name,) not in marks]
            again = [name for name in row.names if name in right_names(row)]
            marks.append(tuple(again) if row.kind is RowKind.SEVERAL else ((right or again)[0],))
        shape = own[0].item.shape()
        assert score(shape, answer_of(own[0].item, own, marks)) == 1, own[0].item.id
        assert score(shape, answer_of(own[0].item, own, [()] * len(own))) == 0


def test_the_letters_of_the_rows_are_those_of_the_question_sheet() -> None:
    text = " ".join(page_texts(files()["questions-letter"]))
    match = next(row for row in rows() if row.item.id == "q-match")
    texts = {target.ident: target.text for target in match.item.shape().targets}  # type: ignore[union-attr]
    for letter, name in zip(match.letters, match.names, strict=True):
        assert f"{letter}. {texts[name]}" in text


def test_of_a_story_only_what_was_done_on_the_way_counts() -> None:
    story = item("q-scenario")
    own = [row for row in rows() if row.item is story]
    all_first = [(row.names[0],) for row in own]
    answer = answer_of(story, own, all_first)
    assert len(answer) <= len(own)
    assert answer[0] == own[0].names[0]


@pytest.mark.parametrize("size", ["letter", "a4"])
@pytest.mark.parametrize("sheet", ["answer-sheet", "key-overlay"])
def test_both_sheets_are_valid_pdf_ua_and_pdf_a(sheet: str, size: str) -> None:
    assert not faults(files()[f"{sheet}-{size}"])


def test_a_reader_hears_the_row_before_each_letter() -> None:
    pdf = files()["answer-sheet-letter"]
    labels = [cell for cell in tagged(pdf, "TH") if scope(cell) == "/Row"]
    assert len(labels) >= len(rows())
    text = page_texts(pdf)[0]
    assert all(row.label in text for row in rows())


def test_the_rule_to_take_an_answer_back_is_printed() -> None:
    assert "Black out the letter" in page_texts(files()["answer-sheet-letter"])[0]


def test_a_page_has_room_for_45_rows_and_no_box_is_near_a_fold_an_edge_or_another() -> None:
    row = next(row for row in rows() if row.item.id == "q-single")
    placed_rows = place_rows([row] * (COLUMNS * len(LINES) + 1))
    assert [placed.page for placed in placed_rows] == [0] * 45 + [1]
    spots = [spot for placed in placed_rows[:45] for spot in placed.boxes]
    for spot in spots:
        assert 0 < spot.x < spot.x + spot.width < WIDE
        assert spot.y + spot.height < BOTTOM
        for height in (279.4, 297):
            for fold in (height / 3, height / 3 * 2):
                assert not fold - 1.5 < spot.y + spot.height / 2 < fold + 1.5
    for one, other in combinations(spots, 2):
        assert abs(one.x - other.x) >= 6.5 or abs(one.y - other.y) >= 6.5


def test_a_machine_reads_code_page_and_the_four_marks_from_the_picture() -> None:
    tree = answer_trees(paper(), "letter")["answer-sheet"]
    inputs = {"guide": json.dumps({"palette": LIGHT, **tree})}
    fonts = typst.Fonts(False, False, [FONTS])
    compiler = typst.Compiler(TEMPLATES / "answer-sheet.typ", root=TEMPLATES, font_paths=fonts, sys_inputs=inputs)
    image = compiler.compile(format="png", ppi=200)
    assert isinstance(image, bytes)
    picture = Image.open(BytesIO(image))
    codes = {code.text: code.position.top_left for code in zxingcpp.read_barcodes(picture)}
    assert f"HB1|{CODE}|1|0" in codes
    assert {"1", "2", "3", "4"} <= codes.keys()
    assert codes["1"].x < codes["2"].x
    assert codes["1"].y < codes["3"].y


def test_every_row_is_a_field_to_fill_in_with_a_name_that_says_the_question() -> None:
    fields = PdfReader(BytesIO(files()["answer-sheet-a4"])).get_fields()
    assert fields is not None
    names = {str(field.get("/TU")) for field in fields.values()}
    assert {f"Question {row.label}" for row in rows()} <= names
    assert "Your code (not your name)" in names


def test_the_key_shows_only_letters_that_are_right() -> None:
    words = " ".join(page_texts(files()["key-overlay-letter"]))
    single = next(row for row in rows() if row.item.id == "q-single")
    (right,) = (
        letter for letter, name in zip(single.letters, single.names, strict=True) if name in right_names(single)
    )
    assert re.search(rf"\b{single.label} {right}\b", words)
    assert "/AcroForm" not in opened(files()["key-overlay-letter"]).Root


def test_the_same_test_gives_the_same_bytes() -> None:
    again = unzipped(export_of("print", paper()).content)
    assert again == _zip()
