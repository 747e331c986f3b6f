"""The item bank: every item of `quizbank/items/`, every quiz of `quizbank/quizzes.yml`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from .model.blocks import Quiz
from .model.forms import QuizForm
from .model.items import ITEMS, Item
from .model.schema import parse
from .problems import Problems, did_you_mean
from .source import Document, read_document, read_text

ITEMS_FOLDER = "quizbank/items"
QUIZZES = "quizbank/quizzes.yml"


@dataclass(frozen=True, slots=True)
class Banked:
    """An item and where it is written. `at` is its place in the list of its document."""

    item: Item
    document: Document
    at: int

    @property
    def line(self) -> int:
        """The line its entry starts on."""
        return self.document.line((self.at,))


@dataclass(frozen=True, slots=True)
class ItemBank:
    """All items by id; all quizzes by id, each with where it is written."""

    items: dict[str, Banked]
    quizzes: dict[str, tuple[QuizForm, Document, int]]
    documents: tuple[Document, ...] = ()

    def chosen(self, quiz: Quiz) -> tuple[Item, ...]:
        """The items that a quiz in a page asks. Ids that are not in the bank are left out: `checks` tells of them."""
        if quiz.tags:
            fitting = (b.item for b in self.items.values() if set(quiz.tags) <= set(b.item.tags))
            return tuple(item for item in fitting if item.status == "active")[: quiz.count]
        wanted: Sequence[str] = quiz.items
        if quiz.quiz in self.quizzes:
            wanted = self.quizzes[quiz.quiz][0].items
        return tuple(self.items[name].item for name in wanted if name in self.items)


def read_bank(root: Path, problems: Problems) -> ItemBank:
    """Read the bank of a handbook. Items that cannot be read are recorded and left out."""
    documents = [
        document
        for file in sorted((root / ITEMS_FOLDER).glob("*.yml"))
        if (document := _read_list(root, file.relative_to(root).as_posix(), problems))
    ]
    items: dict[str, Banked] = {}
    for document in documents:
        for banked in _read_items(document, problems):
            first = items.setdefault(banked.item.id, banked)
            if first is not banked:
                message = f'the id "{banked.item.id}" is taken by {first.document.path}:{first.line}'
                problems.add(document.path, banked.line, message, "Give this question an id of its own.")
    quizzes = _read_list(root, QUIZZES, problems) if (root / QUIZZES).exists() else None
    forms = dict(_read_quizzes(quizzes, problems)) if quizzes else {}
    return ItemBank(items, forms, tuple([*documents, quizzes] if quizzes else documents))


def _read_list(root: Path, path: str, problems: Problems) -> Document | None:
    text = read_text(root, path, problems)
    document = read_document(path, text, problems) if text is not None else None
    if document is None or isinstance(document.data, list):
        return document
    if document.data:
        problems.add(path, 1, "this file should hold a list", 'Begin each entry with a dash: "- id: …".')
    return None


def _read_items(document: Document, problems: Problems) -> Iterable[Banked]:
    assert isinstance(document.data, list)
    for at, entry in enumerate(document.data):
        if not isinstance(entry, dict):
            problems.add(
                document.path, document.line((at,)), "a question should stand here", 'Begin it with "- id: …".'
            )
            continue
        kind = entry.get("type", "")
        if not isinstance(kind, str) or kind not in ITEMS:
            what = f'"{kind}" is not a type of question' if kind else '"type" is missing'
            problems.add(document.path, document.line((at, "type")), what, did_you_mean(str(kind or "single"), ITEMS))
            continue
        item = parse(ITEMS[kind], document, problems, (at,))
        if item:
            yield Banked(item, document, at)


def _read_quizzes(document: Document, problems: Problems) -> Iterable[tuple[str, tuple[QuizForm, Document, int]]]:
    assert isinstance(document.data, list)
    seen: set[str] = set()
    for at in range(len(document.data)):
        quiz = parse(QuizForm, document, problems, (at,))
        if quiz and quiz.id in seen:
            problems.add(
                document.path, document.line((at,)), f'the id "{quiz.id}" is taken', "Give this quiz an id of its own."
            )
        elif quiz:
            seen.add(quiz.id)
            yield quiz.id, (quiz, document, at)
