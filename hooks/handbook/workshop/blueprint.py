"""A test as a person puts it together in a form, and the same as YAML for `quizzes.yml` and the command line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TypedDict

from ..source.names import slug

NAMELESS = "my-test"


class TestRow(TypedDict):
    """How many questions of which kind. An empty text stands for any."""

    count: int
    topic: str
    level: str
    type: str


class TestDraft(TypedDict):
    """What the form holds. `exclude` are ids of questions; `minutes` is 0 where no time was given."""

    title: str
    rows: Sequence[TestRow]
    exclude: Sequence[str]
    minutes: int


def as_yaml(draft: TestDraft) -> str:
    """The test as an entry of `quizzes.yml`: what the page draws, and what `handbook draw --blueprint` reads."""
    return "\n".join(_lines(draft)) + "\n"


def _lines(draft: TestDraft) -> Iterator[str]:
    title = " ".join(draft["title"].split()) or "My test"
    yield f"- id: {_name(title)}"
    yield f"  title: {json.dumps(title, ensure_ascii=False)}"
    yield "  mode: test"
    if draft["minutes"]:
        yield f"  minutes: {draft['minutes']}"
    yield "  draw:"
    for row in draft["rows"]:
        yield f"    - count: {row['count']}"
        yield from (f"      {key}: {row[name]}" for key, name in _KEYS if row[name])  # type: ignore[literal-required]
    if draft["exclude"]:
        yield f"  exclude: [{', '.join(draft['exclude'])}]"


def _name(title: str) -> str:
    """An id from a title; one that says so where it has too few letters for that."""
    name = slug(title)[:40].strip("-")
    return name if len(name) > 2 and name[0].isalpha() else f"{NAMELESS}-{name}".strip("-")


_KEYS = (("tags", "topic"), ("level", "level"), ("type", "type"))
