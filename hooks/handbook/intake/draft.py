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

    def __init__(self, path: str, guide: Guide, site: str, taken: Mapping[str, str], problems: Problems) -> None:
        """`taken` gives the place of every id that the bank has."""
        self.path, self.guide, self.site = path, guide, site
        self.taken, self.problems = taken, problems

    def problem(self, line: int, code: Code, message: str, hint: str = "") -> None:
        """Record what is wrong at a line of the file."""
        self.problems.add(self.path, line, code, message, hint)

    def finished(self, drafts: Iterable[Draft]) -> list[Draft]:
        """The drafts, each with an id of its own, and everything recorded that the bank would refuse."""
        named: dict[str, Draft] = {}
        for draft in drafts:
            self._name(draft, named)
        for draft in named.values():
            self._check(draft)
        return list(named.values())

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

    def _name(self, draft: Draft, named: dict[str, Draft]) -> None:
        given = draft.id
        if given in named:
            message = f'line {named[given].line} already has the id "{given}"'
            self.problem(draft.line, Code.ID_TAKEN, message, "Give this one another id.")
        if not given or given in named:
            words = f"{given or proposed_id(str(draft.data.get('stem', '')))}"
            draft = replace(draft, data={"id": _free(words, {*named, *self.taken}), **_without_id(draft.data)})
        elif given in self.taken:
            message = f'the question "{given}" is already in the bank: {self.taken[given]}'
            hint = "Replace it with this one, or give this one another id."
            self.problems.notice(self.path, draft.line, Code.ID_IN_BANK, message, hint)
        named[draft.id] = draft

    def _check(self, draft: Draft) -> None:
        kind = draft.data.get("type", "")
        if kind not in ITEMS:
            hint = did_you_mean(str(kind or "single"), ITEMS)
            self.problem(draft.line, Code.TYPE_UNKNOWN, f'"{kind}" is not a type of question', hint)
            return
        document = Document(self.path, [draft.data], {(): 1, (0,): draft.line})
        parse(ITEMS[str(kind)], document, self.problems, (0,))


def proposed_id(stem: str) -> str:
    """An id from the first words of a stem."""
    words = slug(_TEXTS.plain(stem)).split("-")
    name = "-".join(words[:5])[: LONGEST_ID - 4].strip("-")
    name = name if name[:1].isalpha() else f"q-{name}".strip("-")
    return name if len(name) >= SHORTEST_ID else f"{name}-question"


def one_line_markdown(text: str) -> str:
    """A plain text as Markdown that reads the same: marks are escaped where they would be read as marks."""
    text = " ".join(text.split())
    if _TEXTS.plain(text) == text:
        return text
    pieces = _PIECES.split(text)  # every second one is a placeholder, which a spreadsheet may hold too
    return "".join(piece if at % 2 else _MARK.sub(_escaped, piece) for at, piece in enumerate(pieces))


def _escaped(found: re.Match[str]) -> str:
    entities = {"<": "&lt;", "&": "&amp;"}  # Markdown has no backslash for them
    return entities.get(found[0], "\\" + found[0])


def _free(name: str, taken: set[str]) -> str:
    found, at = name, 2
    while found in taken:
        found, at = f"{name[: LONGEST_ID - 4]}-{at}", at + 1
    return found


def _without_id(data: dict[str, Node]) -> dict[str, Node]:
    return {key: value for key, value in data.items() if key != "id"}
