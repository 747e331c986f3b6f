"""The headings of a table of questions, and what to say of those that are not among them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from ..export.table import FIRST, LAST, PARTS, YES

_NUMBERED = re.compile(rf"({'|'.join(PARTS)}) ?(\d{{1,2}})")
_COLUMNS = (*FIRST, *(f"{part} 1" for part in PARTS), *LAST)
_EXAMPLE = "id, type, level, question, answer 1, right 1, why 1, answer 2, right 2, why 2 …"
_AS_NUMBERED = {
    "answer": re.compile(r"(?:answers?|choices?|options?|responses?|distractors?)[ _.#-]*(\d{1,2}|[a-h])"),
    "right": re.compile(r"(?:is[ _]?correct|correct|is[ _]?right|mark|weight|score|fraction)[ _.#-]*(\d{1,2}|[a-h])"),
    "why": re.compile(r"(?:feedback|explanation|reason|rationale|comment)[ _.#-]*(\d{1,2}|[a-h])"),
}
_AS = {
    "question": "questions stem prompt text question_text questiontext frage pregunta",
    "type": "kind question_type questiontype typ tipo",
    "explain": "explanation feedback rationale general_feedback comment reason",
    "refs": "reference references source sources link url page",
    "tags": "tag topic topics category categories subject",
    "hints": "hint",
    "points": "marks grade",
    "id": "number no nr # question_id",
}
"""Words that other programs use, by what they stand for."""
_RIGHT_ANSWER = frozenset({"answer", "answers", "correct", "correct_answer", "correctanswer", "right", "right_answer"})
_RIGHT_ANSWER |= {"rightanswer", "solution", "key", "answer_key"}
_MARK = f'the right answer has no column of its own: write "{YES}" next to it, in "right 1", "right 2" and so on'


def columns_of(headings: Iterable[str]) -> list[str]:
    """The columns that the headings name, an empty name for each that isn't known."""
    return [_column(heading) for heading in headings]


def hint_for(heading: str) -> str:
    """What to do with a heading that isn't known."""
    name = _bare(heading)
    if name in _RIGHT_ANSWER:
        return f"{_MARK[0].upper()}{_MARK[1:]}."
    column = _meant(name)
    return f'If it is meant, rename it to "{column}".' if column else f"These are known: {', '.join(_COLUMNS)}."


def hint_for_all(headings: Sequence[str]) -> str:
    """What to do with a table that has no row of headings, or one of another program."""
    unknown = [heading.strip() for heading in headings if heading.strip() and not _column(heading)][:12]
    meant = {column: heading for heading in reversed(unknown) if (column := _meant(_bare(heading)))}
    renamed = [f'"{heading}" to "{column}"' for column, heading in reversed(meant.items())]
    hints = [f"Name the columns in one row: {_EXAMPLE}"]
    hints += [f"Rename {', '.join(renamed)}."] if renamed else []
    hints += [f"{_MARK[0].upper()}{_MARK[1:]}."] if any(_bare(heading) in _RIGHT_ANSWER for heading in unknown) else []
    return " ".join(hints)


def _column(heading: str) -> str:
    name = " ".join(heading.casefold().split())
    numbered = _NUMBERED.fullmatch(name)
    return f"{numbered[1]} {int(numbered[2])}" if numbered else name if name in {*FIRST, *LAST} else ""


def _bare(heading: str) -> str:
    return "_".join(heading.casefold().split())


def _meant(name: str) -> str:
    """The column that a heading of another program most likely stands for; empty where none is likely."""
    for column, pattern in _AS_NUMBERED.items():
        if match := pattern.fullmatch(name):
            return f"{column} {int(match[1]) if match[1].isdigit() else ord(match[1]) - ord('a') + 1}"
    if name in _RIGHT_ANSWER:
        return ""
    known = (column for column, names in _AS.items() if name in names.split())
    return next(known, "") or next(iter(get_close_matches(name, _COLUMNS, n=1, cutoff=0.8)), "")
