"""Reads the JSON that `export.formats.json` writes: the one format that holds every question whole."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import partial

from ..export.formats.json import VERSION
from ..model.answers import figures
from ..model.items import ITEMS
from ..model.schema import ident_of
from ..source.codes import Code
from ..source.document import Node
from ..source.problems import did_you_mean
from .draft import Candidate, Data, Intake
from .losses import LeftOut, SourcePlace
from .passage import one_line_markdown

_MARKDOWN = frozenset({"stem", "explain", "hints", "text", "why", "true", "false", "advice"})
_TYPED = frozenset({"accept", "near"})
"""Lists whose texts are compared with what a person types: they are no Markdown."""
_NAMES = frozenset({"to", "in", "equal"})
"""Keys whose values name other entries."""
_DEFAULTS: dict[str, object] = {"points": 1, "rev": 1, "status": "active", "tol": 0, "right": False}
_DEFAULT_SCORES = ("per-option", "adjacent")
_KEY = re.compile(r"[A-Za-z0-9_-]{1,32}", re.ASCII)
_DEEPEST = 12


def is_quiz(text: str) -> bool:
    """Whether a text says that it is a quiz of ours."""
    return text.lstrip().startswith("{") and f'"{VERSION}"' in text[:2_000]


def read_json(text: str, intake: Intake) -> Iterator[Candidate]:
    """The questions of a quiz that was exported as JSON."""
    try:
        tree = json.loads(text, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else 1
        intake.problem(line, Code.IMPORT_UNREADABLE, "isn't whole JSON", "Export it again, and import it as it is.")
        return
    items = tree.get("items") if isinstance(tree, dict) else None
    listing = items if isinstance(items, list) else []
    for item, line in zip(listing, _lines(listing, text), strict=True):
        yield Candidate(SourcePlace(intake.path, line), partial(_data, item, intake))


def _refuse_constant(name: str) -> None:
    raise ValueError(name)


def _lines(items: list[object], text: str) -> Iterator[int]:
    """The line on which each question names itself; that of the last known one where it can't be found."""
    at, line, is_readable = 0, 1, True
    for item in items:
        name = item.get("id") if isinstance(item, dict) else None
        if is_readable and isinstance(name, str):
            match = re.compile(rf'"id"\s*:\s*{re.escape(json.dumps(name, ensure_ascii=False))}').search(text, at)
            is_readable = match is not None  # a file that spells names otherwise is not searched again and again
            line += text.count("\n", at, match.end()) if match else 0
            at = match.end() if match else at
        yield line


def _data(item: object, intake: Intake) -> Data:
    kind = str(item.get("type", "")) if isinstance(item, dict) else ""
    if not isinstance(item, dict) or kind not in ITEMS:
        what = f'"{kind}" is not a type of question' if kind else "it has no type"
        raise LeftOut(Code.TYPE_UNKNOWN, what, did_you_mean(kind, ITEMS))
    refs = item.get("refs")
    addresses = [ref.get("address") for ref in refs if isinstance(ref, dict)] if isinstance(refs, list) else []
    texts = dict(_dropped(item, 0))
    data = _mapping({key: value for key, value in item.items() if key != "refs"}, "", texts, 0)
    return {**data, "refs": [intake.ref(str(address)) for address in addresses if address]}


def _dropped(node: object, depth: int) -> Iterator[tuple[str, str]]:
    """The keys that are made of the texts of their entries, with these: the bank works them out again."""
    if depth > _DEEPEST:
        raise LeftOut(Code.IMPORT_LARGE, "its parts are nested too deep", "Export it again.")
    if isinstance(node, dict):
        text = one_line_markdown(str(node.get("text", "")))
        if node.get("key") == ident_of(text):
            yield str(node["key"]), text
    if isinstance(node, dict | list):
        for inner in node.values() if isinstance(node, dict) else node:
            yield from _dropped(inner, depth + 1)


def _mapping(tree: Mapping[str, object], within: str, texts: Mapping[str, str], depth: int) -> Data:
    data: Data = {}
    for name, value in tree.items():
        if not _KEY.fullmatch(name):
            raise LeftOut(Code.KEY_UNKNOWN, f'"{name[:40]}" is not a valid key', "Export the quiz again.")
        is_default = _DEFAULTS.get(name) == value or (name == "score" and value in _DEFAULT_SCORES)
        if value is not None and not is_default and not (name == "key" and value in texts):
            data[str(name)] = _node(value, str(name), within, texts, depth + 1)
    return data


def _node(value: object, name: str, within: str, texts: Mapping[str, str], depth: int) -> Node:
    if isinstance(value, dict):
        return _mapping(value, name if within in ("", "advice") else within, texts, depth)
    if isinstance(value, list):
        return [_node(entry, name, name, texts, depth) for entry in value]
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return figures(value)
    text = str(value)
    if name in _NAMES:
        return texts.get(text, text)
    is_markdown = (name in _MARKDOWN or within == "advice") and not (within in _TYPED and name == "text")
    return one_line_markdown(text) if is_markdown else text
