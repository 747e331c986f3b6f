"""No type of question and no directive is forgotten anywhere: what it lacks is stated, not left to chance."""

from __future__ import annotations

import json
import re
from typing import get_args, get_type_hints

import pytest

from handbook.checks import check_handbook
from handbook.export import Losses
from handbook.export.table import rows
from handbook.html import RENDERERS, Context
from handbook.html.items import ItemPlace, answer_parts, question_parts
from handbook.intake import Intake, read_file
from handbook.intake.table import NO_ROW
from handbook.model.blocks import BLOCKS, Block
from handbook.model.guide import Guide
from handbook.model.items import ITEMS, Item
from handbook.model.json_schema import schema_files
from handbook.model.schema import parse
from handbook.model.shapes import Shape, settled
from handbook.pdf.blocks import NOT_PRINTED, PRINTERS
from handbook.pdf.questions import answer_space
from handbook.pdf.runs import as_runs
from handbook.source.document import read_document
from handbook.source.problems import Problems
from handbook.source.templates import ANSWERS, Started, item_start
from support.exported_tests import export_of, paper_of
from support.folders import PROJECT, SMALL_SITE


def begun(kind: str) -> Item:
    """The question that the template of a type begins, read back."""
    problems = Problems()
    text = item_start(Started("some-question", kind, "apply", "What do you do first?", "index.md", "desk"))
    document = read_document("bank.yml", text, problems)
    assert document
    item = parse(ITEMS[kind], document, problems, (0,))
    assert item, list(problems)
    assert not list(problems)
    return item


def test_every_type_has_a_template_that_reads_as_it_stands() -> None:
    assert set(ANSWERS) == set(ITEMS)
    assert {begun(kind).kind for kind in ITEMS} == set(ITEMS)


def test_every_type_has_a_name_of_its_own_in_words() -> None:
    assert len({item.label for item in ITEMS.values()}) == len(ITEMS)


@pytest.mark.parametrize("kind", ITEMS)
def test_every_type_has_one_of_the_shapes_that_all_outputs_go_by(kind: str) -> None:
    assert get_type_hints(ITEMS[kind].shape)["return"] is type(begun(kind).shape())
    assert isinstance(begun(kind).shape(), get_args(Shape))


@pytest.mark.parametrize("kind", ITEMS)
def test_every_type_is_shown_on_a_page_and_in_the_browser(kind: str) -> None:
    handbook, _ = check_handbook(SMALL_SITE)
    place = ItemPlace("x", handbook.profile, handbook.guide, Context(handbook, "index.md").link)
    assert list(question_parts(begun(kind), place))
    assert [part for part in answer_parts(begun(kind), place) if part is not None]
    controls = (PROJECT / "web/src/quiz/question.ts").read_text("utf-8")
    assert re.search(rf"^  {kind}: enhance\w+,$", controls, re.MULTILINE)


def test_every_directive_is_shown_on_a_page() -> None:
    assert set(RENDERERS) == set(BLOCKS)
    assert {block.kind for block in Block.__subclasses__()} == set(BLOCKS)


@pytest.mark.parametrize("kind", ITEMS)
def test_every_type_is_printed(kind: str) -> None:
    assert answer_space(begun(kind).shape(), as_runs, settled("x"))


def test_every_directive_is_printed_or_refused() -> None:
    kinds = {block.kind for block in PRINTERS}
    assert kinds | NOT_PRINTED == set(BLOCKS)
    assert not kinds & NOT_PRINTED


@pytest.mark.parametrize("kind", ITEMS)
def test_every_type_comes_back_from_a_table_or_has_no_row(kind: str) -> None:
    paper, problems = paper_of([begun(kind)]), Problems()
    _, table_rows = rows(paper, Losses())
    assert bool(table_rows) == (kind not in NO_ROW)
    if not table_rows:
        return
    intake = Intake("x.csv", Guide((), ()), "", {}, problems)
    [draft] = read_file(export_of("csv", paper).content, intake)
    assert draft.data["type"] == kind
    assert not list(problems)


def test_every_type_has_its_schema_and_a_quiz_may_ask_for_it() -> None:
    schemas = {name: json.loads(text) for name, text in schema_files().items()}
    items = schemas["quizbank/schema/items.json"]
    kinds = [entry["$ref"].rpartition("/")[2] for entry in items["items"]["anyOf"]]
    assert {item.__name__ for item in ITEMS.values()} <= set(kinds)
    cell = schemas["quizbank/schema/quizzes.json"]["$defs"]["Cell"]["properties"]["type"]
    assert cell["anyOf"][0]["enum"] == cell["anyOf"][1]["items"]["enum"] == list(ITEMS)


@pytest.mark.parametrize("kind", BLOCKS)
def test_every_directive_has_its_schema(kind: str) -> None:
    """It says what each key is for; nothing else may be written."""
    schema = BLOCKS[kind].model_json_schema()
    assert {"id", "title"} <= set(schema["required"])
    assert schema["additionalProperties"] is False
    assert schema["description"]
