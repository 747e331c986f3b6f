"""Lines that YAML reads in its own way: two keys on one line, where the second is part of the first one's text, and
headings in a box, which are remarks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial

from ..book.read import Handbook
from ..model.schema import node_at
from ..source.codes import Code
from ..source.document import Document
from ..source.problems import Level, Problem, recall_problems
from .texts import documents_of

_PARTNERS = {
    "do": "say|why|note|keep",
    "say": "why|note|instead|keep",
    "text": "why|note|instead|right|to|in|key",
    "says": "who",
    "note": "keep|key|remind",
    "instead": "why",
    "why": "instead|note|keep|right",
    "what": "promise|action|link",
    "who": "says|what",
    "about": "phone|email|address|url",
    "name": "about|phone|email|address|url",
    "means": "also|see",
    "stem": "refs|tags|level|explain|options",
    "label": "type|options",
    "title": "summary|items|steps",
    "summary": "keywords|tags|next|owner",
}
"""Keys that an entry may have beside another."""
_ANYWHERE = frozenset({"say", "why", "instead"})
"""Keys that hardly any sentence has before a colon. Any other has to stand behind the end of a sentence."""
_OF_PAGES = frozenset({"say", "instead", "note", "keep"})
"""Keys that no question has."""
_HEADING = re.compile(r"(?P<indent> *)(?P<mark>#{2,6})[ \t]+(?P<words>(?![\w-]+:(?: |$))[^\W_].*?)[ \t]*#*")
_NEW_ENTRY = re.compile(
    r"[.!?\"”)] +(?P<entry>- (?:do|text|link|page|term|who|what|date|query|role|id|folder|name|part): \S.*)"
)
"""An entry of a list that begins in the line of the one above."""
_MARK = re.compile(r"(?:true|false|yes|no)\b", re.IGNORECASE)


def joined_keys(handbook: Handbook) -> Iterator[Problem]:
    """Every key begins a line. A notice, for a sentence may hold such a word and a colon; a mark is in no sentence."""
    for document in documents_of(handbook):
        yield from recall_problems(partial(_in_document, document), "joined", document.text, *document.place)


def lost_headings(handbook: Handbook) -> Iterator[Problem]:
    """No heading is typed in a box. Where it is indented, it may be meant as a remark: a notice."""
    for page in handbook.guide.written:
        for placed in page.placed if "##" in page.markup.body else ():
            runs_on = not placed.fence.closed or "\n```" in placed.fence.body  # reported as one that is not closed
            lines = [] if runs_on else placed.fence.body.split("\n")
            for number, text in enumerate(lines, placed.fence.line + 1):
                if (heading := _HEADING.fullmatch(text)) and not _is_text(placed.document, heading["words"]):
                    message = f'"{text.strip()}" is inside a box, where it is a remark that nobody sees'
                    hint = f'Move it below the box, or above it. If it is a remark, write "# {heading["words"]}".'
                    level = Level.NOTICE if heading["indent"] else Level.PROBLEM
                    yield Problem(page.file, number, Code.HEADING_LOST, message, hint, level)


def _is_text(document: Document | None, words: str) -> bool:
    """Whether the words of a heading are in a text of several lines, and no remark."""
    return document is not None and any(f"# {words}" in text for _, text in document.texts("#"))


@cache
def _pattern(partners: str) -> re.Pattern[str]:
    """One of these keys behind the end of a word. Compiled only where a document is new: few are."""
    return re.compile(rf"(?P<end>[\w.!?,;\"”’)\]]) +(?P<key>{partners}): +(?P<value>\S.*)")


def _in_document(document: Document) -> Iterator[Problem]:
    for where, text in document.texts(": "):
        if entry := _NEW_ENTRY.search(text):
            message = f'"{entry["entry"][:40]}" is in the middle of a line, so it is shown as part of the text'
            hint = f'Put it on a line of its own: "{entry["entry"]}".'
            yield Problem(document.path, document.line(where), Code.KEY_JOINED, message, hint)
            continue
        partners = _PARTNERS.get(str(where[-1])) if where else None
        match = _pattern(partners).search(text) if partners else None
        short = where[-1:] == ("name",)
        if match is None or (match["key"] not in _ANYWHERE and not short and match["end"] not in '.!?"”)]'):
            continue
        if document.path.startswith("quizbank/") and match["key"] in _OF_PAGES:
            continue
        around = node_at(document.data, where[:-1])
        if isinstance(around, dict) and match["key"] in around and match["key"] in _ANYWHERE:
            message = f'"{match["key"]}:" is in the middle of a line, and this entry has another one'
            hint = f'Take it out of this line, or join it with the line "{match["key"]}:".'
            yield Problem(document.path, document.line(where), Code.KEY_JOINED, message, hint, Level.NOTICE)
        elif isinstance(around, dict) and match["key"] not in around:
            sure = match["key"] in ("right", "keep") and _MARK.match(match["value"])
            line = f"{match['key']}: {match['value']}"
            message = f'"{match["key"]}:" is in the middle of a line, so it is shown as part of the text'
            hint = f'Put it on a line of its own, in the same column as "{where[-1]}:": "{line}".'
            level = Level.PROBLEM if sure else Level.NOTICE
            yield Problem(document.path, document.line(where), Code.KEY_JOINED, message, hint, level)
