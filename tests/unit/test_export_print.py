"""Tests on paper, read back: what stands on the sheet, what on the key, and that a screen reader can follow both."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from handbook.assembly import draw
from handbook.checks import check_handbook
from handbook.export import Assessment, ItemTexts
from handbook.export.archive import unzipped
from handbook.export.quizzes import quiz_paper
from handbook.model.dates import edition_in_words
from handbook.model.items import Item
from support.exported_tests import EDITION, SITE, export_of, hard_paper, items_of, losses_of, paper_of, small_paper
from support.folders import copy_project
from support.pdf_reading import bookmarks, faults, opened, page_texts, tagged, targets

SIZES = {"letter": (612.0, 792.0), "a4": (595.28, 841.89)}
SHEETS = ("questions", "answers")


def files(paper: Assessment) -> dict[str, bytes]:
    """The PDFs by sheet and size, such as `questions-letter`."""
    pdfs = unzipped(export_of("print", paper).content)
    return {"-".join(name.removesuffix(".pdf").split("-")[-2:]): pdf for name, pdf in pdfs.items()}


def text_of(paper: Assessment, sheet: str) -> str:
    return " ".join(page_texts(files(paper)[f"{sheet}-letter"])).replace("\u200b", "")


@pytest.mark.parametrize("paper", [small_paper, hard_paper], ids=["every-type", "hard-texts"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("sheet", SHEETS)
def test_both_sheets_are_valid_pdf_ua_on_both_papers(paper: object, sheet: str, size: str) -> None:
    assert callable(paper)
    pdf = files(paper())[f"{sheet}-{size}"]
    assert not faults(pdf)
    for page in opened(pdf).pages:
        assert [round(float(at)) for at in page.mediabox] == [0, 0, *map(round, SIZES[size])]


def test_files_are_named_by_the_form_code_where_there_is_one() -> None:
    paper = replace(small_paper(), code="all-kinds-may-1-0a1b2c")
    assert sorted(unzipped(export_of("print", paper).content)) == [
        f"all-kinds-may-1-0a1b2c-{sheet}-{size}.pdf"
        for sheet in sorted((*SHEETS, "answer-sheet", "key-overlay"))
        for size in sorted(SIZES)
    ]


def test_the_sheet_has_lines_for_name_date_and_points_and_the_form_code_on_each_page() -> None:
    paper = replace(small_paper(), code="all-kinds-may-1-0a1b2c")
    pages = page_texts(files(paper)["questions-letter"])
    lost = losses_of("print", paper)
    points = sum(item.points for item in paper.items if item.scored and item.id not in lost)
    assert f"Name: Date: Points (of {points}):" in pages[0]
    for number, page in enumerate(pages, start=1):
        assert f"Form code all-kinds-may-1-0a1b2c, edition of {edition_in_words(EDITION)}" in page
        assert f"Page {number} of {len(pages)}" in page


def test_the_sheet_says_how_long_the_test_takes_and_its_key_does_not(tmp_path: Path) -> None:
    handbook, _ = check_handbook(copy_project(tmp_path))
    form = draw(handbook.bank, handbook.profile, handbook.bank.quizzes["loans"][0], "may").forms[0]
    paper = quiz_paper(form, handbook, EDITION, ItemTexts(handbook.profile, handbook.guide, SITE))
    assert "About 5 minutes." in text_of(paper, "questions")
    assert "About 5 minutes." not in text_of(paper, "answers")


@pytest.mark.parametrize("sheet", SHEETS)
def test_each_question_is_a_heading_and_a_bookmark(sheet: str) -> None:
    paper = small_paper()
    pdf = files(paper)[f"{sheet}-a4"]
    titles = [title for title, _ in bookmarks(pdf)]
    items = [item for item in paper.items if item.id not in losses_of("print", paper)]
    assert len(items) == len(titles) == len(tagged(pdf, "H1"))
    assert [re.findall(r"Question (\d+)", title)[0] for title in titles] == [str(n) for n in range(1, len(items) + 1)]
    if sheet == "answers":
        assert [title.split(": ")[1] for title in titles] == [item.id for item in items]


def test_the_sheet_tells_no_reason_and_no_key() -> None:
    paper = paper_of(items_of(CHOICES))
    text = text_of(paper, "questions")
    assert "Because." not in text
    assert "Key:" not in text
    assert "☐ A. One ☐ B. Two ☐ C. Three" in text


CHOICES = """
- id: c-single
  type: single
  level: recall
  stem: Which one?
  options:
    - {one}
    - {two}
    - {three}
  refs: [index.md]
- id: c-multiple
  type: multiple
  level: recall
  points: 2
  stem: Which ones?
  options:
    - {one}
    - {two}
    - {three}
  refs: [index.md]
- id: c-truth
  type: truefalse
  level: recall
  stem: Is it?
  answer: false
  why:
    true: Because.
    false: Because.
  refs: [index.md]
""".replace("{one}", "text: One\n      why: Because.\n      right: true").replace(
    "{two}", "text: Two\n      why: Because."
)
CHOICES = CHOICES.replace("{three}", "text: Three\n      why: Because.", 1).replace(
    "{three}", "text: Three\n      why: Because.\n      right: true"
)


@pytest.mark.parametrize("count", range(8, 14))
def test_no_question_is_alone_on_the_last_page(count: int) -> None:
    one, *_ = items_of(CHOICES)
    paper = paper_of([one.model_copy(update={"id": f"s-{n}"}) for n in range(count)])
    pages = page_texts(files(paper)["questions-letter"])
    assert [page.count("Question ") for page in pages][-1] > 1
    assert sum(page.count("Question ") for page in pages) == count


def keys(*items: Item) -> list[str]:
    """What stands behind "Key:" of each question, up to where the reasons begin."""
    text = text_of(paper_of(items), "answers")
    return [part.strip() for part in re.findall(r"Key: (.+?) (?=[✓✗]|\d\. |[A-Z]\. |Read more|In any)", text)]


def test_the_key_of_a_choice_is_in_the_letters_of_the_sheet() -> None:
    assert keys(*items_of(CHOICES)) == ["A", "A, C", "B"]


def test_points_other_than_one_stand_at_the_question() -> None:
    assert "Question 2 (2 points) Which ones?" in text_of(paper_of(items_of(CHOICES)), "questions")


def test_the_key_of_an_order_gives_the_letters_of_the_steps_as_shown() -> None:
    order = next(item for item in hard_paper().items if item.type == "order")
    sheet, answers = (text_of(paper_of([order]), name) for name in SHEETS)
    letter_of = dict(re.findall(r"([A-D])\. (First -> of all|This|That|Last\.)", sheet))
    assert " ".join(letter_of.values()) != "First -> of all This That Last."
    letters = {text: letter for letter, text in letter_of.items()}
    key = " ".join(letters[text] for text in ("First -> of all", "This", "That", "Last."))
    assert f"Key: {key}" in answers
    assert f"In any order: {letters['This']} and {letters['That']}." in answers


def test_the_key_of_pairs_gives_number_and_letter_as_shown() -> None:
    match = next(item for item in hard_paper().items if item.type == "match")
    sheet, answers = (text_of(paper_of([match]), name) for name in SHEETS)
    north = re.findall(r"([AB])\. North", sheet)[0]
    assert f"Key: 1 {north}, 2 {north}" in answers
    assert f"A = b → {north}. North" in answers


def test_a_story_has_numbers_to_go_on_at() -> None:
    story = next(item for item in small_paper().items if item.type == "scenario")
    sheet, answers = (text_of(replace(small_paper(), items=(story,)), name) for name in SHEETS)
    assert "Start at 1." in sheet
    assert re.search(r"Go on at \d\.", sheet)
    assert re.search(r"Key: 1 [A-E]", answers)
    assert "of 3." in answers


def test_the_parts_of_a_story_stand_farther_apart_than_its_answers() -> None:
    story = next(item for item in small_paper().items if item.type == "scenario")
    pdf, places = files(replace(small_paper(), items=(story,)))["questions-letter"], list[tuple[str, float]]()

    def note(text: str, cm: list[float], tm: list[float], *_: object) -> None:
        if text.strip():
            places.append((text.strip(), tm[4] * cm[1] + tm[5] * cm[3] + cm[5]))

    PdfReader(BytesIO(pdf)).pages[0].extract_text(visitor_text=note)
    first = dict(reversed(places))
    above = min(height for _, height in places if height > first["2."] + 1)
    assert above - first["2."] > first["A."] - first["B."] + 2


def test_a_reflection_has_no_key_and_counts_no_points() -> None:
    reflect = next(item for item in hard_paper().items if item.type == "reflect")
    sheet, answers = (text_of(paper_of([reflect]), name) for name in SHEETS)
    assert "Points" not in sheet
    assert "Key:" not in answers
    assert "There is no right answer." in answers


def test_the_key_links_to_where_the_handbook_answers() -> None:
    pdf = files(small_paper())["answers-letter"]
    assert targets(pdf)
    assert all(target.startswith(SITE) for target in targets(pdf))


def test_forms_show_steps_in_orders_of_their_own() -> None:
    order = next(item for item in hard_paper().items if item.type == "order")
    codes = [f"some-test-s-{number}-0a1b2c" for number in range(1, 9)]
    sheets = [text_of(paper_of([order], code=code), "questions") for code in codes]
    orders = {re.findall("Question 1 .* Right order", sheet)[0] for sheet in sheets}
    assert len(orders) > 2


def test_a_character_that_no_font_has_is_reported_with_the_id_of_the_question() -> None:
    item = items_of(CHOICES)[0].model_copy(update={"stem": "Which 手?"})
    losses = export_of("print", paper_of([item])).losses
    assert [(loss.item, "手" in loss.what) for loss in losses] == [("c-single", True)]


def test_a_picture_is_printed_as_its_description() -> None:
    item = items_of(CHOICES)[0].model_copy(update={"stem": "Which? ![A red card](card.png)"})
    assert "Which? A red card" in text_of(paper_of([item]), "questions")
