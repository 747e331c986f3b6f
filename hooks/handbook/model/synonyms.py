"""Words that mean the same to the search."""

from __future__ import annotations

import re
from typing import Any

from pydantic import GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from ..source.codes import Code
from ..source.document import Node
from .schema import Entity, Text, fault

_BETWEEN = re.compile(r"[,;\[\]]")


class Synonyms(Entity):
    """A line of words and short phrases: a list, or a text with commas between them."""

    words: list[Text]

    @model_validator(mode="before")
    @classmethod
    def _from_line(cls, line: Any) -> dict[str, list[str]]:
        words = _BETWEEN.split(line) if isinstance(line, str) else line
        if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
            hint = _hint(_texts(line)).replace("Write", "Write the whole entry so:", 1)
            raise fault(Code.VALUE_KIND, "this entry is not a list of words", hint)
        return {"words": [word.strip() for word in words if word.strip()]}

    @model_validator(mode="after")
    def _several(self) -> Synonyms:
        if len(self.words) < 2:
            parts = [part.strip() for part in "".join(self.words).split(";") if part.strip()]
            alone = f"{_hint([*self.words, 'another word'])} A word alone needs no line."
            alone = _hint(parts) if parts[1:] else alone
            hint = alone if self.words else "Remove it, or write the words behind the dash."
            raise fault(Code.SYNONYM_ALONE, "this line needs two words or more, with commas between", hint)
        return self

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        text = {"type": ["string", "number"]}
        return {
            "description": "Words and short phrases that mean the same to the search.",
            "anyOf": [{"type": "array", "items": text, "minItems": 2}, {"type": "string", "pattern": "[,;]"}],
        }


def folded(word: str) -> str:
    """What makes two entries the same: case and apostrophes don't tell them apart, nor a hyphen from a space."""
    return " ".join(re.findall(r"[^\W_]+", re.sub(r"['’]", "", word.casefold())))


def _texts(node: Node) -> list[str]:
    """All texts of a line that was written as something else."""
    if isinstance(node, dict):
        return [text for key, value in node.items() for text in (key, *_texts(value))]
    if isinstance(node, list):
        return [text for entry in node for text in _texts(entry)]
    return [word.strip() for word in _BETWEEN.split(node)]


def _hint(words: list[str]) -> str:
    return f'Write "- [{", ".join(word for word in words if word)}]".'
