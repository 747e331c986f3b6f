"""What a reader makes of a file: drafts of items, checked as the bank would check them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from ..export.texts import ItemTexts
from ..model.guide import Guide
from ..model.items import ITEMS
from ..model.schema import parse, slug
from ..source.codes import Code
from ..source.document import Document, Node
from ..source.problems import Problems, did_you_mean
from ..source.profile import Profile
from .limits import MOST_MARKS, MOST_QUESTIONS, MOST_TEXTS

SHORTEST_ID, LONGEST_ID = 3, 48
_MARK = re.compile(r"[\\`*_{}\[\]<>&]")
_PIECES = re.compile(r"(\{\{[^{}]*\}\})")
_TEXTS = ItemTexts(Profile({}), Guide((), ()), "")


@dataclass(frozen=True, slots=True)
class Draft:
    """An item as it would stand in the bank, and the line (a table's row) of the file that it comes from."""

    line: int
    data: dict[str, Node]

    @property
    def id(self) -> str:
        """The id that it has so far."""
        return str(self.data.get("id", ""))


class Intake:
    """Where drafts go: it knows the handbook that they are for, and records what is wrong."""

    def __init__(self, path: str, guide: Guide, site: str, ids_in_use: Mapping[str, str], problems: Problems) -> None:
        """`ids_in_use` gives the place of every id that the bank has."""
        self.path, self.guide, self.site = path, guide, site
        self.ids_in_use, self.problems = ids_in_use, problems
        self._numbers: dict[str, int] = {}

    def problem(self, line: int, code: Code, message: str, hint: str = "") -> None:
        """Record what is wrong at a line of the file."""
        self.problems.add(self.path, line, code, message, hint)

    def too_large(self, line: int, what: str, most: int) -> None:
        """Record that there is more of something than can be read."""
        hint = "Split the file, or shorten what is too long."
        self.problem(line, Code.IMPORT_LARGE, f"more than {most:,} {what} can't be imported", hint)

    def finished(self, drafts: Iterable[Draft]) -> list[Draft]:
        """The drafts, each with an id of its own, and everything recorded that the bank would refuse."""
        by_name: dict[str, Draft] = {}
        for draft in drafts:
            if len(by_name) == MOST_QUESTIONS:
                self.too_large(draft.line, "questions", MOST_QUESTIONS)
                break
            if _count(draft.data) > MOST_TEXTS:
                self.too_large(draft.line, "texts in one question", MOST_TEXTS)
            else:
                self._name(draft, by_name)
        for draft in by_name.values():
            self._check(draft)
        return list(by_name.values())

    def ref(self, address: str) -> str:
        """A web address of the handbook as the bank refers to it: a directive's id, or a page and heading."""
        if not self.site or not address.startswith(self.site):
            return address
        path, _, anchor = address.removeprefix(self.site).partition("#")
        target = f"{re.sub(r'[.]html$', '.md', path)}#{anchor}".removesuffix("#")
        there = self.guide.destination(target)
        if there and anchor in self.guide.blocks and self.guide.page_of(self.guide.blocks[anchor]) is there.page:
            return anchor
        return there.path if there else target

    def _name(self, draft: Draft, by_name: dict[str, Draft]) -> None:
        own_id = draft.id
        if own_id in by_name:
            message = f'line {by_name[own_id].line} already has the id "{own_id}"'
            self.problem(draft.line, Code.ID_TAKEN, message, "Give this one another id.")
        if not own_id or own_id in by_name:
            words = f"{own_id or proposed_id(str(draft.data.get('stem', '')))}"
            draft = replace(draft, data={"id": self._free(words, by_name), **_without_id(draft.data)})
        elif own_id in self.ids_in_use:
            message = f'the question "{own_id}" is already in the bank: {self.ids_in_use[own_id]}'
            hint = "Replace it with this one, or give this one another id."
            self.problems.notice(self.path, draft.line, Code.ID_IN_BANK, message, hint)
        by_name[draft.id] = draft

    def _free(self, words: str, by_name: Mapping[str, Draft]) -> str:
        """An id that begins with these words and that no other question has."""
        candidate = words
        while candidate in by_name or candidate in self.ids_in_use:
            at = self._numbers[words] = self._numbers.get(words, 1) + 1
            candidate = f"{words[: LONGEST_ID - len(str(at)) - 1].strip('-')}-{at}"
        return candidate

    def _check(self, draft: Draft) -> None:
        kind = draft.data.get("type", "")
        if kind not in ITEMS:
            hint = did_you_mean(str(kind or "single"), ITEMS)
            self.problem(draft.line, Code.TYPE_UNKNOWN, f'"{kind}" is not a type of question', hint)
            return
        document = Document(self.path, [draft.data], [1, draft.line])
        parse(ITEMS[str(kind)], document, self.problems, (0,))


def proposed_id(stem: str) -> str:
    """An id from the first words of a stem."""
    words = slug(_TEXTS.plain(stem[:200])).split("-")
    name = "-".join(words[:5])[: LONGEST_ID - 4].strip("-")
    name = name if name[:1].isalpha() else f"q-{name}".strip("-")
    return name if len(name) >= SHORTEST_ID else f"{name}-question"


def one_line_markdown(text: str) -> str:
    """A plain text as Markdown that reads the same: marks are escaped where they would be read as marks."""
    text = " ".join(text.split())
    if len(_MARK.findall(text)) <= MOST_MARKS and _TEXTS.plain(text) == text:
        return text
    pieces = _PIECES.split(text)  # every second one is a placeholder, which a spreadsheet may hold too
    return "".join(piece if at % 2 else _MARK.sub(_escaped, piece) for at, piece in enumerate(pieces))


def _escaped(match: re.Match[str]) -> str:
    entities = {"<": "&lt;", "&": "&amp;"}  # Markdown has no backslash for them
    return entities.get(match[0], "\\" + match[0])


def _count(node: Node) -> int:
    """How many texts there are in it."""
    if isinstance(node, str):
        return 1
    return sum(map(_count, node.values() if isinstance(node, dict) else node))


def _without_id(data: dict[str, Node]) -> dict[str, Node]:
    return {key: value for key, value in data.items() if key != "id"}
