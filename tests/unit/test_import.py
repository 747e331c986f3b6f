"""Questions from other programs: spreadsheets and GIFT become YAML of the bank; faults are reported with their line."""

import json
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from openpyxl import Workbook

from handbook.export import Assessment, ItemTexts
from handbook.export.assessment import IN_NUMBERS, REASONS_BELOW, SCALE
from handbook.export.formats.gift import GRADED_BY_HAND, NO_PAIR_REASON
from handbook.export.formats.moodle import SINCE_4_4
from handbook.intake import Draft, Intake, bank_yaml, exit_code, read_file, together
from handbook.intake.passage import one_line_markdown
from handbook.model.guide import Guide
from handbook.model.items import Item
from handbook.source.document import read_document
from handbook.source.problems import Problems, as_text
from handbook.source.profile import Profile
from support.commands import call_handbook
from support.exported_tests import (
    SITE,
    any_item,
    as_data,
    bank_paper,
    export_of,
    hard_paper,
    items_of,
    paper_of,
    small_paper,
    words,
)
from support.folders import PROJECT, write_handbook
from support.golden_cases import Case, cases, name_of
from support.workbooks import workbook

SUFFIXES = {"csv": ".csv", "gift": ".gift", "json": ".json", "moodle": ".xml", "moodle43": ".xml"}
GIFT_PEGJS = PROJECT / "tests" / "support" / "consumers" / "read_gift.mjs"
READ_BY_GIFT_PEGJS = {"gift_of_many_kinds_becomes_items", "gift_orders", "gift_weights", "ids_and_tags"}
"""The cases without anything that it refuses."""
ONLY_ELSEWHERE = {REASONS_BELOW, NO_PAIR_REASON, SINCE_4_4, GRADED_BY_HAND, SCALE, IN_NUMBERS}
"""Losses for the program that a file is for, which says them in another way that is read back."""
RELAXED = settings(max_examples=60)


def read(name: str, content: bytes) -> tuple[list[Draft], Problems]:
    """The drafts that a file makes, and what is wrong with it."""
    problems = Problems()
    intake = Intake(name, small_paper().texts.guide, SITE, {"q-taken": "quizbank/items/all.yml:7"}, problems)
    return read_file(content, intake), problems


def imported(name: str, content: bytes) -> tuple[Item, ...]:
    """The items that a file holds, through the YAML that is made of it."""
    drafts, problems = read(name, content)
    assert not problems.blocking, as_text(problems)
    return items_of(bank_yaml(drafts))


@pytest.mark.parametrize("case", cases("import"), ids=name_of)
def test_a_file_becomes_bank_yaml_and_problems_by_line(case: Case) -> None:
    name, text = next(iter(case.files.items()))
    problems = Problems()
    intake = Intake(name, small_paper().texts.guide, SITE, {"q-taken": "quizbank/items/all.yml:7"}, problems)
    drafts = read_file(workbook(text) if name.endswith(".xlsx") else text.encode(), intake)
    messages = as_text(together(problems))
    end = f"{intake.losses.summary()}\nExit code {exit_code(problems)}"
    case.expect("\n".join(part for part in (bank_yaml(drafts), messages, end) if part))


@pytest.mark.parametrize(
    "case", [case for case in cases("import") if case.file.stem in READ_BY_GIFT_PEGJS], ids=name_of
)
def test_an_independent_reader_finds_as_many_questions(case: Case, tmp_path: Path) -> None:
    name, text = next(iter(case.files.items()))
    intake = Intake(name, Guide((), ()), "", {}, Problems())
    read_file(text.encode(), intake)
    (tmp_path / name).write_text(text, "utf-8")
    done = subprocess.run(
        ["node", str(GIFT_PEGJS), str(tmp_path / name)], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    questions = [question for question in json.loads(done.stdout) if question["type"] != "Category"]
    assert len(questions) == intake.losses.questions


@pytest.mark.parametrize("form", ["csv", "gift", "json", "moodle", "moodle43"])
@given(item=any_item)
@RELAXED
def test_what_a_format_holds_comes_back(form: str, item: Item) -> None:
    exported = export_of(form, paper_of([item]))
    if any("arrow" in loss.what for loss in exported.losses):
        return
    [back] = imported(f"x{SUFFIXES[form]}", exported.content)
    assert as_data(back) == as_data(item)


def _held(item: Item, of_all: set[str], paper: Assessment | None = None) -> dict[str, object]:
    """What an item says, but for what the format holds of no question."""
    return {key: value for key, value in as_data(item, paper).items() if key not in of_all}


@pytest.mark.parametrize("form", ["csv", "gift", "json", "moodle", "moodle43"])
def test_a_question_comes_back_whole_or_its_loss_is_named(form: str) -> None:
    """All types, and every hard text: what differs after the way out and back was named by the export."""
    for paper in (small_paper(), hard_paper(), bank_paper()):
        exported = export_of(form, paper)
        named = {loss.item for loss in exported.losses if (loss.what, loss.instead) not in ONLY_ELSEWHERE}
        of_all = {name for loss in exported.losses if not loss.item for name in loss.what.split(", ")}
        back = {item.id: item for item in imported(f"x{SUFFIXES[form]}", exported.content)}
        for item in paper.items:
            if item.id not in back or _held(back[item.id], of_all) != _held(item, of_all, paper):
                assert item.id in named, item.id
            else:
                assert back[item.id].refs == item.refs
                assert back[item.id].fingerprint == item.fingerprint or {"keys of answers", item.id} & {*of_all, *named}


@pytest.mark.parametrize("form", ["csv", "gift", "json", "moodle", "moodle43"])
def test_our_own_exports_come_back_without_a_loss_of_their_own(form: str) -> None:
    paper = small_paper()
    intake = Intake(f"x{SUFFIXES[form]}", paper.texts.guide, SITE, {}, Problems())
    read_file(export_of(form, paper).content, intake)
    assert not list(intake.losses)


def test_moodle_xml_keeps_emphasis_links_and_points() -> None:
    back = {item.id: item for item in imported("x.xml", export_of("moodle", hard_paper()).content)}
    single = back["h-single"].model_dump()
    assert "*of*" in single["stem"]
    assert "[the page](desk/lend.md#late-books)" in single["stem"]
    assert "[link out](https://out.example/?a=1&b=2)" in single["explain"]
    assert (single["points"], single["hints"]) == (3, ["Read it *again*."])


def test_json_keeps_stories_patterns_and_keys() -> None:
    back: dict[str, Item] = {}
    for paper in (small_paper(), hard_paper()):
        back |= {item.id: item for item in imported("x.json", export_of("json", paper).content)}
        for item in paper.items:
            if item.id in back:
                assert as_data(back[item.id]) == as_data(item, paper)
    assert back["h-single"].model_dump()["options"][2]["key"] == "third"


@given(text=words)
@RELAXED
def test_a_plain_text_reads_the_same_as_markdown(text: str) -> None:
    texts = ItemTexts(Profile({}), Guide((), ()), "")
    assert texts.plain(one_line_markdown(texts.plain(text))) == texts.plain(text)


@given(item=any_item)
@RELAXED
def test_the_yaml_written_reads_back_unchanged(item: Item) -> None:
    drafts, _ = read("x.csv", export_of("csv", paper_of([item])).content)
    problems = Problems()
    document = read_document("bank.yml", bank_yaml(drafts), problems)
    assert document is not None, as_text(problems)
    assert document.data == [draft.data for draft in drafts]


def test_csv_keeps_numbers_patterns_keys_and_hints() -> None:
    exported = export_of("csv", hard_paper())
    back = {item.id: item for item in imported("x.csv", exported.content)}
    for item in hard_paper().items:
        if item.id != "h-motto":
            data = {**as_data(item), "stem": as_data(back[item.id])["stem"]} if item.id == "h-single" else as_data(item)
            assert as_data(back[item.id]) == data
    assert back["h-single"].model_dump()["options"][2]["key"] == "third"


def test_a_workbook_reads_as_its_table() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["ID", "Type", "Level", "Question", "Answer 1", "Right 1", "Why 1", "Answer 2", "Right 2", "Why 2", "Refs"],
        [None, "single", "recall", "How many?", 5, "yes", "So it is.", 6, None, "One too many.", "desk/lend.md"],
    ):
        sheet.append(row)
    buffer = BytesIO()
    book.save(buffer)
    [item] = imported("x.xlsx", buffer.getvalue())
    assert (item.id, [option["text"] for option in item.model_dump()["options"]]) == ("how-many", ["5", "6"])


def test_a_file_that_is_no_workbook_is_reported() -> None:
    drafts, problems = read("x.xlsx", b"PK no zip")
    assert not drafts
    assert "as a workbook" in as_text(problems)


def test_the_command_writes_a_new_file_and_never_over_one_that_is_there(tmp_path: Path) -> None:
    root = write_handbook(tmp_path, {"x.csv": "type,level,question,answer 1\nreflect,judge,How?,Calmly?\n"})
    result = call_handbook(root, "import", "x.csv")
    assert result.returncode == 3  # a reflection needs a scale
    assert result.stdout.startswith("- id: how\n  type: reflect\n")
    assert 'x.csv:2: "scale" is missing in line 2' in result.stderr
    assert result.stderr.endswith("1 question in the file, 1 taken, 0 not.\n")
    (root / "y.yml").write_text("mine")
    result = call_handbook(root, "import", "x.csv", "--out", "y.yml")
    assert result.returncode == 2
    assert (root / "y.yml").read_text() == "mine"
    call_handbook(root, "import", "x.csv", "--out", "y.yml", "--force")
    assert (root / "y.yml").read_text().startswith("- id: how")


def test_the_file_to_import_is_never_written_over(tmp_path: Path) -> None:
    text = "type,level,question,answer 1\nreflect,judge,How?,Calmly?\n"
    root = write_handbook(tmp_path, {"x.csv": text})
    assert call_handbook(root, "import", "x.csv", "--out", "x.csv", "--force").returncode == 2
    assert (root / "x.csv").read_text() == text
