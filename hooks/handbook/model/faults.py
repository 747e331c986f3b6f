"""The faults that pydantic finds, in words for a person who is not a programmer."""

from __future__ import annotations

import re
from typing import Any

from pydantic_core import ErrorDetails


def of_kind(name: str, given: str, detail: ErrorDetails, context: dict[str, Any]) -> tuple[str, str]:
    """What is wrong with a value, and what would be right: by the kind of its fault. `given` is what was typed."""
    kind = detail["type"]
    if ("model" in kind or "dict" in kind) and (typed := _QUOTED_KEY.match(given)):
        return f'"{given[:40]}" has quotes around its key', f'Write "{typed[1]}: {typed[2]}".'
    message, hint = next((texts for part, texts in _KINDS.items() if part in kind), (detail["msg"], ""))
    if hint is LIST_HINT and (inner := _ENTRIES.fullmatch(given)):
        return f"{name}: {message}", f'Put its entries between square brackets: "{name}: [{inner[1]}]".'
    if kind.startswith("int") and (number := re.match(r"\d+", given)):
        return f"{name}: {message}", f'Write "{name}: {number[0]}".'
    return f"{name}: {message}", hint.format(name=name, **context)


_QUOTED_KEY = re.compile(r"[“”„‘’](\w+)[“”‘’]\s*:\s*(.{0,40})")

LIST_HINT = 'Begin each entry on a line of its own with a dash and a space; single words also so: "{name}: [one, two]".'

_ENTRIES = re.compile(r"[\[({]?\s*([\w/#.-]+(?:[ ,]+[\w/#.-]+)*)\s*[\])}]?")
"""Words on one line that are meant as a list; a sentence has other marks."""

_KINDS = {
    "date": ("a date should stand here", 'Write year, month and day: "{name}: 2026-11-22".'),
    "string_too_short": ("is too short", "Use three letters or more."),
    "string_too_long": ("is too long", "Shorten it to {max_length} characters."),
    "too_short": ("too few entries", "At least {min_length} are needed."),
    "too_long": ("too many entries", "At most {max_length} are possible."),
    "string": (
        "a text should stand here",
        'Write it on one line: "{name}: Your text". Quote it if it is in [brackets].',
    ),
    "list": ("a list should stand here", LIST_HINT),
    "tuple": ("a list should stand here", LIST_HINT),
    "bool": ("true or false should stand here", 'Write "{name}: true" or "{name}: false".'),
    "int": ("a whole number should stand here", 'Write for example "{name}: 3".'),
    "float": ("a number should stand here", 'Write for example "{name}: 2.5".'),
    "dict": ("lines of the form key: value should stand here", "Indent them below the key."),
    "model": ("lines of the form key: value should stand here", "Indent them below the key."),
    "greater_than": ("the number is too small", "It may be {ge} or more."),
    "less_than": ("the number is too large", "It may be {le} or less."),
}


def missing_hint(name: str) -> str:
    """What to add where a key is missing."""
    told = {
        "why": 'Add a line with the reason, in the column of "text:": "why: Because …".',
        "refs": 'Add a line that says where the handbook answers it: "refs: [telephone-hold]".',
        "alt": 'Say in words what the picture shows: "alt: A desk with two chairs".',
        "id": 'Add a line with a name of its own, such as "id: telephone-hold".',
    }
    return told.get(name, f'Add a line "{name}: …".')
