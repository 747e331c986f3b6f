"""The JSON Schemas for editors: what is committed is what the models give, and it is tied to the files."""

from __future__ import annotations

import json

import pytest

from handbook.book.bank import REVIEWED
from handbook.model.json_schema import FILES, FOLDER, schema_files
from support.folders import PROJECT

TEXTS = schema_files()


@pytest.mark.parametrize("path", TEXTS)
def test_the_committed_schema_is_what_the_models_give(path: str) -> None:
    """When it is not: run `handbook schema` and commit what it writes."""
    assert (PROJECT / path).read_text("utf-8") == TEXTS[path]


def test_no_other_schema_lies_about() -> None:
    assert {file.name for file in (PROJECT / "quizbank/schema").iterdir()} == {path.split("/")[-1] for path in TEXTS}


def test_the_editor_knows_which_schema_is_for_which_file() -> None:
    settings = json.loads((PROJECT / ".vscode/settings.json").read_text("utf-8"))
    assert settings["yaml.schemas"] == {f"./{FOLDER}/{name}.json": files for name, files in FILES.items()}


def test_every_file_of_data_has_a_schema() -> None:
    tied = {file.relative_to(PROJECT).as_posix() for pattern in FILES.values() for file in PROJECT.glob(pattern)}
    folders = ("docs/_data/*.yml", "quizbank/*.yml", "quizbank/items/*.yml")
    found = {file.relative_to(PROJECT).as_posix() for folder in folders for file in PROJECT.glob(folder)}
    assert found - {REVIEWED} == tied  # that one is written by `handbook recheck`, not by hand


def test_an_entry_that_may_be_just_its_text_may_be_so_in_the_schema() -> None:
    kinds = json.loads(TEXTS["quizbank/schema/items.json"])["$defs"]
    assert {"type": "string"} in kinds["Target"]["anyOf"]


@pytest.mark.parametrize("kind", ["Single", "Option", "Order", "Scenario", "Derivation"])
def test_keys_are_explained(kind: str) -> None:
    properties = json.loads(TEXTS["quizbank/schema/items.json"])["$defs"][kind]["properties"]
    told = [name for name, schema in properties.items() if schema.get("description")]
    assert len(told) >= 2
