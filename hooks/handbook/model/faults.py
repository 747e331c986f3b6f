"""The faults that pydantic finds, in words for a person who is not a programmer."""

from __future__ import annotations

import re
from typing import Any

from pydantic_core import ErrorDetails

from ..source.codes import Code
from ..source.lenient import capital_key
from .dates import last_day, meant_day


def of_kind(name: str, value: str, detail: ErrorDetails, context: dict[str, Any]) -> tuple[Code, str, str]:
    """What is wrong with a value, and what would be right: by the kind of its fault. `value` is what was typed."""
    kind = detail["type"]
    if "model" in kind and not value:
        return Code.VALUE_KIND, f"{name}: an entry is empty", "Remove it, or write the words behind the dash."
    if ("model" in kind or "dict" in kind) and (typed := _QUOTED_KEY.match(value)):
        return Code.KEY_QUOTED, f'"{value[:40]}" has quotes around its key', f'Write "{typed[1]}: {typed[2]}".'
    if ("model" in kind or "dict" in kind) and (typed := _CAPITAL_KEY.match(value)):
        return capital_key(typed[1], typed[2])
    unlisted = (Code.VALUE_KIND, detail["msg"], "")
    code, message, hint = next((texts for part, texts in _KINDS.items() if part in kind), unlisted)
    if hint is LIST_HINT and (inner := _ENTRIES.fullmatch(value)):
        entries = inner[1] if "," in inner[1] or not _IDS.fullmatch(inner[1]) else ", ".join(inner[1].split())
        return code, f"{name}: {message}", f'Put its entries between square brackets: "{name}: [{entries}]".'
    if kind.startswith("date") and (day := meant_day(value)):
        return code, f"{name}: {message}", f'Write "{name}: {day}".'
    if kind.startswith("date") and (day := last_day(value)):
        return code, f"{name}: {message}", f'Did you mean "{name}: {day}"?'
    if kind.startswith("int") and (number := re.match(r"\d+", value)):
        return code, f"{name}: {message}", f'Write "{name}: {number[0]}".'
    return code, f"{name}: {message}", hint.format(name=name, **context)


_QUOTED_KEY = re.compile(r"[“”„‘’](\w+)[“”‘’]\s*:\s*(.*)")

_CAPITAL_KEY = re.compile(r"([A-Z]\w*)\s*:\s+(.+?)(?=\s+[A-Z]\w*:\s|$)")
_IDS = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+(?: +[a-z0-9]+(?:-[a-z0-9]+)+)+")
"""Ids that stand beside each other."""

LIST_HINT = (
    "Begin each entry on a line of its own with a dash and a space. "
    'Single words can go in brackets: "{name}: [one, two]".'
)

_ENTRIES = re.compile(r"[\[({]?\s*([\w/#.'’-]+(?:[ ,]+[\w/#.'’-]+)*)\s*[\])}]?")
"""Words on one line that are meant as a list; a sentence has other marks."""

_KINDS = {
    "date_far": (Code.VALUE_SIZE, "the year is too far off", 'Check the year: "{name}: YYYY-MM-DD".'),
    "date_from": (Code.VALUE_KIND, "there is no such day", 'Write year, month and day: "{name}: YYYY-MM-DD".'),
    "date": (Code.VALUE_KIND, "a date should stand here", 'Write year, month and day: "{name}: YYYY-MM-DD".'),
    "string_too_short": (Code.VALUE_SIZE, "is too short", "Use three letters or more."),
    "string_too_long": (Code.VALUE_SIZE, "is too long", "Shorten it to {max_length} characters."),
    "too_short": (Code.LIST_SHORT, "too few entries", "At least {min_length} are needed."),
    "too_long": (Code.LIST_LONG, "too many entries", "At most {max_length} are possible."),
    "string": (
        Code.VALUE_KIND,
        "a text should stand here",
        'Write it on one line: "{name}: Your text". Quote it if it is in [brackets].',
    ),
    "list": (Code.VALUE_KIND, "a list should stand here", LIST_HINT),
    "tuple": (Code.VALUE_KIND, "a list should stand here", LIST_HINT),
    "bool": (Code.VALUE_KIND, "true or false should stand here", 'Write "{name}: true" or "{name}: false".'),
    "int": (Code.VALUE_KIND, "a whole number should stand here", 'Write for example "{name}: 3".'),
    "float": (Code.VALUE_KIND, "a number should stand here", 'Write for example "{name}: 2.5".'),
    "dict": (Code.VALUE_KIND, "lines of the form key: value should stand here", "Indent them below the key."),
    "model": (Code.VALUE_KIND, "lines of the form key: value should stand here", "Indent them below the key."),
    "greater_than": (Code.VALUE_SIZE, "the number is too small", "It may be {ge} or more."),
    "less_than": (Code.VALUE_SIZE, "the number is too large", "It may be {le} or less."),
}


def missing_hint(name: str) -> str:
    """What to add where a key is missing."""
    hints = {
        "why": 'Add a line with the reason, in the column of "text:": "why: …".',
        "refs": 'Add a line that says where the handbook answers it, with the id of a box or a page: "refs: […]".',
        "alt": 'Say in words what the picture shows: "alt: …".',
        "id": 'Add a line with a name of its own, such as "id: telephone-hold".',
    }
    return hints.get(name, f'Add a line "{name}: …".')
