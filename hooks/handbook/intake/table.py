"""Reads questions from the rows of a table, as `export.table` writes them: one row a question."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from itertools import islice, pairwise, zip_longest

from ..export.table import FIRST, LAST, NO_KEY, NUMBER, PARTS, PATTERN, YES, Row
from ..model.items import ITEMS
from ..model.shapes import SCALES
from ..source.codes import Code
from ..source.document import Node
from ..source.problems import did_you_mean
from .draft import Candidate, Data, Intake
from .headings import columns_of, hint_for, hint_for_all
from .limits import MOST_CHARACTERS, MOST_COLUMNS, MOST_ROWS
from .losses import LeftOut, SourcePlace
from .marks import share
from .moodle import Head, MoodleAnswer, MoodleChoice, percent, report_shares, tags_of
from .passage import Passage, clean_text, one_line_markdown, plain_passage

NO_ROW = frozenset({"scenario"})
"""The types that no row can hold."""

_FIGURE = r"-?\d+(?:\.\d+)?"
_FIGURES = re.compile(rf"({_FIGURE})(?: ?(?:±|\+-|\+/-) ?({_FIGURE})| to ({_FIGURE}))?(?: (\D.*))?", re.ASCII)
_RANGE = re.compile(r"-?\d+(?:[.,]\d+)? ?(?:±|\+-|\+/-|-|–|to) ?\d+(?:[.,]\d+)?(?: \D.*)?", re.ASCII)
_ORDINAL = re.compile(r"#?(\d{1,3})(?:st|nd|rd|th|[.)])?", re.IGNORECASE | re.ASCII)
_ANSWERS = tuple(dict.fromkeys(answer for answers in SCALES.values() for answer in answers))
_HEADINGS_WITHIN = 20
"""Rows in which the headings are looked for: a table may have a title above them."""


@dataclass(frozen=True, slots=True)
class Cells:
    """A row as it was read: its number, its cells, and what of them couldn't be read, with what was done instead.

    With `refused`, it holds no question that can be taken.
    """

    line: int
    texts: Sequence[str]
    faults: tuple[tuple[str, str], ...] = ()
    refused: LeftOut | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is in it."""
        return not any(text.strip() for text in self.texts) and not self.refused


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a file or sheet."""

    path: str
    rows: Sequence[Cells]


@dataclass(frozen=True, slots=True)
class _Entry:
    """The cells of one answer, and its number in the headings."""

    number: int
    answer: str
    right: str
    why: str
    key: str

    @property
    def share(self) -> float:
        """The share of the points that its mark gives. Raises LeftOut where that is unclear."""
        part = share(self.right)
        if part is None:
            why = f'"{self.right}" in "right {self.number}" is neither yes nor no'
            hint = f'Write "{YES}" next to each right answer, and leave the cell next to a wrong one empty.'
            raise LeftOut(Code.IMPORT_ANSWER, why, hint)
        return part


def read_tables(tables: Sequence[Table], intake: Intake) -> Iterator[Candidate]:
    """The questions of the tables of a file: of all that have a row with the headings."""
    for size, most, what in _sizes(tables):
        if size > most:
            intake.too_large(0, what, most)
            return
    headings = {table.path: row for table in tables if (row := _headings(table))}
    for table in tables:
        if table.path in headings:
            yield from _candidates(table, headings[table.path], intake)
        elif not all(row.is_empty for row in table.rows):
            _report_no_headings(table, intake, others=bool(headings))
    if all(row.is_empty for table in tables for row in table.rows):
        hint = f"The first row names the columns: {', '.join(FIRST)}, …"
        intake.problem(1, Code.IMPORT_UNREADABLE, "is empty", hint)


def _sizes(tables: Sequence[Table]) -> Iterator[tuple[int, int, str]]:
    """How much of everything there is, how much can be read, and what it is."""
    rows = [row for table in tables for row in table.rows]
    yield len(rows), MOST_ROWS, "rows"
    yield max((len(row.texts) for row in rows), default=0), MOST_COLUMNS, "columns"
    yield sum(len(text) for row in rows for text in row.texts), MOST_CHARACTERS, "characters"


def _headings(table: Table) -> Cells | None:
    """The row that names the columns. None where there is none near the top."""
    filled = (row for row in table.rows if not row.is_empty)
    return next(filter(_names_columns, islice(filled, _HEADINGS_WITHIN)), None)


def _names_columns(row: Cells) -> bool:
    return set(FIRST[1:]) <= set(columns_of(row.texts))


def _report_no_headings(table: Table, intake: Intake, *, others: bool) -> None:
    filled = [row for row in table.rows if not row.is_empty][:_HEADINGS_WITHIN]
    if others:
        message = "no row here names the columns of questions, so nothing is read"
        intake.note(SourcePlace(table.path, filled[0].line), message, hint_for_all(()))
        return
    best = max(filled, key=lambda row: len(set(columns_of(row.texts)) & {*FIRST, *LAST}))
    lacking = [name for name in FIRST[1:] if name not in columns_of(best.texts)]
    names = " and ".join([", ".join(lacking[:-1]), lacking[-1]] if lacking[1:] else lacking)
    message = f"no row names the columns of questions: {names} {'are' if lacking[1:] else 'is'} missing"
    intake.problems.add(table.path, best.line, Code.IMPORT_COLUMN, message, hint_for_all(best.texts))


def _candidates(table: Table, headings: Cells, intake: Intake) -> Iterator[Candidate]:
    above = [row.line for row in table.rows if row.line < headings.line and not row.is_empty]
    if above:
        message = "what is above the headings isn't read"
        intake.note(SourcePlace(table.path, above[0]), message)
    rows = [row for row in table.rows if row.line >= headings.line and not row.is_empty]
    starts = [at for at, row in enumerate(rows) if _names_columns(row)]
    for start, end in pairwise([*starts, len(rows)]):  # several tables may be below each other
        _report_columns(table.path, rows[start], rows[start + 1 : end], intake)
        columns = columns_of(rows[start].texts)
        for row in rows[start + 1 : end]:
            place = SourcePlace(table.path, row.line)
            yield Candidate(place, partial(_data, columns, row, Head(place, intake)))


def _report_columns(path: str, headings: Cells, rows: Sequence[Cells], intake: Intake) -> None:
    """Report the columns whose cells aren't read."""
    seen = set[str]()
    for at, (name, typed) in enumerate(zip(columns_of(headings.texts), headings.texts, strict=True)):
        filled = any(len(row.texts) > at and row.texts[at].strip() for row in rows)
        if name in seen and name:
            message = f'there are two columns "{typed.strip()}", and only the first is read'
            intake.problems.add(path, headings.line, Code.IMPORT_COLUMN, message, "Rename or remove one of them.")
        elif not name and (typed.strip() or filled):
            what = f'the column "{typed.strip()}" isn\'t known' if typed.strip() else f"column {at + 1} has no heading"
            hint = hint_for(typed) if typed.strip() else "Give it a heading, or empty its cells."
            intake.problems.add(path, headings.line, Code.IMPORT_COLUMN, f"{what}, so its cells aren't read", hint)
        seen.add(name)


def _data(columns: Sequence[str], cells: Cells, head: Head) -> Data:
    """The question in a row. Raises LeftOut where there is none."""
    if cells.refused:
        raise cells.refused
    for fault in cells.faults:
        head.change(*fault)
    row = _row(columns, cells.texts, head)
    kind = row.get("type", "").casefold()
    if kind in NO_ROW:
        hint = 'Start it with "handbook new item", or copy one in quizbank/items.'
        raise LeftOut(Code.IMPORT_ROW, f"a question of type {kind} doesn't fit into a row", hint)
    if kind not in ITEMS:
        what = f'"{kind}" is not a type of question' if kind else "it has no type"
        raise LeftOut(Code.TYPE_UNKNOWN, what, did_you_mean(kind, set(ITEMS) - NO_ROW))
    entries = _entries(row)
    if not entries:
        hint = 'Write them in "answer 1", "answer 2" and so on.'
        raise LeftOut(Code.IMPORT_ANSWER, "it has no answers", hint)
    own = _READERS[kind](entries, row, head)
    _report_unread(kind, entries, row, head)
    explain = [_text(row.get("explain", "")), str(own.pop("explain", ""))]
    head.tags = list(_words(row, "tags"))
    return {
        "id": row.get("id", ""),
        "type": kind,
        "level": row.get("level", "").casefold(),
        "stem": _text(row.get("question", "")),
        **own,
        "explain": " ".join(text for text in explain if text),
        "hints": [_text(hint) for hint in _lines(row, "hints")],
        "refs": [head.intake.ref(address) for address in _words(row, "refs")],
        "tags": [*tags_of(head)],
        **{key: row[key] for key in ("difficulty", "points", "score", "rev", "status") if key in row},
        "enemies": list(_words(row, "enemies")),
        "waive": [{"rule": rule, "why": why} for rule, why in _split_names(_lines(row, "waive"))],
    }


def _row(columns: Sequence[str], texts: Sequence[str], head: Head) -> Row:
    """The cells by the names of their columns, the first of each name."""
    if any(text.strip() for text in texts[len(columns) :]):
        hint = "Check the quotes and commas of this row: a comma inside a cell needs quotes around the cell."
        raise LeftOut(Code.IMPORT_ROW, "there are more cells than columns", hint)
    row: Row = {}
    for name, text in zip(columns, texts, strict=False):
        clean, losses = clean_text(text.strip())
        for loss in losses:
            head.change(*loss)
        if name:
            row.setdefault(name, clean)
    return row


def _report_unread(kind: str, entries: Sequence[_Entry], row: Row, head: Head) -> None:
    """Report cells that have no meaning for this type of question."""
    unread = [name for name, types in _ONLY_FOR.items() if row.get(name) and kind not in types]
    if kind in ("truefalse", "short"):
        unread += [f"key {entry.number}" for entry in entries if entry.key]
    if kind == "reflect":
        unread += [f"right {entry.number}" for entry in entries if entry.right]
    for name in unread:
        head.change(f'the cell "{name}" ("{row[name]}")', f"it isn't kept, because a question of type {kind} has none")


_ONLY_FOR = {"choices": ("match", "classify", "reflect"), "choice keys": ("match", "classify")}
"""Columns that only some types have."""


def _entries(row: Row) -> list[_Entry]:
    numbers = sorted({int(name.rpartition(" ")[2]) for name in row if name.rpartition(" ")[2].isdigit()})
    parts = (_Entry(at, *(row.get(f"{part} {at}", "") for part in PARTS)) for at in numbers)
    return [entry for entry in parts if entry.answer or entry.right or entry.why or entry.key]


def _lines(row: Row, column: str) -> Iterator[str]:
    return (text.strip() for text in row.get(column, "").splitlines() if text.strip())


def _words(row: Row, column: str) -> Iterator[str]:
    """The names in a cell, one a line or with commas between them."""
    return (text.strip() for text in re.split(r"[\n,;]", row.get(column, "")) if text.strip())


def _split_names(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        name, _, text = line.partition(":")
        yield name.strip(), _text(text)


def _text(cell: str) -> str:
    return one_line_markdown(cell)


def _entry_node(entry: _Entry, **more: str) -> Data:
    """An entry of a list, as the bank writes it, with what is left of it empty taken out."""
    data = {"key": entry.key, "text": _text(entry.answer), **more, "why": _text(entry.why)}
    return {key: value for key, value in data.items() if value}


Reader = Callable[[list[_Entry], Row, Head], Data]


def _options(entries: list[_Entry], row: Row, head: Head) -> Data:
    single = row["type"].casefold() == "single"
    answers = (MoodleAnswer(plain_passage(entry.answer), entry.share, Passage()) for entry in entries)
    choice = MoodleChoice(tuple(answers), single)
    if any(share not in (0, 1) for share in (answer.share for answer in choice.answers)):
        report_shares(head, choice)
    right = (answer.share > (0.995 if single else 0) for answer in choice.answers)
    nodes: list[Node] = [
        _entry_node(entry, right="true" if is_right else "") for entry, is_right in zip(entries, right, strict=True)
    ]
    return {"options": nodes}


def _truth(entries: list[_Entry], row: Row, head: Head) -> Data:
    del row, head
    names = {"t": "true", "f": "false"}
    by_answer = {names.get(entry.answer.casefold(), entry.answer.casefold()): entry for entry in entries}
    if set(by_answer) != {"true", "false"} or len(entries) != 2:
        hint = 'Write "True" in answer 1 and "False" in answer 2.'
        raise LeftOut(Code.IMPORT_ANSWER, "the two answers should be True and False", hint)
    true, false = (by_answer[name].share for name in ("true", "false"))
    if {true, false} != {0, 1}:
        hint = f'Write "{YES}" next to the right one.'
        raise LeftOut(Code.IMPORT_ANSWER, "exactly one of the two answers should be right", hint)
    why: Data = {name: _text(by_answer[name].why) for name in ("true", "false")}
    return {"answer": "true" if true else "false", "why": why}


def _steps(entries: list[_Entry], row: Row, head: Head) -> Data:
    del row, head
    places = [match for entry in entries if (match := _ORDINAL.fullmatch(entry.right))]
    if len(places) < len(entries) or not entries:
        hint = 'Write 1, 2, 3 … in "right 1", "right 2", "right 3" …'
        raise LeftOut(Code.IMPORT_ANSWER, "each step needs its place in the order", hint)
    placed = sorted(zip((int(place[1]) for place in places), entries, strict=True), key=lambda pair: pair[0])
    alike: dict[int, list[Node]] = {}
    for place, entry in placed:
        alike.setdefault(place, []).append(entry.key or _text(entry.answer))
    equal: list[Node] = [names for names in alike.values() if len(names) > 1]
    return {"steps": [_entry_node(entry) for _, entry in placed], "equal": equal}


def _pairs(entries: list[_Entry], row: Row, head: Head) -> Data:
    left: list[Node] = [_entry_node(entry, to=_text(_target(entry))) for entry in entries]
    return {"left": left, "right": _choices(entries, row, head)}


def _cards(entries: list[_Entry], row: Row, head: Head) -> Data:
    cards: list[Node] = [_entry_node(entry, **{"in": _text(_target(entry))}) for entry in entries]
    return {"categories": _choices(entries, row, head), "cards": cards}


def _target(entry: _Entry) -> str:
    if not entry.right:
        why = f'"{entry.answer}" belongs to nothing'
        raise LeftOut(Code.IMPORT_ANSWER, why, f'Write in "right {entry.number}" what it belongs to.')
    return entry.right


def _choices(entries: list[_Entry], row: Row, head: Head) -> list[Node]:
    """What is listed to choose from; where nothing is, what the entries name."""
    choices = list(_lines(row, "choices")) or [entry.right for entry in entries]
    texts = [_text(text) for text in dict.fromkeys(choices)]
    keys = list(_lines(row, "choice keys"))
    if keys and len(keys) != len(texts):
        head.change(
            f'the cell "choice keys" ({len(keys)} lines)', f"it isn't kept, because there are {len(texts)} choices"
        )
        return list(texts)
    return [
        {"key": key, "text": text} if key != NO_KEY else text
        for text, key in zip_longest(texts, keys, fillvalue=NO_KEY)
    ]


def _typed(entries: list[_Entry], row: Row, head: Head) -> Data:
    del row
    accept: list[Node] = []
    near: list[Node] = []
    reasons: list[str] = []
    for entry in entries:
        answer = _accepted(entry)
        if answer:
            if "text" in answer and _RANGE.fullmatch(entry.answer.strip()):
                hint = f'If any number in it is right, write "{NUMBER}" in "right {entry.number}".'
                head.note(f'"{entry.answer.strip()}" is accepted only as these very words', hint)
            accept.append(answer)
            reasons.append(_text(entry.why))
            continue
        text = " ".join(entry.answer.split())
        if entry.share > 0:
            head.change(f'the answer "{text}" is worth {percent(entry.share)}', "it counts as wrong, but close")
        near.append({"text": text, "why": _text(entry.why)})
    if not accept:
        hint = f'Write "{YES}" next to each answer that is right, or "{NUMBER}" next to a number.'
        raise LeftOut(Code.IMPORT_ANSWER, "none of its answers is marked as right", hint)
    remark = dict.fromkeys(reason for reason in reasons if reason)
    for reason in remark:
        head.change(f'the reason of a right answer ("{reason}")', "it is in the explanation, which everybody reads")
    return {"accept": accept, "near": near, "explain": " ".join(remark)}


def _accepted(entry: _Entry) -> Data | None:
    """The answer as one that is right. None for a wrong one."""
    mark, text = entry.right.casefold(), " ".join(entry.answer.split())
    if mark == PATTERN:
        return {"regex": entry.answer}
    if mark != NUMBER:
        return {"text": text} if entry.share > 0.995 else None
    figures = _FIGURES.fullmatch(text)
    if not figures:
        hint = 'Write it as "20", "20 seconds" or "19 to 21 seconds".'
        raise LeftOut(Code.IMPORT_ANSWER, f'"{text}" is not a number', hint)
    return _number(*figures.groups())


def _number(first: str, off: str | None, last: str | None, unit: str | None) -> Data:
    """A number with its tolerance: "20 ± 1", or as we write it "19 to 21"."""
    if last:
        low, high = Decimal(first), Decimal(last)
        first, off = str((low + high) / 2), str(abs(high - low) / 2)
    return {key: value for key, value in {"number": first, "tol": off, "unit": unit}.items() if value}


def _prompts(entries: list[_Entry], row: Row, head: Head) -> Data:
    del head
    prompts: list[Node] = []
    for entry in entries:
        data = {"key": entry.key, "text": _text(entry.answer)}
        advice: Data = dict(_split_names(entry.why.splitlines()))
        unnamed = next((name for name in advice if name not in _ANSWERS), None)
        if unnamed is not None:
            why = f'"why {entry.number}" doesn\'t say which answer it is advice for'
            hint = f"Begin each line of it with one of these and a colon: {', '.join(_ANSWERS)}."
            raise LeftOut(Code.IMPORT_ANSWER, why, hint)
        prompts.append(
            {**{key: value for key, value in data.items() if value}, **({"advice": advice} if advice else {})}
        )
    return {"scale": row.get("choices", ""), "prompts": prompts}


_READERS: dict[str, Reader] = {
    "single": _options,
    "multiple": _options,
    "truefalse": _truth,
    "order": _steps,
    "match": _pairs,
    "classify": _cards,
    "short": _typed,
    "reflect": _prompts,
}
"""What reads the answers of each type."""
