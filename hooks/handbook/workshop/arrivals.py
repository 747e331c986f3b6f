"""Questions of another program, as drafts to look at: how each would be asked, what is missing and what was lost."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..book.read import Handbook
from ..export import ItemTexts
from ..intake import LARGEST_FILE, Draft, Intake, bank_yaml, item_of, read_file, together
from ..source.codes import Code
from ..source.names import slug
from ..source.problems import Problem, Problems
from .gaps import gaps
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
    places = {(draft.place.path, draft.line) for draft in drafts}
    others = (problem for problem in problems if (problem.path, problem.line) not in places and not _is_gap(problem))
    return {
        "summary": intake.losses.summary(),
        "topic": slug(name.rpartition(".")[0]) or "imported",
        "problems": [_in_words(problem) for problem in together(others)],
        "drafts": [_draft(draft, problems, texts) for draft in drafts],
    }


def _draft(draft: Draft, problems: Iterable[Problem], texts: ItemTexts) -> dict[str, Any]:
    item = item_of(draft)
    own = (problem for problem in problems if (problem.path, problem.line) == draft.place and not _is_gap(problem))
    return {
        "id": draft.id,
        "line": draft.line,
        "yaml": bank_yaml([draft]),
        "html": questions(f"draft-{draft.id}", (item,), texts) if item else "",
        "problems": [*gaps(draft.data), *(f"{problem.message}. {problem.hint}".strip() for problem in own)],
    }


def _is_gap(problem: Problem) -> bool:
    """Whether it lists where a key is missing, which every draft says of itself."""
    return problem.code is Code.KEY_MISSING


def _in_words(problem: Problem) -> str:
    if problem.code is Code.IMPORT_UNREADABLE:  # it says what the file is or lacks, behind its name
        place = f" (line {problem.line})" if problem.line else ""
        return f"The file {problem.message}{place}. {problem.hint}".strip()
    place = f"Line {problem.line} of the file: " if problem.line else ""
    return f"{place}{problem.message}. {problem.hint}".strip()
