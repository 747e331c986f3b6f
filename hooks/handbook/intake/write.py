"""Writes drafts and parts of them as the bank is written: YAML that people and all YAML readers read the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

import yaml

from ..source.document import Node
from ..source.lenient import quoted
from .draft import Draft

_FIGURE = re.compile(r"true|false|-?\d+(\.\d+)?", re.ASCII)
_SENTENCE = re.compile(r"[A-Za-z]\w*(?: [\w'(),.!?/-]+)+", re.ASCII)
"""Two words or more with no sign among them that YAML might read: most texts are, and asking YAML takes long."""
_FIGURES = {"right", "answer", "number", "tol", "points", "difficulty", "rev", "rating"}
"""Keys whose values are no texts: they stand without quotes."""


def bank_yaml(drafts: Iterable[Draft]) -> str:
    """The drafts as a file of the bank. A key that is still missing has its line, with nothing after it."""
    return "\n".join("\n".join(_entry(draft.data)) + "\n" for draft in drafts)


def _entry(data: dict[str, Node]) -> list[str]:
    lines = [line for key, value in data.items() for line in key_lines(key, value)]
    return [("- " if at == 0 else "  ") + line for at, line in enumerate(lines)]


def key_lines(key: str, value: Node) -> Iterator[str]:
    """The lines of a key with its value."""
    if isinstance(value, str):
        is_bare = key in _FIGURES and _FIGURE.fullmatch(value)
        yield f"{key}: {value if is_bare else scalar(value)}" if value else f"{key}:"
    elif isinstance(value, dict):
        yield f"{key}:"
        yield from (f"  {line}" for name, inner in value.items() for line in key_lines(name, inner))
    elif all(isinstance(entry, str) and _is_word(entry) for entry in value):
        yield f"{key}: [{', '.join(map(str, value))}]"
    else:
        yield f"{key}:"
        yield from (f"  {line}" for entry in value for line in entry_lines(entry))


def entry_lines(entry: Node) -> list[str]:
    """The lines of an entry of a list."""
    if isinstance(entry, dict):
        return _entry(entry)
    if isinstance(entry, str):
        return [f"- {scalar(entry)}" if entry else "-"]
    return [("- - " if at == 0 else "  - ") + scalar(str(inner)) for at, inner in enumerate(entry)]


def scalar(text: str) -> str:
    """A text as the value of a key: in quotes only where YAML needs them."""
    if _reads_as_is(text):
        return text
    in_single = ('"' in text or "\\" in text) and text.isprintable()  # there they stand as they are
    return "'" + text.replace("'", "''") + "'" if in_single else quoted(text)


def _is_word(text: str) -> bool:
    """Whether a text can stand in a list in brackets as it is."""
    return " " not in text and not set(text) & set(",[]{}\"'") and _reads_as_is(text)


@lru_cache(maxsize=4096)
def _reads_as_is(text: str) -> bool:
    """Whether plain YAML reads the text, in the place of a value, as this very text."""
    if _SENTENCE.fullmatch(text):
        return True
    if text != " ".join(text.split()) or text.startswith(("[", "{")):
        return False
    try:
        return bool(yaml.safe_load(f"key: {text}") == {"key": text} and yaml.safe_load(f"- {text}") == [text])
    except (yaml.YAMLError, ValueError):  # such as a date that no calendar has
        return False
