"""What is made of a file: drafts of items, checked as the bank would check them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from itertools import islice

from pydantic import ValidationError

from ..model.guide import Guide
from ..model.items import ITEMS, Item
from ..model.schema import parse
from ..source.codes import Code
from ..source.document import Document, Node, Where
from ..source.names import slug
from ..source.problems import Problems
from .limits import (
    LONGEST_TEXT,
    MOST_CHARACTERS,
    MOST_LISTED,
    MOST_PIECES,
    MOST_QUESTIONS,
    MOST_TEXTS,
    MOST_TEXTS_IN_ALL,
)
from .losses import ImportLosses, LeftOut, SourcePlace, shortened
from .passage import BARE, readable

SHORTEST_ID, LONGEST_ID = 3, 48
Data = dict[str, Node]
"""A question, or a part of it, as the bank writes it. Besides, `name` says what the file calls it."""

_FIRST = ("id", "type", "level", "stem")
_LAST = (*("explain", "hints", "refs", "tags", "difficulty", "points", "score", "rev", "status", "enemies", "waive"),)
_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_STAND_IN: dict[str, Node] = {"level": "recall", "refs": ["index.md"], "scale": "text"}
"""What stands in for a missing value while the rest of a question is checked or shown; a text does for all others."""
_CAN_WAIT = frozenset({"id", "level", "stem", "refs", "why", "true", "false", "text", "explain", "scale"})
"""Keys that can be filled in later, in the YAML."""
_TO_FILL_IN = {
    "level": "recall, apply or judge",
    "refs": "the place where the handbook answers the question, such as [telephone-hold]",
    "why": "the reason: what happens to the customer",
    "explain": "what everybody should read after answering",
    "scale": "likert5, agree-disagree or text",
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question of a file: where it is, and what reads it, which raises LeftOut where that can't be."""

    place: SourcePlace
    read: Callable[[], Data]


@dataclass(frozen=True, slots=True)
class Draft:
    """An item as it would be in the bank, and the place in the file that it comes from."""

    place: SourcePlace
    data: Data

    @property
    def line(self) -> int:
        """The line or row that it comes from."""
        return self.place.line

    @property
    def id(self) -> str:
        """The id that it has so far."""
        return str(self.data.get("id", ""))


class Intake:
    """Where questions go: it knows the handbook that they are for, and records what is wrong and what is lost."""

    def __init__(self, path: str, guide: Guide, site: str, ids_in_use: Mapping[str, str], problems: Problems) -> None:
        """`ids_in_use` gives the place of every id that the bank has."""
        self.path, self.guide, self.site = path, guide, site
        self.ids_in_use, self.problems = ids_in_use, problems
        self.losses = ImportLosses(problems)
        self.categories: list[tuple[int, str]] = []
        """The categories of the file, each with its line: the bank has tags instead."""
        self._characters = self._texts = 0
        self._numbers: dict[str, int] = {}
        self._gaps: dict[tuple[str, str], list[int]] = {}

    def problem(self, line: int, code: Code, message: str, hint: str = "") -> None:
        """Record what is wrong at a line of the file."""
        self.problems.add(self.path, line, code, message, hint)

    def note(self, place: SourcePlace, message: str, hint: str = "") -> None:
        """Record what is worth a look."""
        self.problems.notice(*place, Code.IMPORT_NOTE, message, hint)

    def too_large(self, line: int, what: str, most: int) -> None:
        """Record that there is more of something than can be read."""
        reason = excess(what, most)
        self.problem(line, reason.code, reason.why, reason.hint)

    def drafts(self, candidates: Iterable[Candidate]) -> list[Draft]:
        """A draft of each question that can be taken, with an id of its own, and all that the bank would refuse."""
        by_name: dict[str, Draft] = {}
        listing = list(islice(candidates, MOST_PIECES + 1))
        if len(listing) > MOST_PIECES:
            self.too_large(0, "questions", MOST_PIECES)
            return []
        for candidate in listing:
            self.losses.questions += 1
            try:
                data = self._read(candidate, len(by_name))
            except LeftOut as reason:
                self.losses.leave_out(candidate.place, reason)
            else:
                self._name(candidate.place, _without_blanks(data), by_name)
                self.losses.take()
        drafts = [self._checked(draft) for draft in by_name.values()]
        self._report_gaps(drafts)
        self._report_categories()
        return drafts

    def ref(self, address: str) -> str:
        """A web address of the handbook as the bank refers to it: a directive's id, or a page and heading."""
        path = self.link(address)
        anchor = path.partition("#")[2]
        there = self.guide.destination(path)
        if there and anchor in self.guide.blocks and self.guide.page_of(self.guide.blocks[anchor]) is there.page:
            return anchor
        return path

    def link(self, address: str) -> str:
        """A web address of the handbook as a link from its first page; any other as it is."""
        if not self.site or not address.startswith(self.site):
            return address
        path, _, anchor = address.removeprefix(self.site).partition("#")
        target = f"{re.sub(r'[.]html$', '.md', path)}#{anchor}".removesuffix("#")
        there = self.guide.destination(target)
        return there.path if there else target

    def _read(self, candidate: Candidate, count: int) -> Data:
        """What a question says. Raises LeftOut where there are too many of them, or too much is in it."""
        if count >= MOST_QUESTIONS:
            raise excess("questions at a time", MOST_QUESTIONS)
        data = candidate.read()
        lengths = list(_lengths(data))
        self._characters += sum(lengths)
        self._texts += len(lengths)
        for size, most, what in (
            (len(lengths), MOST_TEXTS, "texts in one question"),
            (max(lengths, default=0), LONGEST_TEXT, "characters in one text"),
            (self._characters, MOST_CHARACTERS, "characters in all questions"),
            (self._texts, MOST_TEXTS_IN_ALL, "texts in all questions"),
        ):
            if size > most:
                raise excess(what, most)
        _require_answers(data)
        return data

    def _name(self, place: SourcePlace, data: Data, by_name: dict[str, Draft]) -> None:
        """Give the question an id: that of the file, or one from its name or its first words."""
        proposal, name = str(data.pop("id", "")), str(data.pop("name", ""))
        is_fit = _ID.fullmatch(proposal) and SHORTEST_ID <= len(proposal) <= LONGEST_ID
        if not proposal:
            own_id = self._free(proposed_id(str(data.get("stem", "")), name), by_name)
        elif not is_fit:
            own_id = self._free(usable_id(proposal), by_name)
            self.losses.change(place, f'the id "{proposal}"', f'it is now "{own_id}"')
        elif proposal in by_name:
            own_id, line = self._free(proposal, by_name), by_name[proposal].line
            message = f'line {line} already has the id "{proposal}": this question is now "{own_id}"'
            self.problems.add(*place, Code.ID_TAKEN, message, "Give it an id that says what it is about.")
        else:
            own_id = proposal
            self._report_known(place, proposal)
        by_name[own_id] = Draft(place, {"id": own_id, **data})

    def _report_known(self, place: SourcePlace, name: str) -> None:
        if name not in self.ids_in_use:
            return
        message = f'the question "{name}" is already in the bank: {self.ids_in_use[name]}'
        hint = (
            "Replace it with this one, or give this one another id. "
            "What the file can't hold is in the bank only, such as its rev, status, enemies, waive and keys: keep that."
        )
        self.problems.notice(*place, Code.ID_IN_BANK, message, hint)

    def _free(self, words: str, by_name: Mapping[str, Draft]) -> str:
        """An id that begins with these words and that no other question has."""
        candidate = words
        while candidate in by_name or candidate in self.ids_in_use:
            at = self._numbers[words] = self._numbers.get(words, 1) + 1
            candidate = f"{words[: LONGEST_ID - len(str(at)) - 1].strip('-')}-{at}"
        return candidate

    def _checked(self, draft: Draft) -> Draft:
        """The draft, with an empty key wherever one is missing; all else that the bank would refuse is recorded."""
        model = ITEMS[str(draft.data["type"])]
        gaps = _gaps(model, draft.data)
        path, line = draft.place
        document = Document(path, [_filled(draft.data, gaps, stand_in=True)], [1, line])
        parse(model, document, self.problems, (0,))
        for name in dict.fromkeys("why" if "why" in gap else str(gap[-1]) for gap in gaps):
            self._gaps.setdefault((path, name), []).append(line)
        return replace(draft, data=_filled(draft.data, gaps, stand_in=False))

    def _report_categories(self) -> None:
        if self.categories:
            listing = self.categories[:MOST_LISTED]
            names = ", ".join(f'"{shortened(name)}" (line {line})' for line, name in listing)
            names += f" and {len(self.categories) - len(listing)} more" if self.categories[MOST_LISTED:] else ""
            what = "categories aren't" if len(self.categories) > 1 else "a category isn't"
            hint = "The bank has tags instead: add them to the questions."
            self.note(SourcePlace(self.path, self.categories[0][0]), f"{what} kept: {names}", hint)

    def _report_gaps(self, drafts: Sequence[Draft]) -> None:
        for (path, name), lines in self._gaps.items():
            of = sum(draft.place.path == path for draft in drafts)
            distinct = list(dict.fromkeys(lines))
            naming = f"line{'s' if distinct[1:] else ''} {', '.join(map(str, distinct))}"
            where = f"all {of} questions" if len(lines) == of > 1 else naming
            hint = f'Each "{name}:" that has nothing after it in the YAML needs {_TO_FILL_IN.get(name, "its text")}.'
            self.problems.add(path, lines[0], Code.KEY_MISSING, f'"{name}" is missing in {where}', hint)


def item_of(draft: Draft) -> Item | None:
    """The question of a draft, with something to show wherever a key is missing. None where more is wrong with it."""
    model = ITEMS[str(draft.data["type"])]
    whole = _filled(draft.data, _gaps(model, draft.data), stand_in=True)
    return parse(model, Document(draft.place.path, [whole], 1), Problems(), (0,))


def excess(what: str, most: int) -> LeftOut:
    """The reason to leave out what is more than can be read."""
    hint = "Split the file, or shorten what is too long."
    return LeftOut(Code.IMPORT_LARGE, f"more than {most:,} {what} can't be imported", hint)


def proposed_id(stem: str, name: str = "") -> str:
    """An id from what a question is called. Where that says little, or no more than its first words, from these."""
    text = BARE.plain(stem[:200]) if readable(stem[:200]) else stem[:200]
    words, called = _plain_letters(text), _plain_letters(name)
    first = "-".join(words.split("-")[:5])
    if not called or (words and called.startswith(words[:20])):
        called = ""
    telling = len(called) > 3 and not called.replace("-", "").isdigit()
    return usable_id((called if telling else f"{called}-{first}")[: LONGEST_ID - 4])


def usable_id(text: str) -> str:
    """A name in the form of an id."""
    name = _plain_letters(text)
    name = name if name[:1].isalpha() else f"q-{name}".strip("-")
    name = name[:LONGEST_ID].strip("-")
    return name if len(name) >= SHORTEST_ID else f"{name}-question"


def _plain_letters(text: str) -> str:
    """The words of a text joined by dashes, letters without their accents."""
    return slug(unicodedata.normalize("NFKD", text[:400]).encode("ascii", "ignore").decode())


def _lengths(node: Node) -> Iterator[int]:
    """How long each text in it is."""
    if isinstance(node, str):
        yield len(node)
    else:
        for inner in node.values() if isinstance(node, dict) else node:
            yield from _lengths(inner)


def _without_blanks(data: Data) -> Data:
    return {key: value for key, value in data.items() if value not in ("", [])}


def _require_answers(data: Data) -> None:
    """Raise LeftOut where something is missing that is no text to be filled in."""
    for gap in _gaps(ITEMS[str(data["type"])], data):
        if gap[-1] not in _CAN_WAIT:
            raise LeftOut(Code.IMPORT_ANSWER, f'its "{gap[-1]}" is missing', "Add it in the file.")


def _gaps(model: type[Item], data: Data) -> list[Where]:
    """The paths of the keys that are missing."""
    try:
        model.model_validate(_present(data))
    except ValidationError as error:
        return [detail["loc"] for detail in error.errors(include_url=False) if detail["type"] == "missing"]
    return []


def _present(node: Node) -> Node:
    if isinstance(node, dict):
        return {key: _present(value) for key, value in node.items() if value != ""}
    return [_present(value) for value in node] if isinstance(node, list) else node


def _filled(data: Data, gaps: list[Where], *, stand_in: bool) -> Data:
    """The question with all its keys: what is missing is empty, or filled with what stands in for it."""
    filled = deepcopy(data)
    for number, gap in enumerate(gaps):
        *path, name = gap
        node: Node = filled
        for step in path:
            node = node[step]  # type: ignore[index]  # the path is that of a key of it
        if isinstance(node, dict):
            value = _STAND_IN.get(str(name), f"To fill in ({number + 1})") if stand_in else ""
            if gap == ("why",):  # of true and false
                value = {"true": value, "false": value}
            entry = {"text": value, **node} if name == "text" else {**node, str(name): value}
            node.clear()
            node.update(entry)
    middle = [key for key in filled if key not in {*_FIRST, *_LAST}]
    return {key: filled[key] for key in (*_FIRST, *middle, *_LAST) if key in filled}
