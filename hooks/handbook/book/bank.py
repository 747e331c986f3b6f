"""The item bank: every item of `quizbank/items/`, every quiz of `quizbank/quizzes.yml`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from ..model.forms import QuizForm
from ..model.items import ITEMS, Item
from ..model.schema import parse
from ..source.codes import Code
from ..source.document import Document, Node, read_document, read_text
from ..source.problems import Problems, did_you_mean
from .derived import Sources, derive
from .repeats import Holder, report_repeats

ITEMS_FOLDER = "quizbank/items"
QUIZZES = "quizbank/quizzes.yml"
REVIEWED = "quizbank/reviewed.yml"


Quizzes = Mapping[str, tuple[QuizForm, Document, int]]
"""All quizzes by id, each with where it is written: its document, and its place in the list of that."""


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


@dataclass(frozen=True, eq=False, slots=True)
class ItemBank:
    """All items by id; all quizzes by id, each with where it is written.

    `reviewed` gives, by item and reference, the hash of the text it was last compared with (see `provenance`).
    """

    items: dict[str, Banked]
    quizzes: Quizzes
    documents: tuple[Document, ...] = ()
    reviewed: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def with_quizzes(self, quizzes: Quizzes) -> ItemBank:
        """The same bank with quizzes that are not in its file. One of the same id gives way to them."""
        return replace(self, quizzes={**self.quizzes, **quizzes})

    @property
    def active(self) -> tuple[Item, ...]:
        """The items in use."""
        return tuple(banked.item for banked in self.items.values() if banked.item.status == "active")


def read_quizzes(root: Path, problems: Problems) -> tuple[Quizzes, Document | None]:
    """Every quiz of `quizbank/quizzes.yml`, and that file. What cannot be read is left out."""
    document = _read_list(root, QUIZZES, problems) if (root / QUIZZES).exists() else None
    return dict(_read_quizzes(document, problems)) if document else {}, document


def read_blueprint(path: str, text: str, problems: Problems) -> Quizzes:
    """The quizzes of a text that is written like `quizzes.yml` and that is no part of the handbook."""
    document = read_document(path, text, problems)
    if document and not isinstance(document.data, list):
        problems.add(path, 1, Code.FILE_SHAPE, "this file should be a list", 'Begin it with a dash: "- id: my-test".')
        return {}
    return dict(_read_quizzes(document, problems)) if document else {}


def read_bank(root: Path, sources: Sources, quizzes: tuple[Quizzes, Document | None], problems: Problems) -> ItemBank:
    """Read the bank of a handbook; derived items are made of `sources`. What cannot be read is left out."""
    documents = [
        document
        for file in sorted((root / ITEMS_FOLDER).glob("*.yml"))
        if (document := _read_list(root, file.relative_to(root).as_posix(), problems))
    ]
    all_items = [banked for document in documents for banked in _read_items(document, sources, problems)]
    keepers = report_repeats(map(_holder, all_items), sources.past, problems)
    items = {banked.item.id: banked for banked in all_items if keepers[banked.item.id] == _holder(banked)}
    forms, document = quizzes
    all_documents = (*documents, document) if document else tuple(documents)
    return ItemBank(items, forms, all_documents, _read_reviewed(root, problems))


def _holder(banked: Banked) -> Holder:
    return Holder(banked.item.id, banked.document.path, banked.line, banked.item.status == "retired")


def _read_list(root: Path, path: str, problems: Problems) -> Document | None:
    text = read_text(root, path, problems)
    document = read_document(path, text, problems) if text is not None else None
    if document is None or isinstance(document.data, list):
        return document
    if document.data:
        hint = 'Begin each entry with a dash: "- id: …".'
        problems.add(path, 1, Code.FILE_SHAPE, "this file should be a list", hint)
    elif not (text or "").strip():
        hint = "If you didn't mean to empty it, undo the change. Otherwise, delete the file."
        problems.add(path, 1, Code.FILE_EMPTY, "this file is empty", hint)
    return None


def _read_reviewed(root: Path, problems: Problems) -> Mapping[str, Mapping[str, str]]:
    text = read_text(root, REVIEWED, problems) if (root / REVIEWED).exists() else None
    document = read_document(REVIEWED, text, problems) if text is not None else None
    entries = document.data.items() if document and isinstance(document.data, dict) else ()
    return {name: _hashes(refs) for name, refs in entries if isinstance(refs, dict)}


def _hashes(refs: dict[str, Node]) -> dict[str, str]:
    return {ref: hashed for ref, hashed in refs.items() if isinstance(hashed, str)}


def _read_items(document: Document, sources: Sources, problems: Problems) -> Iterable[Banked]:
    assert isinstance(document.data, list)
    for at, entry in enumerate(document.data):
        if not isinstance(entry, dict):
            message, hint = "a question should be here", 'Begin it with "- id: …".'
            problems.add(document.path, document.line((at,)), Code.VALUE_KIND, message, hint)
            continue
        item = _derived_or_written(entry, document, at, sources, problems)
        if item:
            yield Banked(item, document, at)


def _derived_or_written(
    entry: dict[str, Node], document: Document, at: int, sources: Sources, problems: Problems
) -> Item | None:
    if "from" in entry:
        return derive(document, at, sources, problems)
    kind = entry.get("type", "")
    if not isinstance(kind, str) or kind not in ITEMS:
        code, what = Code.TYPE_UNKNOWN, f'"{kind}" is not a type of question'
        if not kind:
            code, what = Code.KEY_MISSING, '"type" is missing'
        hint = did_you_mean(str(kind or "single"), ITEMS)
        if isinstance(kind, str) and "choice" in kind.lower():
            hint = 'Write "type: single" where one option is right, "type: multiple" where several are.'
        problems.add(document.path, document.line((at, "type")), code, what, hint)
        return None
    return parse(ITEMS[kind], document, problems, (at,))


def _read_quizzes(document: Document, problems: Problems) -> Iterable[tuple[str, tuple[QuizForm, Document, int]]]:
    assert isinstance(document.data, list)
    seen: set[str] = set()
    for at in range(len(document.data)):
        quiz = parse(QuizForm, document, problems, (at,))
        if quiz and quiz.id in seen:
            message, hint = f'the id "{quiz.id}" is taken', "Give this quiz an id of its own."
            problems.add(document.path, document.line((at,)), Code.ID_TAKEN, message, hint)
        elif quiz:
            seen.add(quiz.id)
            yield quiz.id, (quiz, document, at)
