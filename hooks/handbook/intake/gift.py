"""Reads questions from GIFT text, as Moodle writes it and as `export.formats.gift` does.

Source: Moodle's importer, question/format/gift/format.php, and import_from_gift of the question type ordering.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from typing import NamedTuple

from ..source.codes import Code
from .cloze import cloze_body, with_one_blank
from .draft import Candidate, Data, Intake, excess
from .feedback import Feedback
from .limits import MOST_PARTS
from .losses import LeftOut, SourcePlace
from .moodle import (
    Body,
    Essay,
    Head,
    MoodleAnswer,
    MoodleChoice,
    MoodleNumber,
    Numbers,
    Pairs,
    Steps,
    Truth,
    Typed,
    bank_data,
    number_of,
)
from .passage import Passage, TextFormat

_SIGNS = "\\~=#{}:n\"'"
_ESCAPED = re.compile(r"\\([\\~=#{}:n\"'])")
_HIDDEN = re.compile("[\ufdd0-\ufdd9]")
"""Characters that no text has: each stands for a sign that had a backslash before it."""
_BRACES = re.compile(r"\{([^{}]*)\}")
_LINE_END = re.compile(r"[ \t]*(?:\n|$)")
_TITLE = re.compile(r"\s*::(.*?)::", re.DOTALL)
_FORM = re.compile(r"\s*\[(html|markdown|plain|moodle)\]\s*")
_MARK = re.compile(r"\[(id|tag):((?:\\\]|[^\]])+)\]")
_WEIGHT = re.compile(r"\s*%\s*([+-]?\d+(?:[.,]\d*)?)\s*%")
_TRUTH = re.compile(r"(T|TRUE|F|FALSE)\s*(?:#(.*))?", re.IGNORECASE | re.DOTALL)
_RANGE = re.compile(r"\.\.|:")
_SELECT = "ALL|EXACT|RANDOM|REL|CONTIGUOUS|CONTIG"
_LAYOUT = "HORIZONTAL|HORI|H|1|VERTICAL|VERT|V|0"
_GRADING = r"ALL_OR_NOTHING|ABSOLUTE_POSITION|ABSOLUTE|ABS|RELATIVE\w*|REL|LONGEST_\w+"
_SHOWING, _NUMBERING = "SHOW|TRUE|YES|1|HIDE|FALSE|NO|0", "none|123|abc|ABCD|iii|IIII"
_ORDER = re.compile(
    rf">[ \t]*(?P<count>\d+)[ \t]*(?P<select>{_SELECT})?[ \t]*(?:{_LAYOUT})?[ \t]*(?P<grading>{_GRADING})?[ \t]*"
    rf"(?:{_SHOWING})?[ \t]*(?:{_NUMBERING})?[ \t]*(?:\n|$)(?P<steps>.*)",
    re.DOTALL,
)
_SETTING = re.compile(
    rf"\s*(?:{_SELECT}|{_LAYOUT}|(?P<grading>{_GRADING})|(?:SHOW|HIDE)(?:[ \t]+(?:{_NUMBERING}))?)[ \t]*"
)
"""A line of settings below the first one, where Moodle reads them too."""
_TO_ESCAPE = 'To show one of the signs = ~ # { } in a text, put \\ before it, such as "\\=".'


class _Mark(NamedTuple):
    """An id or a tag in a comment, and its line."""

    line: int
    name: str
    value: str


@dataclass(slots=True)
class _Block:
    """A piece of the file between blank lines: its lines from `start` on, and what the comments before it say."""

    start: int = 0
    marks: list[_Mark] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    is_open: bool = False
    """Whether its last brace is an opening one."""
    has_gap: bool = False
    """Whether there is a blank line inside its braces."""

    @property
    def is_whole(self) -> bool:
        """Whether its last line ends in a closing brace."""
        return bool(self.lines) and self.lines[-1].rstrip().endswith("}")

    def add(self, number: int, line: str) -> None:
        """Add a line of the file. Lines that were passed over since the last one count as empty."""
        self.start = self.start or number
        self.lines += [""] * (number - self.start - len(self.lines))
        self.lines.append(line)
        if "{" in line or "}" in line:
            self.is_open = line.rfind("{") > line.rfind("}")


@dataclass(frozen=True, slots=True)
class _Piece:
    """What should be one question: texts and, between them, answers in braces. `at` counts those that it asks for."""

    place: SourcePlace
    marks: list[_Mark]
    parts: list[str]
    at: int = 0

    @property
    def blanks(self) -> int:
        """How many braces there are in it."""
        return len(self.parts) // 2

    @property
    def stem(self) -> str:
        """Its text, with a blank where the braces are, unless they end it."""
        text = with_one_blank(self.parts, self.at)
        return text if self.parts[-1].strip() or self.blanks > 1 else self.parts[0]

    @property
    def answers(self) -> str:
        """What is in the braces."""
        return self.parts[2 * self.at + 1]


def read_gift(text: str, intake: Intake) -> Iterator[Candidate]:
    """The questions of a GIFT file."""
    lines = _ESCAPED.sub(_hidden, _HIDDEN.sub("", text)).split("\n")
    for block in _blocks(lines, intake):
        place, block_text = SourcePlace(intake.path, block.start), "\n".join(block.lines)
        if block.has_gap:
            hint = "It is read as one question. Moodle would end the question at that line."
            intake.note(place, "there is a blank line inside the braces", hint)
        fault = _fault(block_text)
        if fault:
            yield Candidate(place, partial(_refuse, fault))
        else:
            for piece in _pieces(block, block_text, place, intake):
                yield Candidate(piece.place, partial(_data, piece, intake))


def _hidden(match: re.Match[str]) -> str:
    return chr(0xFDD0 + _SIGNS.index(match[1]))


def _display(text: str) -> str:
    """The text with its hidden signs as they read."""
    signs = _SIGNS.replace("n", "\n")
    return _HIDDEN.sub(lambda match: signs[ord(match[0]) - 0xFDD0], text)


def _refuse(fault: LeftOut) -> Data:
    raise fault


def _blocks(lines: list[str], intake: Intake) -> Iterator[_Block]:
    """The pieces between blank lines. A category is a piece by itself, and a comment goes with what it touches."""
    block = _Block()
    for number, line in enumerate([*lines, ""], start=1):
        bare = line.strip()
        is_comment, is_category = bare.startswith("//"), _is_category(bare) and not block.is_open
        if not bare and block.is_open and _closes(lines, number):
            block.has_gap = True
            continue
        if not bare or is_category or (block.is_whole and _begins_anew(lines, number - 1)):
            if block.lines:
                yield block
            else:
                _report_unused(block, intake)
            block = _Block()
        if is_comment:
            _read_comment(bare, number, block, intake)
        elif is_category:
            intake.categories.append((number, _display(bare.partition(":")[2]).strip()))
        elif bare:
            block.add(number, line)


def _is_category(line: str) -> bool:
    return line[:9].upper() == "$CATEGORY"


def _begins_anew(lines: list[str], at: int) -> bool:
    """Whether a line has the title of a question, or is a comment above one."""
    code = (line.strip() for line in lines[at : at + MOST_PARTS] if not line.strip().startswith("//"))
    return next(code, "").startswith("::")


def _read_comment(comment: str, number: int, block: _Block, intake: Intake) -> None:
    """Read the id and tags in a comment. What was said before a question that is commented out was said of that."""
    words = comment.lstrip("/").lstrip()
    if not block.lines and (_BRACES.search(words) or words.startswith(("::", "{", "}", "=", "~"))):
        _report_unused(block, intake)
        block.marks.clear()
        return
    marks = _MARK.findall(_display(comment))
    block.marks += [_Mark(number, name, value.replace(r"\]", "]").strip()) for name, value in marks]


def _report_unused(block: _Block, intake: Intake) -> None:
    """Report an id or tags that are above no question, or above one that is commented out."""
    if block.marks:
        intake.note(
            SourcePlace(intake.path, block.marks[0].line), "the id or tags in this comment belong to no question"
        )


def _closes(lines: list[str], number: int) -> bool:
    """Whether the braces of a block are closed below a blank line before anything else begins."""
    for line in lines[number : number + MOST_PARTS]:
        if line.strip().startswith("::") or _is_category(line.strip()):
            return False
        if "{" in line or "}" in line:
            return "}" in line.partition("{")[0]
    return False


def _fault(text: str) -> LeftOut | None:
    """Why a block can be no question at all."""
    if set(_BRACES.sub("", text)) & set("{}"):
        return LeftOut(Code.IMPORT_SYNTAX, "a brace has no partner", f"Put the answers between {{ and }}. {_TO_ESCAPE}")
    if not _BRACES.search(text):
        hint = "Put its answers in braces at the end: What comes first? {=The greeting ~The form}"
        return LeftOut(Code.IMPORT_SYNTAX, "this text has no answers, so it asks nothing", hint)
    if text.count("\n") > MOST_PARTS:
        return excess("lines in one question", MOST_PARTS)
    return None


def _pieces(block: _Block, text: str, place: SourcePlace, intake: Intake) -> Iterator[_Piece]:
    """The questions of a block: one, or as many as it has blanks, or as are in it without a blank line between."""
    groups = list(_BRACES.finditer(text))
    if len(groups) > 1 and all(_LINE_END.match(text, group.end()) for group in groups):
        yield from _without_gaps(block, text, groups, intake)
    else:
        parts = _BRACES.split(text)
        for at in range(len(groups) if len(groups) <= MOST_PARTS else 1):
            yield _Piece(place, block.marks, parts, at)


def _without_gaps(block: _Block, text: str, groups: list[re.Match[str]], intake: Intake) -> Iterator[_Piece]:
    """Questions one below the other, each of which ends its line."""
    start, above = 0, 0
    for group in groups:
        stem = text[start : group.start()]
        line = block.start + text.count("\n", 0, start + len(stem) - len(stem.lstrip()))
        place = SourcePlace(intake.path, line)
        if start:
            hint = "It is read as a question of its own. Moodle wants a blank line between two questions."
            intake.note(place, "there is no blank line before this question", hint)
        end = block.start + text.count("\n", 0, group.end())
        yield _Piece(place, [mark for mark in block.marks if above < mark.line <= end], [stem, group[1], ""])
        start, above = group.end(), end


def _data(piece: _Piece, intake: Intake) -> Data:
    if piece.blanks > MOST_PARTS or max(map(piece.answers.count, "~=\n\ufdd7")) > MOST_PARTS:
        raise excess("answers or lines in one question", MOST_PARTS)
    stem = piece.stem
    title = _TITLE.match(stem)
    stem = stem[title.end() :] if title else stem
    name = _display(title[1]).strip() if title else ""
    own_id = next((mark.value for mark in piece.marks if mark.name == "id"), "")
    part = f"-{piece.at + 1}" if piece.blanks > 1 else ""
    head = Head(piece.place, intake, f"{name}{part}" if name else "", f"{own_id}{part}" if own_id else "")
    head.tags = [mark.value for mark in piece.marks if mark.name == "tag"]
    if part and not piece.at:
        head.change(
            f"a text with {piece.blanks} blanks", "each blank is a question of its own, with … in place of the others"
        )
    form, stem = _form_of(stem, TextFormat.MOODLE)
    answers, _, feedback = piece.answers.rpartition("####") if "####" in piece.answers else (piece.answers, "", "")
    head.stem = head.passage(_display(stem).strip(), form)
    head.feedback = Feedback(_text(head, feedback, form))
    head.require_stem()
    return bank_data(head, _body(head, answers.strip(), form))


def _form_of(text: str, default: TextFormat) -> tuple[TextFormat, str]:
    """How a text is marked up, and the text without the mark that says so."""
    mark = _FORM.match(text)
    return (TextFormat(mark[1]), text[mark.end() :]) if mark else (default, text)


def _text(head: Head, text: str, default: TextFormat) -> Passage:
    form, words = _form_of(text, default)
    return head.passage(_display(words).strip(), form)


def _body(head: Head, answers: str, form: TextFormat) -> Body:
    """The kind of a question, distinguished as Moodle does."""
    if not answers:
        return Essay()
    if answers.startswith(">"):
        return _steps(head, answers, form)
    if answers.startswith("#"):
        return _numbers(head, answers[1:], form)
    blank = cloze_body(head, _shown_for_cloze(answers))
    if blank:
        return blank
    if "~" in answers:
        return _choice(head, answers, form)
    if "=" in answers and "->" in answers:
        return _pairs(head, answers, form)
    return _truth(head, answers, form) or _words(head, answers, form)


def _shown_for_cloze(text: str) -> str:
    """The text with its hidden signs as the type Cloze writes them."""
    return _HIDDEN.sub(lambda match: f"\\{_SIGNS[ord(match[0]) - 0xFDD0]}", text)


def _answer(head: Head, entry: str, share: float, form: TextFormat) -> MoodleAnswer:
    """An answer with its weight, if it has one, and what is said to it."""
    weight = _WEIGHT.match(entry)
    if weight:
        share, entry = float(weight[1].replace(",", ".")) / 100, entry[weight.end() :]
    text, _, why = entry.partition("#")
    return MoodleAnswer(_text(head, text, form), share, _text(head, why, form))


def _choice(head: Head, answers: str, form: TextFormat) -> MoodleChoice:
    first, *entries = answers.replace("=", "~=").split("~")
    read = [_answer(head, first, 0.0, form)] if _unmarked(head, first, "a wrong answer") else []
    for entry in entries:
        if not entry.strip():
            continue  # "~=right" has an empty one before it
        bare = entry.lstrip()
        read.append(_answer(head, bare.removeprefix("="), float(bare.startswith("=")), form))
    return MoodleChoice(tuple(read), single="=" in answers)


def _unmarked(head: Head, text: str, taken_for: str) -> bool:
    """Whether there is a text before the first mark, which is then reported."""
    if text.strip():
        head.change(f'the text "{_display(text).strip()}" before the first = or ~', f"it is taken for {taken_for}")
    return bool(text.strip())


def _words(head: Head, answers: str, form: TextFormat) -> Typed:
    first, *entries = answers.split("=")
    if first.strip() and entries:
        _unmarked(head, first, "a right answer")
    texts = [text for text in (first, *entries) if text.strip()]
    if not texts:
        raise LeftOut(Code.IMPORT_SYNTAX, "its braces hold no answer", "Write the answer after the =.")
    return Typed(tuple(_answer(head, text, 1.0, form) for text in texts))


def _truth(head: Head, answers: str, form: TextFormat) -> Truth | None:
    match = _TRUTH.fullmatch(answers)
    if not match:
        return None
    is_true = match[1].upper().startswith("T")
    wrong, _, right = (match[2] or "").partition("#")  # Moodle writes what is said to the wrong answer first
    remark = _text(head, wrong, form), _text(head, right, form)
    return Truth(is_true, *(remark[::-1] if is_true else remark))


def _numbers(head: Head, answers: str, form: TextFormat) -> Numbers:
    right, mark, rest = answers.partition("~")
    numbers = [_number(head, entry, form) for entry in right.split("=") if entry.strip()]
    if mark:
        text, _, why = rest.partition("#")
        numbers.append(MoodleNumber(None, Decimal(0), 0.0, _text(head, why, form)))
        if text.strip():
            head.change(f'"{_display(text).strip()}" after the ~', "the ~ stands for all other numbers")
    return Numbers(tuple(numbers))


def _number(head: Head, entry: str, form: TextFormat) -> MoodleNumber:
    answer = _answer(head, entry, 1.0, form)
    text = answer.text.plain
    if text == "*":
        return MoodleNumber(None, Decimal(0), answer.share, answer.why)
    mark = _RANGE.search(text)
    value, off = number_of(text[: mark.start()] if mark else text), number_of(text[mark.end() :] if mark else "0")
    if value is None or off is None:
        hint = "Write figures only: {#5}, {#5:0.5} or {#4.5..5.5}. A unit belongs in the question."
        raise LeftOut(Code.IMPORT_ANSWER, f'"{text}" isn\'t a number', hint)
    if mark and mark[0] == "..":
        value, off = (value + off) / 2, (off - value) / 2
    return MoodleNumber(value, abs(off), answer.share, answer.why)


def _pairs(head: Head, answers: str, form: TextFormat) -> Pairs:
    first, *entries = answers.split("=")
    _unmarked(head, first, "nothing")
    rows = [entry.partition("->") for entry in entries]
    bare = next((left for left, arrow, _ in rows if not arrow), None)
    if bare is not None:
        why = f'"{_display(bare).strip()}" has no arrow to what it belongs to'
        raise LeftOut(Code.IMPORT_SYNTAX, why, f"Write each pair as =left -> right. {_TO_ESCAPE}")
    return Pairs(tuple((_text(head, left, form), _text(head, right, TextFormat.PLAIN)) for left, _, right in rows))


def _steps(head: Head, answers: str, form: TextFormat) -> Steps:
    match = _ORDER.fullmatch(answers)
    if not match:
        hint = "Moodle writes it as {>3 ALL VERTICAL ALL_OR_NOTHING SHOW none, with a step on each line below."
        raise LeftOut(Code.IMPORT_SYNTAX, "its steps can't be read", hint)
    lines = [line for line in match["steps"].split("\n") if line.strip()]
    grading = match["grading"] or ""
    while lines and len(lines[0].strip()) > 1 and (setting := _SETTING.fullmatch(lines[0])):
        grading = grading or setting["grading"] or ""
        what = f'the line "{lines.pop(0).strip()}" above the steps'
        head.change(what, "it is taken for a setting, and not for a step")
    steps = tuple(_text(head, line, form) for line in lines)
    if match["select"] not in ("ALL", "EXACT") and int(match["count"]) < len(steps):
        head.change(f"{match['count']} of its {len(steps)} steps are asked at a time", "all of them are asked")
    return Steps(steps, exact=head.exact(grading))
