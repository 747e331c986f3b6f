"""Typed models of what authors write, and their faults reported in words for a person who is not a programmer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from hashlib import sha256
from types import UnionType
from typing import Annotated, Any, NamedTuple, TypeVar, Union, get_args, get_origin

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
    ValidationError,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, ErrorDetails, PydanticCustomError, core_schema

from ..source.codes import Code
from ..source.document import Document, Node, Where
from ..source.markup import TOO_MANY_MARKS, is_readable
from ..source.names import slug
from ..source.problems import FEW, Problems, did_you_mean, nearest
from .docstrings import field_docstrings
from .faults import missing_hint, of_kind


def fault(code: Code, message: str, hint: str = "", at: Where = ()) -> PydanticCustomError:
    """An error to raise from a validator: what is wrong, what would be right, and where below the value validated."""
    context = {"code": code, "message": message, "hint": hint, "at": list(at)}
    return PydanticCustomError("handbook", "{message}", context)


def _on_one_line(value: object) -> object:
    if not isinstance(value, str):
        return value
    is_plain = value.isprintable() and "  " not in value  # most are, and to split them takes longer
    text = value.strip(" ") if is_plain else " ".join(value.split())
    if not is_readable(text):
        raise fault(Code.TEXT_MARKS, TOO_MANY_MARKS, "Shorten it, or split it.")
    return text


class _OneLine:
    """Tells pydantic what a text is: for every field the same, so that it need not work it out for each."""

    core = core_schema.no_info_before_validator_function(_on_one_line, core_schema.str_schema(min_length=1))

    def __get_pydantic_core_schema__(self, _source: object, _handler: GetCoreSchemaHandler) -> CoreSchema:
        return self.core

    def __get_pydantic_json_schema__(self, _core: CoreSchema, _handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": ["string", "number", "boolean"]}  # text is text, also `no` and `8`


_TYPED = _OneLine()

Text = Annotated[str, _TYPED]
"""Markdown on one line."""


def as_list(value: object) -> object:
    """The entries of a text with commas between them; any other value as it is, and a text with a bracket left, too."""
    if not isinstance(value, str) or value.startswith(("[", "(", "{")) or value.endswith("]"):
        return value
    return [entry for part in value.split(",") if (entry := part.strip().strip('"“”'))] or value


def _as_groups(value: object) -> object:
    entries = as_list(value)
    return (
        [entries] if isinstance(entries, list) and entries and all(isinstance(one, str) for one in entries) else value
    )


Slug = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", min_length=3, max_length=64),
    Field(examples=["telephone-hold"]),
]
"""An id: lower-case words joined by dashes."""

Texts = Annotated[list[Text], BeforeValidator(as_list, json_schema_input_type=str | list[Text])]
Groups = Annotated[list[list[Text]], BeforeValidator(_as_groups)]
"""Lists of short names; one alone may be written without the brackets around it."""
Slugs = Annotated[list[Slug], BeforeValidator(as_list, json_schema_input_type=str | list[Slug])]
"""Short names in a list, or in one text with commas between them."""

Key = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,32}$")]
"""The permanent name of one entry within a directive or item."""


class Entity(BaseModel):
    """Base of all models: frozen, and an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, defer_build=True)

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """The schema, in which the docstring of each field explains its key."""
        schema = handler(core)
        properties = handler.resolve_ref_schema(schema).get("properties", {})
        texts: dict[str, str] = {}
        for model in (base for base in reversed(cls.__mro__) if issubclass(base, Entity)):
            texts |= field_docstrings(model)
        for name, text in texts.items():
            if text and name in cls.model_fields:
                properties[cls.model_fields[name].alias or name].setdefault("description", text)
        return schema


class Entry(Entity):
    """An entry of a list that may be written as just its text. `key` is its permanent name where one is given."""

    text: Text
    """The text, on one line."""
    key: Key | None = None
    """A permanent name; needed only where two entries have the same text."""

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: object) -> object:
        return {"text": value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        schema = super().__get_pydantic_json_schema__(core, handler)
        alone = handler.resolve_ref_schema(schema).get("required") == ["text"]
        return {"anyOf": [{"type": "string"}, schema]} if alone else schema

    @property
    def ident(self) -> str:
        """The permanent name: the author's `key`, else a hash of the raw text (rewording makes it another entry)."""
        return self.key or ident_of(self.text)


@lru_cache(maxsize=65536)
def ident_of(text: str) -> str:
    """Eight hex digits that stand for a raw text."""
    return sha256(" ".join(text.split()).encode()).hexdigest()[:8]


def copied_key(key: str, where: Where) -> PydanticCustomError:
    """The fault of an entry that was copied together with its key."""
    hint = "Remove this line from the copy. A new entry doesn't need a key."
    return fault(Code.ENTRY_TWICE, f'another entry of this list has the key "{key}", too', hint, (*where, "key"))


def distinct(entries: Sequence[Entry], field: str) -> None:
    """Raise when two entries of a list have one permanent name."""
    seen: set[str] = set()
    for at, entry in enumerate(entries):
        if entry.ident in seen:
            if entry.key:
                raise copied_key(entry.key, (field, at))
            raise fault(
                Code.ENTRY_TWICE,
                f'"{entry.text[:40]}" appears twice in {field}',
                'Remove one, or give each its own "key".',
                (field, at),
            )
        seen.add(entry.ident)


Model = TypeVar("Model", bound=BaseModel)


def parse(model: type[Model], document: Document, problems: Problems, where: Where = ()) -> Model | None:
    """Make a model of the part of a document at `where`. Gives None, every fault recorded, when it does not fit."""
    node = node_at(document.data, where)
    try:
        return model.model_validate(_present(node))
    except ValidationError as error:
        details = [*_without_echoes(model, error.errors(include_url=False))]
        joined = {place: fault for detail in details if (fault := _joined(node, detail)) for place in fault.places}
        for detail in details:
            if detail["loc"] not in joined:
                _record(model, document, where, detail, problems)
        for fault in dict.fromkeys(joined.values()):
            problems.add(document.path, document.line((*where, *fault.places[1])), *fault.in_words)
        return None


class _Joined(NamedTuple):
    """A key that is missing because it stands in the middle of another key's line: both places, and what to say."""

    places: tuple[Where, Where]
    in_words: tuple[Code, str, str]


def _joined(node: Node, detail: ErrorDetails) -> _Joined | None:
    place = detail["loc"]
    if detail["type"] != "missing" or not place:
        return None
    try:
        around = node_at(node, place[:-1])
    except (KeyError, IndexError, TypeError):
        return None
    name = str(place[-1])
    for key, text in around.items() if isinstance(around, dict) else ():
        match = re.search(rf"(?<=\S) (?P<line>{re.escape(name)}: \S.*)", text) if isinstance(text, str) else None
        if match:
            message = f'"{name}:" is in the middle of a line, so it isn\'t read'
            hint = f'Put it on a line of its own, in the same column as "{key}:": "{match["line"]}".'
            return _Joined((place, (*place[:-1], key)), (Code.KEY_JOINED, message, hint))
    return None


def _without_echoes(model: type[BaseModel], details: list[ErrorDetails]) -> Iterator[ErrorDetails]:
    """The faults without those that only follow from another: a misspelled key makes the right one missing."""
    places = set[Where]()
    for detail in details:
        if detail["type"] == "extra_forbidden":
            around, name = detail["loc"][:-1], str(detail["loc"][-1])
            if near := nearest(name, _keys(_model_at(model, around))):
                places.add((*around, near))
    return (detail for detail in details if detail["type"] != "missing" or detail["loc"] not in places)


def node_at(node: Node, where: Where) -> Node:
    """The part of a document at a path that it has."""
    for step in where:
        node = node[step]  # type: ignore[index]
    return node


def _present(node: Node) -> Node:
    """The node without keys that were left empty: an empty value is one not given."""
    if isinstance(node, dict):
        return {key: value if type(value) is str else _present(value) for key, value in node.items() if value != ""}
    if isinstance(node, list):
        return [value if type(value) is str else _present(value) for value in node]
    return node


def _record(model: type[BaseModel], document: Document, where: Where, detail: ErrorDetails, problems: Problems) -> None:
    context = detail.get("ctx", {})
    location = (*detail["loc"], *context.get("at", ()))
    words = _in_words(model, location, detail, context)
    if detail["type"] == "missing" and _is_typed(document, (*where, *location)):
        name = location[-1]
        words = Code.KEY_MISSING, f'"{name}:" is empty', f'Write it behind the colon: "{name}: …".'
    problems.add(document.path, document.line((*where, *location)), *words)


def _is_typed(document: Document, place: Where) -> bool:
    """Whether a key that counts as missing is there, with nothing behind it."""
    try:
        around = node_at(document.data, place[:-1])
    except (KeyError, IndexError, TypeError):
        return False
    return isinstance(around, dict) and place[-1] in around


def _in_words(
    model: type[BaseModel], location: Where, detail: ErrorDetails, context: dict[str, Any]
) -> tuple[Code, str, str]:
    name = next((step for step in reversed(location) if isinstance(step, str)), "")  # of an entry, that of its list
    kind, value = detail["type"], str(detail["input"])
    match kind:
        case "handbook":
            return context["code"], context["message"], context["hint"]
        case "missing":
            return Code.KEY_MISSING, f'"{name}" is missing', missing_hint(name)
        case "extra_forbidden":
            keys = _keys(_model_at(model, location[:-1]))
            hint = did_you_mean(name, keys)
            if len(keys) > FEW and not nearest(name, keys):
                hint = f"Remove it, or use one of these: {', '.join(keys)}."
            if "options" in keys and name.lower() in _SOLUTIONS:
                hint = 'Put the line "right: true" below the text of the option that is right.'
            return Code.KEY_UNKNOWN, f'"{name}" is not a valid key here', hint
        case "literal_error" | "enum":
            choices = re.findall(r"'([^']+)'", context["expected"])
            message = f'{name}: "{value}" is not a valid value here'
            return Code.VALUE_UNKNOWN, message, did_you_mean(value, choices)
        case "string_pattern_mismatch":
            quotes = " (it has quotes around it)" if re.match("[“”„‘’]", value) else ""
            hint = _id_hint(value, in_list=isinstance(location[-1], int))
            return Code.ID_FORM, f'{name}: "{value}" is not a valid id{quotes}', hint
        case "string_too_short" if not value.strip():
            return Code.VALUE_SIZE, f"{name}: there is no text here", "Write words there, or remove the line."
        case "list_type" if fields := _fields_of_entry(model, location):
            entries = [part for part in re.split(r",\s*|;\s*|\s+(?:or|and)\s+", value) if part]
            lines = "\n".join(f"  - {fields[0]}: {part}" for part in entries)
            return Code.VALUE_KIND, f"{name}: a list should stand here", f"Write it so:\n{name}:\n{lines}"
        case _:
            return of_kind(name, value, detail, context)


_SOLUTIONS = ("answer", "answers", "right", "correct", "solution", "key")


def _id_hint(value: str, *, in_list: bool) -> str:
    """What would be right for a text that is no id: of several ids in one, each by itself; of a path, its name."""
    if value.endswith(".md"):
        return 'Write the id of a box on that page: it stands behind "id:" in the box.'
    bare = re.sub(r"^.*[/\\]|\.(?:svg|png|jpe?g|md|html|ya?ml)$", "", value)
    parts = [slug(part) for part in re.split(r"[,;\s]+", value) if slug(part)]
    one = slug(bare) or "topic-name"
    if not in_list or len(parts) < 2:
        return f'Use lowercase words joined by dashes: "{one}".'
    if "," in value and ";" not in value:
        each = ", ".join(f'"- {part}"' for part in parts)
        return f"Write each on a line of its own: {each}."
    if ";" in value or all("-" in part for part in parts):
        return f'Put commas between them: "{", ".join(parts)}".'
    return f'Use lowercase words joined by dashes: "{one}". If they are several, write "{", ".join(parts)}".'


def _fields_of_entry(model: type[BaseModel], location: Where) -> list[str]:
    """The keys that an entry of the list at a place must have; none where an entry is a text."""
    entry = _model_at(model, location)
    if entry is None or entry is model:
        return []
    names = [field.alias or name for name, field in entry.model_fields.items() if field.is_required()]
    return [] if names == ["text"] else names


def _model_at(model: type[BaseModel], location: Where) -> type[BaseModel] | None:
    current: type[BaseModel] | None = model
    for step in location:
        if current is None or isinstance(step, int):
            continue
        by_name = {field.alias or name: field.annotation for name, field in current.model_fields.items()}
        if step in by_name:
            current = next(models_in(by_name[step]), None)
    return current


@lru_cache(maxsize=256)
def text_fields(model: type[BaseModel]) -> frozenset[str]:
    """The names of a model's fields that hold Markdown: one text, or a list or group of them."""
    return frozenset(
        name for name, field in model.model_fields.items() if _TYPED in field.metadata or _holds_text(field.annotation)
    )


def _holds_text(annotation: Any) -> bool:
    if get_origin(annotation) is Annotated:
        inner, *metadata = get_args(annotation)
        return _TYPED in metadata or _holds_text(inner)
    return any(_holds_text(inner) for inner in get_args(annotation))


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models that a type is made of."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    elif get_origin(annotation) in (Union, UnionType, tuple, list, dict, Annotated):
        for inner in get_args(annotation):
            yield from models_in(inner)


def _keys(model: type[BaseModel] | None) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items()] if model else []
