"""Two keys that were typed on one line: the second is then part of the first one's text, and shown with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

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
_PATTERNS = {
    key: re.compile(rf"(?P<end>[\w.!?,;\"”’)\]]) +(?P<key>{names}): +(?P<value>\S.*)")
    for key, names in _PARTNERS.items()
}
_MARK = re.compile(r"(?:true|false|yes|no)\b", re.IGNORECASE)


def joined_keys(handbook: Handbook) -> Iterator[Problem]:
    """Every key begins a line. A notice, for a sentence may hold such a word and a colon; a mark is in no sentence."""
    for document in documents_of(handbook):
        yield from recall_problems(partial(_in_document, document), "joined", document.text, *document.place)


def _in_document(document: Document) -> Iterator[Problem]:
    for where, text in document.texts(": "):
        pattern = _PATTERNS.get(str(where[-1])) if where else None
        match = pattern.search(text) if pattern else None
        short = where[-1:] == ("name",)
        if match is None or (match["key"] not in _ANYWHERE and not short and match["end"] not in '.!?"”)]'):
            continue
        around = node_at(document.data, where[:-1])
        if isinstance(around, dict) and match["key"] not in around:
            sure = match["key"] in ("right", "keep") and _MARK.match(match["value"])
            line = f"{match['key']}: {match['value']}"
            message = f'"{match["key"]}:" is in the middle of a line, so it is shown as part of the text'
            hint = f'Put it on a line of its own, in the same column as "{where[-1]}:": "{line}".'
            level = Level.PROBLEM if sure else Level.NOTICE
            yield Problem(document.path, document.line(where), Code.KEY_JOINED, message, hint, level)
