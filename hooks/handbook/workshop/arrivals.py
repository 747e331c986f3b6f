"""Questions of another program, as drafts to look at: how each would be asked, what is missing and what was lost."""

from __future__ import annotations

from typing import Any

from ..book.read import Handbook
from ..export import ItemTexts
from ..intake import LARGEST_FILE, Draft, Intake, bank_yaml, item_of, read_file, together
from ..model.schema import slug
from ..source.problems import Problem, Problems
from .preview import questions


def arrivals(handbook: Handbook, name: str, content: bytes) -> dict[str, Any]:
    """The drafts of a file, each as YAML and as it would be asked, with what is wrong in its line of the file."""
    problems = Problems()
    ids = {each: f"{banked.document.path}:{banked.line}" for each, banked in handbook.bank.items.items()}
    intake = Intake(name, handbook.guide, handbook.site.address, ids, problems)
    if len(content) > LARGEST_FILE:
        intake.too_large(0, "bytes", LARGEST_FILE)
    drafts = read_file(content, intake) if len(content) <= LARGEST_FILE else []
    texts = ItemTexts(handbook.profile, handbook.guide, handbook.site.address)
    by_line = list(problems)
    return {
        "summary": intake.losses.summary(),
        "topic": slug(name.rpartition(".")[0]) or "imported",
        "problems": [_in_words(problem) for problem in together(problems)],
        "drafts": [_draft(draft, by_line, texts) for draft in drafts],
    }


def _draft(draft: Draft, problems: list[Problem], texts: ItemTexts) -> dict[str, Any]:
    item = item_of(draft)
    return {
        "id": draft.id,
        "line": draft.line,
        "yaml": bank_yaml([draft]),
        "html": questions(f"draft-{draft.id}", (item,), texts) if item else "",
        "problems": [_in_words(problem) for problem in problems if problem.line == draft.line],
    }


def _in_words(problem: Problem) -> str:
    place = f"Line {problem.line}: " if problem.line else ""
    return f"{place}{problem.message}. {problem.hint}".strip()
