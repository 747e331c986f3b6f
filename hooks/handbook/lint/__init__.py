"""The rules of item writing, held against the bank. `rules` lists them, `linter` says which check holds which rule."""

from __future__ import annotations

import json
from collections.abc import Iterator

from ..book.read import Handbook
from ..source.problems import Problem, recall_problems

__all__ = ["lint"]


def lint(handbook: Handbook) -> Iterator[Problem]:
    """Items are written so that they test what they ask (see `rules`). Remembered as long as the bank is the same."""
    yield from recall_problems(lambda: _lint(handbook), "lint", *_inputs(handbook))


def _inputs(handbook: Handbook) -> Iterator[str]:
    """All that decides what is found: the files of the bank, its items (some are made of pages), the profile."""
    bank = handbook.bank
    yield json.dumps([(document.path, document.text) for document in bank.documents])
    yield from (banked.item.model_dump_json() for banked in bank.items.values())
    yield repr(handbook.profile.values)


def _lint(handbook: Handbook) -> Iterator[Problem]:
    from .linter import lint as hold  # noqa: PLC0415 (the rules are read only where the bank has changed)

    return hold(handbook)
