"""Checks of the placeholders that the organization profile fills."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ..book.read import ORGANIZATION, Handbook
from ..source.problems import Level, Problem, did_you_mean
from ..source.profile import PLACEHOLDER, Value, keys_in
from .texts import handbook_texts

_ONE_BRACE = re.compile(r"(?<!\{)\{\s*(\w+\.\w+)\s*\}(?!\})")
_HALF_CLOSED = re.compile(r"\{\{\s*(\w+\.\w+)(?:\s*\}(?!\})|(?=\s*(?:[^\s}\w.]|$))|(?=\s+\w))")


def wrong_placeholders(handbook: Handbook) -> Iterator[Problem]:
    """Every placeholder names a value of the profile. Values still empty are listed."""
    values = handbook.profile.values
    document = handbook.document(ORGANIZATION)
    if not values and (document is None or not document.data) and any(_needs_value(handbook)):
        if document is None and (handbook.root / ORGANIZATION).exists():
            return  # it could not be read: that problem is told where it is
        undo = "If that was not meant, undo the change. Else fill it in: pages and questions show its values."
        yield Problem(ORGANIZATION, 1, "the organization profile is empty, and texts need its values", undo)
        return
    for path, line, text in handbook_texts(handbook, "{"):
        for message, hint in _wrong_in(text, values):
            yield Problem(path, line, message, hint)
    for value in values.values():
        if remark := re.search(r"\s#\s.*", value.text):
            message = f'"{remark[0].strip()}" is a part of the value, and is shown with it'
            yield Problem(ORGANIZATION, value.line, message, "Write a remark on a line of its own.", Level.NOTICE)
    for value in handbook.profile.empty:
        message, hint = f'"{value.key}" is for the county to fill in', "Write the value after the colon."
        yield Problem(ORGANIZATION, value.line, message, hint, Level.NOTICE)


def _wrong_in(text: str, values: Mapping[str, Value]) -> Iterator[tuple[str, str]]:
    for found in _ONE_BRACE.finditer(text):
        if found[1] in values:
            yield f'"{found[0]}" has one brace where two are needed', f'Write "{{{{ {found[1]} }}}}".'
    for found in _HALF_CLOSED.finditer(text):
        if not PLACEHOLDER.match(text, found.start()):  # else it is the name that is wrong
            yield f'the placeholder "{found[0]}" is not closed', f'Close it with two braces: "{{{{ {found[1]} }}}}".'
    for key in keys_in(text):
        if key not in values:
            yield f'"{{{{ {key} }}}}" is not in the organization profile', did_you_mean(key, values)


def _needs_value(handbook: Handbook) -> Iterator[bool]:
    for _, _, text in handbook_texts(handbook, "{"):
        yield from (True for _ in keys_in(text))
