"""Boxes that begin or end with other marks than three backticks, or with none: reported, and read as meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from ..model.blocks import BLOCKS
from ..source.codes import Code
from ..source.markup import Fence, Markup
from ..source.problems import Problems

_MARKS = r"(?:['‘’´\"“”]{2,4}|`{1,2})[ \t]*"
_OTHER_MARKS = re.compile(rf"{_MARKS}(?P<kind>{'|'.join(BLOCKS)})[ \t]*$", re.IGNORECASE)
_OTHER_END = re.compile(rf"{_MARKS}$")
_KEY = re.compile(r"(?P<indent> *)(?P<key>[a-z_]+):(?: +(?P<value>\S.*))?$")
_JOINED = re.compile(r"[a-z_]+:(?: |$)")
_OF_EVERY_BOX = ("id", "title")


def is_joined(fence: Fence) -> bool:
    """Whether the first key of a box stands in the line that begins it."""
    return fence.language in BLOCKS and _JOINED.match(fence.rest) is not None


def with_backticks(file: str, text: str, problems: Problems) -> str:
    """The text, in which a box that begins with other marks than three backticks is reported, and read as a box."""
    lines = text.split("\n")
    begun = False
    for at, line in enumerate(lines):
        if match := _OTHER_MARKS.match(line):
            begun, lines[at] = True, f"``` {match['kind'].lower()}"
            message = f'"{line.strip()}" doesn\'t start a box: a box starts with three backticks'
            hint = f'Write "{lines[at]}", and "```" below its last line.'
            problems.add(file, at + 1, Code.BOX_MARKS, message, hint)
        elif begun and (_OTHER_END.match(line) or line.startswith("```")):
            begun, lines[at] = False, line if line.startswith("```") else "```"
    return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class _Bare:
    """What stands in a page like a box, without the marks of one: its first and last line, and what it most likely is.

    `ends`: whether the line below it is the last line of a box, which now begins one.
    """

    first: int
    last: int
    indent: str
    name: str
    kind: str
    ends: bool


def with_lost_marks(file: str, text: str, markup: Markup, problems: Problems) -> str:
    """The text, in which a box that lost its marks is reported, and where there is room for them read as a box."""
    lines = text.split("\n")
    for bare in _bare_boxes(markup):
        problems.add(file, bare.first, Code.BOX_MARKS, *_message(bare))
        if bare.kind and bare.first > 1 and lines[bare.first - 2].strip().lower() in ("", bare.kind):
            lines[bare.first - 2] = f"{bare.indent}``` {bare.kind}"
            if not bare.ends and bare.last < len(lines):
                lines[bare.last] = f"{bare.indent}```"
            elif not bare.ends:
                lines.append(f"{bare.indent}```")
    return "\n".join(lines)


def _message(bare: _Bare) -> tuple[str, str]:
    lost = "first line" if bare.ends else "first and last lines"
    message = f"the box {bare.name} has lost its {lost}, so it is shown as text"
    opening = f'Write "``` {bare.kind}" above this line'
    if not bare.kind:
        opening = 'Write "```" and the kind of the box, such as "``` procedure", above this line'
    return message, f"{opening}." if bare.ends else f'{opening}, and "```" below line {bare.last}.'


def _bare_boxes(markup: Markup) -> Iterator[_Bare]:
    fences = {fence.line: fence.language for fence in markup.fences}
    for paragraph in _paragraphs(markup):
        starts = (at for at, (text, _) in enumerate(paragraph) if _KEY.match(text))
        at = next(starts, None)
        if at is None:
            continue
        body, above = paragraph[at:], paragraph[at - 1][0].strip().lower() if at else ""
        keys = _keys(body)
        if "id" in keys and ("title" in keys or len(keys) > 1):
            first, last = body[0][1], body[-1][1]
            name = f'"{keys["id"]}"'
            indent = " " * (len(body[0][0]) - len(body[0][0].lstrip()))
            kind = above if above in BLOCKS else _kind(keys, body)
            yield _Bare(first, last, indent, name, kind, fences.get(last + 1) == "")


def _paragraphs(markup: Markup) -> Iterator[list[tuple[str, int]]]:
    """The lines of prose that follow each other without a blank line or a box between."""
    full = [(text, number) for text, number in markup.prose if text.strip()]
    for _, group in groupby(enumerate(full), key=lambda pair: pair[1][1] - pair[0]):
        yield [line for _, line in group]


def _keys(body: list[tuple[str, int]]) -> dict[str, str]:
    """The keys in the column of the first one, and their values."""
    matches = [match for text, _ in body if (match := _KEY.match(text))]
    return {m["key"]: m["value"] or "" for m in matches if m["indent"] == matches[0]["indent"]}


def likely_kind(body: str) -> str:
    """The kind of box that has these lines. Empty where that is not plain."""
    lines = [(line, 0) for line in body.split("\n")]
    return _kind(_keys(lines), lines)


def _kind(keys: dict[str, str], body: list[tuple[str, int]]) -> str:
    """The one kind of box that has these keys; of more, the one that its entries fit. Empty where that is not plain."""
    if keys.keys() <= set(_OF_EVERY_BOX):
        return ""
    kinds = [kind for kind, block in BLOCKS.items() if keys.keys() <= _fields(kind) >= _required(kind) <= keys.keys()]
    if {"checklist", "cards", "quiz"} & set(kinds):
        linked = any(text.lstrip(" -").startswith("link:") for text, _ in body)
        return "cards" if linked else "quiz" if re.match(r"\[[a-z0-9, -]+\]", keys.get("items", "")) else "checklist"
    return kinds[0] if len(kinds) == 1 else ""


def _fields(kind: str) -> set[str]:
    return {field.alias or name for name, field in BLOCKS[kind].model_fields.items()}


def _required(kind: str) -> set[str]:
    fields = BLOCKS[kind].model_fields.items()
    return {field.alias or name for name, field in fields if field.is_required()}
