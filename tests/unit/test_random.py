"""The generator of random numbers gives what the shared vectors say; web/test holds the TypeScript one to the same."""

from __future__ import annotations

import json
from typing import Any

import pytest

from handbook.source.random import Random, fnv1a
from support.golden_cases import FOLDER

VECTORS: list[dict[str, Any]] = json.loads((FOLDER / "random" / "vectors.json").read_text("utf-8"))

# published with FNV-1a: draft-eastlake-fnv, appendix C
PUBLISHED = {"": 0x811C9DC5, "a": 0xE40C292C, "foobar": 0xBF9CF968}


@pytest.mark.parametrize("text", PUBLISHED)
def test_the_seed_is_the_published_hash_of_its_text(text: str) -> None:
    assert fnv1a(text) == PUBLISHED[text]


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["seed"] or "empty")
def test_the_same_seed_gives_the_same_numbers_everywhere(vector: dict[str, Any]) -> None:
    seed = vector["seed"]
    assert fnv1a(seed) == vector["hash"]
    random = Random(seed)
    assert [random.next() for _ in vector["next"]] == vector["next"]
    for below in vector["below"]:
        random = Random(seed)
        assert [random.below(below["limit"]) for _ in below["numbers"]] == below["numbers"]
    for shuffled in vector["shuffled"]:
        assert Random(seed).shuffled(range(shuffled["count"])) == shuffled["order"]
