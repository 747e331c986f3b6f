"""Lines of a page that other programs read as lists, tables, notes or headings, and that run together here.

What runs together or is shown as typed is a problem. What might be meant is a notice.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from functools import partial
from itertools import groupby, pairwise

from ..book.read import Handbook
from ..model.guide import Page
from ..source.codes import Code
from ..source.conflicts import LEFT_HINT
from ..source.parser import Parsed
from ..source.problems import Level, Problem, nearest, recall_problems
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
        re.compile(r"[ \t]*(?:!!!?|:{3,}|!(?= ))[ \t]*(?P<kind>[A-Za-z]*).*|[ \t]*>?[ \t]*\[!(?P<mark>\w+)\].*"),
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
_COUNTED = re.compile(
    r"[ \t]*(?:\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{2,4})\)[ \t]+|(?:[a-zA-Z]|[ivx]{2,4})\.[ \t]+|\d{1,2}\.(?=[^\W\d]))\S.*"
)
_FIRST = re.compile(r"[ \t]*(?:\(?\w{1,4}\)|[1aAiI]\.)")
"""What a list begins with: one that begins with "B." may be a name."""
_SIGNED = re.compile(r"[ \t]*(?P<sign>[-*+](?=[^\W\d])|[^\x00-\x7f\w\s“”‘’«¿¡…•◦▪‣·●○■□►➢])\ufe0f?[ \t]*[^\s].*")
_MARK = re.compile(r"[ \t]*(?:\(?\w{1,4}[.)]|[^\w\s])\ufe0f?[ \t]*")
"""What an entry begins with that is no mark of a list here."""
_STEP = re.compile(
    r"[ \t]*(?P<before>\W?|[^\W\d]{1,8}\.? )(?P<number>\d{1,2}|[①-⑨])"
    r"(?P<after> [–—-] |(?<= \d) (?=[A-Z])|[:）]|\.{2,}| \)|(?<=[①-⑨]))[ \t]*"
)
"""What counts in a way that is no list here: "1 - ", "Step 1:", "①"."""
_RULE = re.compile(r"[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?[ \t]*)?$")
_GAPS = re.compile(r"[ \t]*(?:[-=]{3,}(?:[ \t]{2,}|[ \t]*$)){2,}")
"""The line below the headings of a table that has only spaces between its cells."""
_ROW = re.compile(r"[ \t]*\|.*\|[ \t]*$")
_NOTE = re.compile(
    r"(?P<indent>[ \t]*)(?:(?:!!!|\?\?\?\+?)[ \t]*(?P<kind>[\w-]+)[ \t]*(?P<title>\".*\")?|===[ \t]*\".*\").*"
)
_KINDS = frozenset(
    (
        "note",
        "abstract",
        "info",
        "tip",
        "success",
        "question",
        "warning",
        "failure",
        "danger",
        "bug",
        "example",
        "quote",
    )
)
"""Kinds of notes that the theme has colors for. Source: Material for MkDocs, Reference, Admonitions."""
_DIAGRAMS = frozenset(
    ("mermaid", "plantuml", "puml", "graphviz", "dot", "flow", "sequence", "d2", "chart", "math", "katex")
)
"""Languages of boxes that other programs draw. Source: the documentation of GitHub, GitLab and Typora."""
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
            continue  # reported as a box that has lost its marks
        left = [line for line in lines if letters(line[0]) in typed_left] if typed_left else []
        yield from _in_lines(page.file, lines, left)
        yield from _heading(page.file, lines)
        yield from _numbered(page.file, lines)
        if re.fullmatch(r"={7}", lines[0][0].rstrip()):
            message = '"=======" is left of two versions that git couldn\'t merge'
            yield Problem(page.file, lines[0][1], Code.FILE_CONFLICT, message, LEFT_HINT)
    yield from _torn_tables(page, typed_left)
    yield from _bare_table(page)
    yield from _diagrams(page)
    yield from _unindented_notes(page)
    yield from _wide_rows(page)
    yield from _shallow(page)
    yield from _mixed(page)
    yield from _contents(page)
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
    entries = [(text, number) for text, number in left if _ENTRY.match(text.lstrip("> ")) and number > lines[0][1]]
    if not entries or re.match(r"[ \t]*[-*+] \[", entries[0][0]):
        return None
    text, number = entries[0]
    above = next(line for line, at in lines if at == number - 1)
    sure = len(entries) > 1 or above.rstrip().endswith(":")
    message = f'"{cut(text)}" is shown as part of the sentence above, and not as a list'
    hint = 'Put a line with only ">" above it.' if text.lstrip().startswith(">") else _ABOVE
    return _problem(file, number, message, hint, sure=sure)


def _counted(file: str, lines: Lines, left: Lines) -> Problem | None:
    """Entries that begin with "1)", a dash of print or a symbol, which run together in one paragraph."""
    counted = [line for line in left if _COUNTED.match(line[0])]
    counted = counted if counted and _FIRST.match(counted[0][0]) else []
    signs = [(match["sign"], line) for line in left if (match := _SIGNED.match(line[0]))]
    signed = [line for sign, line in signs if sign == signs[0][0]]
    entries = next((each for each in (counted, signed) if len(each) > 1), [])
    if not entries:
        return None
    text, number = entries[0]
    words = _MARK.sub("", text)
    mark = "1." if entries is counted else "-"
    message = f'"{cut(text)}" and the lines below it run together'
    above = "" if number == lines[0][1] else " And put an empty line above the first."
    return _problem(file, number, message, f'Start each entry so: "{mark} {words.strip()}".{above}')


def _numbered(file: str, lines: Lines) -> Iterator[Problem]:
    """Lines that count up in a way of their own, such as "Step 1:", and run together in one paragraph."""
    for (above, number), (below, _) in pairwise(lines):
        first, second = _STEP.match(above), _STEP.match(below)
        if not (first and second) or above.endswith(("  ", "\\")) or _ROW.match(above):
            continue
        shapes = {(match["before"].casefold(), match["after"]) for match in (first, second)}
        if len(shapes) == 1 and _digit(second["number"]) == _digit(first["number"]) + 1:
            message = f'"{cut(above)}" and the lines below it run together'
            words = above[first.end() :].strip()
            yield _problem(file, number, message, f'Start each entry so: "{_digit(first["number"])}. {words}".')
            return


def _digit(number: str) -> int:
    return int(unicodedata.digit(number) if len(number) == 1 else number)


def _table(file: str, lines: Lines, left: Lines) -> Problem | None:
    rows = [line for line in left if _ROW.match(line[0])]
    if rule := next((line for line in lines if _RULE.match(line[0]) and "|" in line[0]), None):
        first = max(rule[1] - 1, lines[0][1])
        text = next(text for text, number in lines if number == first)
        message = f'"{cut(text)}" is shown as text, and not as a table'
        if first > lines[0][1] and (text, first) in left:
            return _problem(file, first, message, _ABOVE)
        if (text, first) in left and _cells(rule[0]) != _cells(text):
            hint = f'Write "{_rule(_cells(text))}", with as many parts as that line.'
            return _problem(
                file,
                rule[1],
                f'"{rule[0].strip()}" doesn\'t fit the line above it, so the table is shown as text',
                hint,
            )
    elif any(_GAPS.fullmatch(text) for text, _ in lines[1:]):
        text, number = lines[0]
        row = " | ".join(re.split(r" {2,}", text.strip()))
        hint = f'Write "| {row} |", and below it "{_rule(_cells(row))}". Write the other rows likewise.'
        return _problem(file, number, f'"{cut(text)}" is shown as text, and not as a table', hint)
    elif len(rows) > 1:
        text, number = rows[0]
        message = f'"{cut(text)}" is shown as text, and not as a table'
        return _problem(file, number, message, f'Below it, add "{_rule(_cells(text))}".')
    return None


def _bare_table(page: Page) -> Iterator[Problem]:
    """Lines with bars between their words and none around them: likely a table, without the line of dashes."""
    for lines in _paragraphs(page):
        if any(_RULE.match(text) for text, _ in lines):
            continue  # it is one
        counts = {len(re.findall(r" \| ", text)) for text, _ in lines}
        if len(lines) > 1 and len(counts) == 1 and counts != {0} and not any(_ROW.match(text) for text, _ in lines):
            text, number = lines[0]
            rule = " | ".join(["---"] * (counts.pop() + 1))
            message = f'"{cut(text)}" and the lines below it run together and don\'t make a table'
            yield _problem(page.file, number, message, f'If it is one, add below it "{rule}".', sure=False)


def _torn_tables(page: Page, typed_left: Collection[str]) -> Iterator[Problem]:
    """Rows of a table that an empty line has cut off from it."""
    for above, below in pairwise(_paragraphs(page)):
        text, number = below[0]
        is_own = any(_RULE.match(line) for line, _ in below[1:2])
        in_table = any(_RULE.match(line) and _cells(line) == _cells(above[0][0]) > 1 for line, _ in above[1:2])
        if in_table and not is_own and number == above[-1][1] + 2 and _ROW.match(text) and letters(text) in typed_left:
            message = f'"{cut(text)}" is shown as text, because an empty line ends the table above it'
            yield _problem(page.file, number, message, "Remove the empty line above it.")


def _cells(row: str) -> int:
    """How many cells a row of a table has."""
    return len(re.findall(r"(?<!\\)\|", row.strip().strip("|"))) + 1


def _rule(columns: int) -> str:
    """The line below the headings of a table."""
    return "|" + " --- |" * columns


def _wide_rows(page: Page) -> Iterator[Problem]:
    """Rows with more cells than their table has headings: what is in them is not shown."""
    for lines in _paragraphs(page):
        rule = next((at for at, (text, _) in enumerate(lines[:2]) if at and _RULE.match(text)), None)
        if rule is None or _cells(lines[rule][0]) != _cells(lines[0][0]):
            continue
        columns = _cells(lines[0][0])
        for text, number in lines[rule + 1 :]:
            if _cells(text) > columns and "`" not in text:
                message = (
                    f'"{cut(text)}" has {_cells(text)} cells, and the table has {columns} columns, so the rest is lost'
                )
                hint = 'Add a heading for it, or remove it. To show the sign itself, write "\\|".'
                yield Problem(page.file, number, Code.MARKDOWN_OTHER, message, hint)


def _single(file: str, _: Lines, left: Lines) -> Problem | None:
    for habit in _LINES:
        for text, number in left:
            if match := habit.pattern.fullmatch(text.rstrip()):
                return habit.problem(file, number, match)
    return None


def _heading(file: str, lines: Lines) -> Iterator[Problem]:
    """A heading that is one because of the marks below it: it is in no menu of the page, and nobody can link to it."""
    lines = lines[1:] if re.fullmatch(r"-{3,}[ \t]*", lines[0][0]) else lines  # a rule, and no words
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


def _diagrams(page: Page) -> Iterator[Problem]:
    """Boxes that other programs draw as a picture."""
    for fence in page.markup.fences:
        if fence.language.lower() in _DIAGRAMS:
            message = f'"{fence.language}" draws nothing here, so the box shows its code'
            hint = "Save the drawing as a picture in docs/assets, and show it with a figure box."
            yield _problem(page.file, fence.line, message, hint)


def _unindented_notes(page: Page) -> Iterator[Problem]:
    """Notes whose text is outside of them, and notes of no kind. One with a title of its own may have no more."""
    full = [(text, number) for text, number in page.markup.prose if text.strip()]
    for (text, number), (below, next_number) in pairwise(full):
        note = _NOTE.fullmatch(text.rstrip())
        indent = len(note["indent"]) + 4 if note else 0
        if not note or (next_number > number + 1 and note["title"]):
            continue
        if len(below) - len(below.lstrip()) < indent:
            message = f'"{cut(below)}" is outside of the note above it, which stays empty'
            hint = f'Begin every line of the note {indent} spaces from the left: "{" " * indent}{below.strip()}".'
            yield _problem(page.file, next_number, message, hint, sure=next_number == number + 1)
        elif near := _near_kind(note["kind"]):
            message = f'"{note["kind"]}" is no kind of note, so it is shown as the title'
            yield _problem(page.file, number, message, f'Did you mean "{near}"?', sure=False)


def _near_kind(kind: str | None) -> str | None:
    return nearest(kind, _KINDS) if kind and kind not in _KINDS else None


def _mixed(page: Page) -> Iterator[Problem]:
    """A dash right below an entry with a number: Markdown counts it as the next one."""
    for (above, before), (text, number) in pairwise(page.markup.prose):
        entries = re.match(r"([ \t]*)(\d{1,2})\. \S", above), re.match(r"([ \t]*)[-*+] (\S.*)", text)
        if entries[0] and entries[1] and entries[0][1] == entries[1][1] and number == before + 1:
            right = f"{entries[0][1]}{int(entries[0][2]) + 1}. {entries[1][2]}"
            message = f'"{cut(text)}" is shown as number {int(entries[0][2]) + 1} of the list above it'
            hint = f'Write "{right}". If it belongs inside the entry above, write "    {text.strip()}".'
            yield _problem(page.file, number, message, hint, sure=False)


def _contents(page: Page) -> Iterator[Problem]:
    """A mark in whose place other programs list the headings. The site lists them beside every page."""
    for text, number in page.markup.prose:
        if re.fullmatch(r"[ \t]*\[TOC\][ \t]*", text, re.IGNORECASE):
            message = f'"{text.strip()}" is the mark of a list of headings, and every page has one beside its text'
            yield _problem(page.file, number, message, "Delete it.", sure=False)


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
        is_text = all(_SENTENCE.match(each) for each in lines if each) and not any(map(_EXAMPLE.search, lines))
        if is_text or (len(lines) == 1 and re.match(r"#{2,6} \w", lines[0])):
            message, hint = f'"{cut(lines[0])}" is shown as code because of its spaces', "Begin it in the first column."
            yield _problem(page.file, line, message, hint, sure=False)


def _spreadsheet(page: Page) -> Iterator[Problem]:
    """Rows that were pasted from a spreadsheet: between their cells stand tabs."""
    if "\t" not in page.markup.body:
        return
    prose = {number for _, number in page.markup.prose}
    rows = [
        (
            line,
            number,
            0 if re.match(r"\s*(?:[oO]|[^\w\s|]|\(?\w{1,2}[.)])\t", line) else len(re.findall(r"\S\t+(?=\S)", line)),
        )
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
