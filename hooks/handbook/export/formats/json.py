"""JSON: everything of every item, for programs of one's own."""

from __future__ import annotations

import json
from collections.abc import Iterator

from ...model.items import Item
from ...model.schema import Entity, Entry
from ...model.shapes import Arrange, Pair, Part
from ..assessment import Assessment, Format, Losses
from ..texts import ItemTexts

VERSION = "handbook-quiz/1"
_MARKDOWN = {"stem", "explain", "hints", "text", "why", "true", "false", "advice"}
_TYPED = {"accept", "near"}
"""Lists whose texts are compared with what a person types: they are no Markdown."""


def write(paper: Assessment, losses: Losses) -> bytes:
    """The quiz as one object, a line an item. Entries have a permanent `key`; `to`, `in` and `equal` name such keys."""
    tree = {
        "format": VERSION,
        "id": paper.id,
        "title": paper.texts.plain(paper.title),
        "edition": str(paper.edition),
        **({"form": paper.code} if paper.code else {}),
    }
    lines = ",\n".join(json.dumps(_item(item, paper.texts), ensure_ascii=False) for item in paper.items)
    return (json.dumps(tree, ensure_ascii=False).removesuffix("}") + f', "items": [\n{lines}\n]}}\n').encode()


FORMAT = Format("JSON", ".json", write)


def _item(item: Item, texts: ItemTexts) -> dict[str, object]:
    tree = _entity(item, texts, _names(item))
    if not item.scored:
        tree.pop("points")
    tree["refs"] = [{"title": source.label, "address": source.address} for source in texts.sources(item)]
    return tree


def _names(item: Item) -> dict[str, str]:
    """The permanent names of what other entries name, by the text or key that they use."""
    shape = item.shape()
    parts: tuple[Part, ...] = ()
    if isinstance(shape, Pair | Arrange):
        parts = shape.targets if isinstance(shape, Pair) else shape.steps
    return {name: part.ident for part in parts for name in (part.text, part.key) if name}


def _entity(entity: Entity, texts: ItemTexts, names: dict[str, str], within: str = "") -> dict[str, object]:
    tree: dict[str, object] = {"key": entity.ident} if isinstance(entity, Entry) else {}
    for name, value in _fields(entity):
        tree[name] = _value(value, name, within, texts, names)
    return tree


def _fields(entity: Entity) -> Iterator[tuple[str, object]]:
    for name, field in type(entity).model_fields.items():
        value = getattr(entity, name)
        if name != "key" and value is not None and value not in ([], {}):
            yield field.alias or name, value


def _value(value: object, name: str, within: str, texts: ItemTexts, names: dict[str, str]) -> object:
    if isinstance(value, Entity):
        return _entity(value, texts, names, within)
    if isinstance(value, list):
        return [_value(entry, name, name, texts, names) for entry in value]
    if isinstance(value, dict):
        return {key: _value(entry, name, name, texts, names) for key, entry in value.items()}
    return _text(value, name, within, texts, names) if isinstance(value, str) else value


def _text(text: str, name: str, within: str, texts: ItemTexts, names: dict[str, str]) -> str:
    if name in ("to", "in", "equal"):
        return names.get(text, text)
    if within in _TYPED and name in ("text", "unit"):
        return texts.literal(text)
    return texts.plain(text) if name in _MARKDOWN else text
