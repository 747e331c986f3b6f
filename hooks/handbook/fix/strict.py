"""Quotes what YAML would take for something else than the text that its author typed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Any, get_args

import yaml

from ..model.derivation import Derivation
from ..model.items import ITEMS
from ..model.json_schema import LISTS
from ..model.organization import Contact, MarkedValue, Settings
from ..model.pocket import PocketGuide
from ..model.schema import Entity, models_in
from ..source.document import Node, read_document
from ..source.lenient import BLOCK_MARK, LIST, LIST_ENTRY, QUOTED, indent_of, split_line
from ..source.problems import Problems

_PLAIN = (bool, int, float, date)


def strict(text: str) -> str:
    """The text as YAML that every program reads as it was meant. One that cannot be read stays as it is."""
    document = read_document("", text, Problems())
    if document is None:
        return text
    quoted = "\n".join(_lines(text.split("\n")))
    again = read_document("", quoted, Problems())
    same = again is not None and again.data == document.data and _says(_loaded(quoted), document.data)
    return quoted if same else text


def _loaded(text: str) -> Any:
    try:
        return yaml.safe_load(text)
    except (yaml.YAMLError, ValueError):
        return None


def _says(loaded: Any, node: Node) -> bool:
    """Whether YAML reads what was meant; true, 8 and the like stand for themselves where the key wants them."""
    if isinstance(node, dict):
        if not isinstance(loaded, dict):
            return loaded is None and not node
        by_name = {str(key).lower() if isinstance(key, bool) else str(key): value for key, value in loaded.items()}
        return by_name.keys() == node.keys() and all(_says(by_name[key], node[key]) for key in node)
    if isinstance(node, list):
        return isinstance(loaded, list) and len(loaded) == len(node) and all(map(_says, loaded, node))
    return loaded == node or (loaded is None and not node) or isinstance(loaded, _PLAIN)


def _lines(lines: list[str]) -> Iterator[str]:
    at = 0
    while at < len(lines):
        line = lines[at]
        at += 1
        entry = split_line(line)
        if not line.strip() or line.lstrip().startswith("#") or not entry.value:
            yield line
            continue
        end = at
        block = bool(BLOCK_MARK.match(entry.value))
        while end < len(lines) and _goes_on(lines[end], entry.column, block):
            end += 1
        rest = lines[at:end]
        value = " ".join([entry.value, *(each.strip() for each in rest)])
        key = entry.head.strip().removesuffix(":").rpartition(" ")[2]
        if block or _reads_as_typed(value, key):
            yield line
            yield from rest
        else:
            yield line.rstrip()[: len(line.rstrip()) - len(entry.value)] + _quoted_value(value)
        at = end


def _goes_on(line: str, column: int, block: bool) -> bool:
    if not line.strip():
        return block
    return indent_of(line) > column and (block or not line.lstrip().startswith("#"))


def _reads_as_typed(value: str, key: str) -> bool:
    if QUOTED.fullmatch(value):
        return True
    loaded = _loaded(f"key: {value}")
    read = loaded.get("key") if isinstance(loaded, dict) else None
    if LIST.fullmatch(value):
        entries = [entry[1] for entry in LIST_ENTRY.finditer(value[1:-1]) if entry[1]]
        return isinstance(read, list) and all(isinstance(each, str) for each in read) and len(read) == len(entries)
    return str(read) == value or (isinstance(read, _PLAIN) and key in _plain_keys())


def _quoted_value(value: str) -> str:
    if LIST.fullmatch(value):
        entries = [entry[1] for entry in LIST_ENTRY.finditer(value[1:-1]) if entry[1]]
        return f"[{', '.join(each if _reads_as_typed(each, '') else _quoted(each) for each in entries)}]"
    return _quoted(value)


def _quoted(text: str) -> str:
    """In double quotes; in single ones where there are double ones in it."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


@lru_cache(maxsize=1)
def _plain_keys() -> frozenset[str]:
    """The keys whose values are numbers, dates, true or false."""
    models: list[type[Entity]] = [
        *ITEMS.values(),
        *(Derivation, PocketGuide, Contact, MarkedValue, Settings),
        *LISTS.values(),
    ]
    names: set[str] = set()
    seen: set[type[Entity]] = set()
    while models:
        model = models.pop()
        if model not in seen:
            seen.add(model)
            for name, field in model.model_fields.items():
                if any(kind in (field.annotation, *get_args(field.annotation)) for kind in _PLAIN):
                    names.add(field.alias or name)
                models += [inner for inner in models_in(field.annotation) if issubclass(inner, Entity)]
    return frozenset(names)
