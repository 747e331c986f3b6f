"""What a test can be made of: quizzes, topics, levels, types, formats, and the questions by name."""

from __future__ import annotations

from collections import Counter
from typing import TypedDict

from ..assembly import MOST_FORMS, Shortage, needs_value
from ..book.read import Handbook
from ..export import FORMATS, ItemTexts, load_format
from ..model.guide import Guide
from ..model.items import ITEMS, Item

TYPE_NAMES = {kind: item.label for kind, item in ITEMS.items()}
"""The types of questions in words for people who don't write them."""

LEVEL_NAMES = {"recall": "Know it", "apply": "Use it", "judge": "Weigh it up"}


class TestChoice(TypedDict):
    """Something to choose: its permanent name, what people read, and how many questions it has."""

    id: str
    title: str
    count: int


class Question(TypedDict):
    """A question to leave out: its id and its words."""

    id: str
    stem: str


class TestChoices(TypedDict):
    """Everything that a test can be made of."""

    edition: str
    quizzes: list[TestChoice]
    topics: list[TestChoice]
    levels: list[TestChoice]
    types: list[TestChoice]
    formats: list[TestChoice]
    questions: list[Question]
    forms: int


def choices(handbook: Handbook) -> TestChoices:
    """What a test of this handbook can be made of. Counts are of questions that can be asked today."""
    items = [item for item in handbook.bank.active if not needs_value(item, handbook.profile)]
    texts = ItemTexts(handbook.profile, handbook.guide, handbook.site.address)
    return {
        "edition": str(handbook.edition),
        "quizzes": [_choice(name, quiz.title, 0) for name, (quiz, _, _) in handbook.bank.quizzes.items()],
        "topics": _topics(items, handbook.guide),
        "levels": _counted(LEVEL_NAMES, Counter(item.level for item in items)),
        "types": _counted(TYPE_NAMES, Counter(item.kind for item in items)),
        "formats": [_choice(name, load_format(name).title, 0) for name in sorted(FORMATS, key=_rank)],
        "questions": [{"id": item.id, "stem": texts.plain(item.stem)} for item in items],
        "forms": MOST_FORMS,
    }


def shortage_in_words(shortage: Shortage, guide: Guide) -> str:
    """What the bank lacks for a line of a test, in the words with which the line was chosen."""
    cell, fitting = shortage.cell, shortage.fitting
    parts = (
        map(guide.topic, cell.tags),
        map(LEVEL_NAMES.__getitem__, cell.level),
        map(TYPE_NAMES.__getitem__, cell.type),
    )
    words = [word for part in parts for word in part] + [f"difficulty {each}" for each in cell.difficulty]
    what = ", ".join(words) or "any question"
    asks = f"Line {shortage.at + 1} ({what}) asks for {cell.count}"
    if fitting >= cell.count:
        return f"{asks}. {fitting} fit, but other lines need some of them, or they give each other away."
    few = {0: "none fits", 1: "only 1 fits"}.get(fitting, f"only {fitting} fit")
    return f"{asks}, and {few}."


def _rank(name: str) -> bool:
    """Paper comes first: it is what most people make a test for."""
    return name != "print"


def _topics(items: list[Item], guide: Guide) -> list[TestChoice]:
    counts = Counter(tag for item in items for tag in item.tags)
    choices = (_choice(tag, guide.topic(tag), count) for tag, count in counts.items())
    return sorted(choices, key=lambda choice: choice["title"].casefold())


def _counted(names: dict[str, str], counts: Counter[str]) -> list[TestChoice]:
    return [_choice(name, title, counts[name]) for name, title in names.items() if counts[name]]


def _choice(name: str, title: str, count: int) -> TestChoice:
    return {"id": name, "title": title, "count": count}
