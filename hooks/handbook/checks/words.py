"""Words that nobody meant to leave in a text: reminders to oneself, filler, the same word twice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import partial

from ..book.read import ORGANIZATION, Handbook
from ..source.codes import Code
from ..source.contact import stands_for_nothing
from ..source.document import Document
from ..source.problems import Level, Problem, recall_problems
from .marks import cut
from .texts import documents_of

_UNDONE = re.compile(
    r"\b(?:TODO|FIXME|TBD|TBC|TK|XXX+)\b:?|\b[Ll]orem ipsum\b|"
    r"\[(?:insert|enter|add) [^\[\]]{1,40}\](?!\()|\[(?:Comment|Note to \w+|Draft)\b:?[^\[\]]{0,60}\](?!\()"
)
_TWICE = re.compile(
    r"(?<![\w'’-])(?P<word>the|a|an|and|of|to|for|with|your|our|is|are|was|be|we|they|you|if|when|or|from)[ ](?P=word)"
    r"(?![\w'’-])",
    re.IGNORECASE,
)
"""No sentence has these words twice in a row, as it may have "that that" or "had had"."""

_LED = re.compile(r"(?P<mark>[-*+>•]|#{1,6}) (?P<words>\S.*)")
"""A text that begins with a mark of Markdown: within a line it is shown."""

_UNCLOSED = re.compile(r"\"(?P<words>[^\"“”]*)|“(?P<more>[^“”]*)")
"""A text that begins with a quotation mark, of which there is no other."""


def forgotten_words(handbook: Handbook) -> Iterator[Problem]:
    """A text has no reminder of what is still to be written, and no small word twice in a row. Notices."""
    for page in handbook.guide.written:
        make = partial(_in_lines, page.file, page.markup.prose)
        yield from recall_problems(make, "words", page.markup.body, page.file, str(page.markup.body_line))
    for document in documents_of(handbook):
        yield from recall_problems(partial(_in_document, document), "words", document.text, *document.place)


def _in_document(document: Document) -> Iterator[Problem]:
    texts = [(text, document.line(where)) for where, text in document.texts()]
    if document.path == ORGANIZATION:
        texts = [(text, line) for text, line in texts if not stands_for_nothing(text)]  # reported as no value
    yield from _in_lines(document.path, texts)
    for text, line in texts:
        if led := _LED.fullmatch(text):
            message = f'"{cut(text)}" begins with "{led["mark"]}", which is shown'
            hint = f'Write "{led["words"]}", unless the mark is meant.'
            yield Problem(document.path, line, Code.TEXT_SLIP, message, hint, Level.NOTICE)
        if (match := _UNCLOSED.fullmatch(text)) and not re.search(r"\d\"", text):
            message, words = f'"{cut(text)}" has a quotation mark without its partner', match["words"] or match["more"]
            yield Problem(document.path, line, Code.TEXT_SLIP, message, f'Write "{words}".', Level.NOTICE)


def _in_lines(file: str, lines: Iterable[tuple[str, int]]) -> Iterator[Problem]:
    for text, line in lines:
        if match := _UNDONE.search(text):
            message, hint = f'"{match[0]}" is a note to the writer, but readers see it', "Write what belongs there."
            yield Problem(file, line, Code.TEXT_SLIP, message, hint, Level.NOTICE)
        if match := _TWICE.search(text):
            message = f'"{match[0]}" is the same word twice'
            yield Problem(file, line, Code.TEXT_SLIP, message, f'Write "{match["word"]}".', Level.NOTICE)
