"""JSON Schemas of the YAML files, so that an editor of code explains their keys and underlines mistakes."""

from __future__ import annotations

import json
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import models_json_schema

from .derivation import Derivation
from .forms import QuizForm
from .glossary import Term
from .guide import Section
from .items import ITEMS
from .news import News
from .organization import TABLES, Contact, Language, MarkedValue, Settings, Standard
from .pocket import PocketGuide
from .review import Review
from .roles import Role
from .schema import Entity
from .search import Search
from .synonyms import Synonyms

FOLDER = "quizbank/schema"
FILES = {
    "items": "quizbank/items/*.yml",
    "quizzes": "quizbank/quizzes.yml",
    "organization": "docs/_data/organization.yml",
    "sections": "docs/_data/sections.yml",
    "pocket-guide": "docs/_data/pocket-guide.yml",
    "glossary": "docs/_data/glossary.yml",
    "searches": "docs/_data/searches.yml",
    "synonyms": "docs/_data/synonyms.yml",
    "news": "docs/_data/news.yml",
    "reviews": "docs/_data/reviews.yml",
    "roles": "docs/_data/roles.yml",
}
"""The schemas, and the files that each is for."""

LISTS: dict[str, type[Entity]] = {
    "quizzes": QuizForm,
    "sections": Section,
    "glossary": Term,
    "searches": Search,
    "synonyms": Synonyms,
    "news": News,
    "reviews": Review,
    "roles": Role,
}
_DRAFT = {"$schema": "http://json-schema.org/draft-07/schema#"}

Schema = dict[str, Any]


def schema_files() -> dict[str, str]:
    """The text of every schema file by its path."""
    return {f"{FOLDER}/{name}.json": _text(schema_of(name)) for name in FILES}


def _text(schema: Schema) -> str:
    return json.dumps({**_DRAFT, **schema}, indent=2, ensure_ascii=False) + "\n"


def schema_of(name: str) -> Schema:
    """The schema of a file, by its name in `FILES`."""
    if name == "items":
        return _list_of_any([*ITEMS.values(), Derivation], "The questions of one topic.")
    if name == "organization":
        return _organization()
    if name == "pocket-guide":
        return PocketGuide.model_json_schema()
    return TypeAdapter(list[LISTS[name]]).json_schema()  # type: ignore[valid-type]  # chosen at run time


def _list_of_any(models: list[type[Entity]], description: str) -> Schema:
    references, schema = models_json_schema([(model, "validation") for model in models])
    kinds = [references[model, "validation"] for model in models]
    return {"description": description, "type": "array", "items": {"anyOf": kinds}, "$defs": schema["$defs"]}


def _organization() -> Schema:
    tables = (Standard, Contact, Language)
    models: tuple[type[Entity], ...] = (*tables, MarkedValue, Settings)
    references, schema = models_json_schema([(model, "validation") for model in models])
    rows = [{"type": "array", "items": references[row, "validation"]} for row in tables]
    plain = {"type": ["string", "number", "boolean", "null"]}
    marked = references[MarkedValue, "validation"]
    value = {"description": "Shown with {{ group.key }}.", "anyOf": [plain, marked]}
    settings = schema["$defs"].pop("Settings")["properties"]
    return {
        "description": "The organization profile: groups of values, standards, contacts and languages.",
        "type": "object",
        "properties": {**settings, **dict(zip(TABLES, rows, strict=True))},
        "additionalProperties": {"type": ["object", "null"], "additionalProperties": value},
        "$defs": schema["$defs"],
    }
