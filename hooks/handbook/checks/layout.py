"""Lines of a page that other programs read as lists, tables, notes or headings, and that run together here.

What runs together or is shown as typed is a problem. What might be meant is a notice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from itertools import groupby, pairwise

from ..book.read import Handbook
from ..model.guide import Page
from ..source.codes import Code
from ..source.parser import Parsed
from ..source.problems import Level, Problem, recall_problems
from .marks import Habit, Lines, cut, letters
from .texts import Place

_ABOVE = "Put an empty line above it."


def _entry_hint(match: re.Match[str]) -> str:
    return f'Start each entry with a dash and a space: "- {match["text"].strip()}".'


_LINES = (
    Habit(
        re.compile(r"[ \t]*(?:[•◦▪‣·●○■□►➢][ \t]*|o {2,})(?P<text>\S.*)"),
        "",
        "begins with a bullet of another program, so it is no entry of a list",
        _entry_hint,
    ),
    Habit(
        re.compile(r"[ \t]*[-*+] \[[ xX]\] +(?P<text>.*)"),
        "",
        "is shown with its brackets, because a list has no boxes to tick",
        lambda match: f'Write "- {match["text"].strip()}", or use a box of the kind checklist.',
    ),
    Habit(
        re.compile(r"[ \t]*(?:!!!?|:{3,})[ \t]*(?P<kind>[A-Za-z]*).*|[ \t]*>?[ \t]*\[!(?P<mark>\w+)\].*"),
        "",
        "is shown as typed, because it is no note here",
        lambda match: (
            f'Write "!!! {(match["kind"] or match["mark"] or "note").lower()}", and the text below it, '
            "each line four spaces farther right."
        ),
    ),
    Habit(
        re.compile(r".*\S\\$"),
        "",
        "ends with a backslash, which is shown",
        lambda _: "End the line with two spaces instead, or leave an empty line below it.",
    ),
)
"""What a single line tells, in a page."""

_ENTRY = re.compile(r"(?P<indent>[ \t]*)(?:[-*+]|\d{1,2}\.)[ \t]+\S.*")
_COUNTED = re.compile(r"[ \t]*\(?(?:\d{1,2}|[a-zA-Z])\)[ \t]+\S.*")
_SIGNED = re.compile(r"[ \t]*(?P<sign>[–—→✓✔])[ \t]*\S.*")
_RULE = re.compile(r"[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?[ \t]*)?$")
_ROW = re.compile(r"[ \t]*\|.*\|[ \t]*$")
_NOTE = re.compile(r"(?P<indent>[ \t]*)(?:!!!|\?\?\?\+?)[ \t]+.*")
_UNDERLINE = re.compile(r"(?:=+|-+)[ \t]*$")
_SENTENCE = re.compile(r"(?:[-*+] |\d{1,2}\. )?[A-Za-z“\"]+(?:[,;:]? [\w“”\"'’()&/-]+){2,}.*[\w.!?:”\")]$")
_EXAMPLE = re.compile(r"^(?:- )?[a-z_]+:|[\[\]*#`]")
"""What is shown as an example of how something is written."""


def odd_layout(handbook: Handbook) -> Iterator[Problem]:
    """Lists, tables, notes, headings and paragraphs are read as they look."""
    for page in handbook.guide.written:
        parsed, markup = handbook.parsed[page.path], page.markup
        if not (parsed.heavy or parsed.deep):
            make = partial(_in_page, page, parsed)
            inputs = handbook.parser.inputs(markup.body)
            yield from recall_problems(make, "layout", *inputs, page.file, str(markup.body_line))


def _in_page(page: Page, parsed: Parsed) -> Iterator[Problem]:
    typed_left = {letters(line) for text in parsed.left_over for line in text.split("\n")}
    for lines in _paragraphs(page):
        if any(text.lstrip().startswith("id:") for text, _ in lines):
            continue  # told as a box that has lost its marks
        left = [line for line in lines if letters(line[0]) in typed_left] if typed_left else []
        yield from _in_lines(page.file, lines, left)
        yield from _heading(page.file, lines)
    yield from _unindented_notes(page)
    yield from _shallow(page)
    yield from _code(page, parsed.indented)
    yield from _spreadsheet(page)


def _paragraphs(page: Page) -> Iterator[Lines]:
    """The lines of prose that follow each other without an empty line or a box between."""
    full = [(text, number) for text, number in page.markup.prose if text.strip()]
    for _, group in groupby(enumerate(full), key=lambda pair: pair[1][1] - pair[0]):
        yield [line for _, line in group]


def _in_lines(file: str, lines: Lines, left: Lines) -> Iterator[Problem]:
    """What a paragraph holds that is left as text: the first thing that is wrong, for the rest follows from it."""
    for kind in (_list, _counted, _table, _single) if left else ():
        if problem := kind(file, lines, left):
            yield problem
            return


def _list(file: str, lines: Lines, left: Lines) -> Problem | None:
    entries = [(text, number) for text, number in left if _ENTRY.match(text) and number > lines[0][1]]
    if not entries or re.match(r"[ \t]*[-*+] \[", entries[0][0]):
        return None
    text, number = entries[0]
    above = next(line for line, at in lines if at == number - 1)
    sure = len(entries) > 1 or above.rstrip().endswith(":")
    message = f'"{cut(text)}" is shown as part of the sentence above, and not as a list'
    return _problem(file, number, message, _ABOVE, sure=sure)


def _counted(file: str, lines: Lines, left: Lines) -> Problem | None:
    """Entries that begin with "1)" or a dash of print, which run together in one paragraph."""
    counted = [line for line in left if _COUNTED.match(line[0])]
    signs = [(match["sign"], line) for line in left if (match := _SIGNED.match(line[0]))]
    signed = [line for sign, line in signs if sign == signs[0][0]]
    entries = next((each for each in (counted, signed) if len(each) > 1), [])
    if not entries:
        return None
    text, number = entries[0]
    words = re.sub(r"^[ \t]*(?:\(?\w{1,2}\)|[–—→✓✔])[ \t]*", "", text)
    mark = "1." if entries is counted else "-"
    message = f'"{cut(text)}" and the lines below it run together'
    above = "" if number == lines[0][1] else " And put an empty line above the first."
    return _problem(file, number, message, f'Start each entry so: "{mark} {words.strip()}".{above}')


def _table(file: str, lines: Lines, left: Lines) -> Problem | None:
    rows = [line for line in left if _ROW.match(line[0])]
    if rule := next((line for line in lines if _RULE.match(line[0]) and "|" in line[0]), None):
        first = max(rule[1] - 1, lines[0][1])
        text = next(text for text, number in lines if number == first)
        if first > lines[0][1] and (text, first) in left:
            return _problem(file, first, f'"{cut(text)}" is shown as text, and not as a table', _ABOVE)
    elif len(rows) > 1:
        text, number = rows[0]
        marks = "|" + " --- |" * (text.count("|") - 1)
        return _problem(
            file, number, f'"{cut(text)}" is shown as text, and not as a table', f'Below it, add "{marks}".'
        )
    return None


def _single(file: str, _: Lines, left: Lines) -> Problem | None:
    for habit in _LINES:
        for text, number in left:
            if match := habit.pattern.fullmatch(text.rstrip()):
                return habit.problem(file, number, match)
    return None


def _heading(file: str, lines: Lines) -> Iterator[Problem]:
    """A heading that is one because of the marks below it: it is in no menu of the page, and nobody can link to it."""
    if len(lines) < 2 or not _UNDERLINE.match(lines[1][0]) or _ROW.match(lines[0][0]):
        return
    (text, number), words = lines[0], lines[0][0].strip()
    if lines[1][0].startswith("="):
        message = f'"{cut(words)}" becomes a second title because of the marks below it'
        yield Problem(file, number, Code.PAGE_TITLE, message, f'Write "## {words}", and remove the marks.')
    elif len(words) > 70 or words.endswith((".", "!", "?", ":", ",")) or _ENTRY.match(text):
        message = f'"{cut(words)}" becomes a heading because of the line of dashes right below it'
        yield _problem(file, number, message, "Put an empty line between the two.")
    else:
        message = f'"{cut(words)}" is a heading because of the line of dashes right below it'
        hint = f'If it is meant as one, write "## {words}". If not, put an empty line between the two.'
        yield _problem(file, number, message, hint, sure=False)


def _unindented_notes(page: Page) -> Iterator[Problem]:
    for (text, number), (below, next_number) in pairwise(page.markup.prose):
        note = _NOTE.fullmatch(text.rstrip())
        if note and next_number == number + 1 and below.strip():
            indent = len(note["indent"]) + 4
            if len(below) - len(below.lstrip()) < indent:
                message = f'"{cut(below)}" is outside of the note above it, which stays empty'
                hint = f'Begin every line of the note {indent} spaces from the left: "{" " * indent}{below.strip()}".'
                yield _problem(page.file, next_number, message, hint)


def _shallow(page: Page) -> Iterator[Problem]:
    """Entries and paragraphs that look as if they were inside the entry above: four spaces put them there."""
    full = [(text, number) for text, number in page.markup.prose if text.strip()]
    for (above, before), (text, number) in pairwise(full):
        entry, indent = _ENTRY.match(above), len(text) - len(text.lstrip())
        deeper = indent - len(entry["indent"]) if entry else 0
        if 0 < deeper < 4 and (_ENTRY.match(text) or number > before + 1):
            message = f'"{cut(text)}" is not inside the entry above it'
            right = " " * (indent - deeper + 4) + text.strip()
            hint = f'If it belongs there, begin it four spaces farther right than that one: "{right}".'
            yield _problem(page.file, number, message, hint, sure=False)
            return


def _code(page: Page, indented: tuple[str, ...]) -> Iterator[Problem]:
    """A paragraph that four spaces have made a code box."""
    place = Place(page.markup.body, page.markup.body_line)
    for text in indented:
        lines = [line.strip() for line in text.strip().split("\n")]
        line = place.line(lines[0])
        if all(_SENTENCE.match(each) for each in lines if each) and not any(map(_EXAMPLE.search, lines)):
            message, hint = f'"{cut(lines[0])}" is shown as code because of its spaces', "Begin it in the first column."
            yield _problem(page.file, line, message, hint, sure=False)


def _spreadsheet(page: Page) -> Iterator[Problem]:
    """Rows that were pasted from a spreadsheet: between their cells stand tabs."""
    if "\t" not in page.markup.body:
        return
    prose = {number for _, number in page.markup.prose}
    rows = [
        (line, number, 0 if re.match(r"\s*[oO]\t", line) else len(re.findall(r"\S\t+(?=\S)", line)))
        for number, line in enumerate(page.markup.body.split("\n"), page.markup.body_line)
        if number in prose
    ]
    for (line, number, cells), (_, _, others) in pairwise(rows):
        if cells and cells == others:
            row = " | ".join(cell.strip() for cell in re.split(r"\t+", line.strip()))
            message = f'"{cut(line)}" and the lines below it run together: a table has no tabs between its cells'
            marks = "| --- " * (cells + 1)
            yield _problem(page.file, number, message, f'Write "| {row} |", and below it "{marks}|".')
            return


def _problem(file: str, line: int, message: str, hint: str, *, sure: bool = True) -> Problem:
    return Problem(file, line, Code.MARKDOWN_OTHER, message, hint, Level.PROBLEM if sure else Level.NOTICE)
