"""Checks of the placeholders that the organization profile fills."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ..book.read import ORGANIZATION, Handbook
from ..source.codes import Code
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
        undo = "If you didn't mean to empty it, undo the change. Otherwise, fill it in: pages and questions use it."
        message = "the organization profile is empty, but texts use its values"
        yield Problem(ORGANIZATION, 1, Code.PROFILE_EMPTY, message, undo)
        return
    for path, line, text in handbook_texts(handbook):
        for code, message, hint in _wrong_in(text, values):
            yield Problem(path, line, code, message, hint)
    for value in values.values():
        if remark := re.search(r"\s#\s.*", value.text):
            message = f'"{remark[0].strip()}" is part of the value and will be shown with it'
            hint = "Put the comment on a line of its own."
            yield Problem(ORGANIZATION, value.line, Code.VALUE_REMARK, message, hint, Level.NOTICE)
    for value in handbook.profile.empty:
        message, hint = f'"{value.key}" is for the county to fill in', "Write the value after the colon."
        yield Problem(ORGANIZATION, value.line, Code.VALUE_EMPTY, message, hint, Level.NOTICE)


def _wrong_in(text: str, values: Mapping[str, Value]) -> Iterator[tuple[Code, str, str]]:
    for found in _ONE_BRACE.finditer(text):
        if found[1] in values:
            message, hint = f'"{found[0]}" has one brace on each side instead of two', f'Write "{{{{ {found[1]} }}}}".'
            yield Code.PLACEHOLDER_BRACES, message, hint
    for found in _HALF_CLOSED.finditer(text):
        if not PLACEHOLDER.match(text, found.start()):  # else it is the name that is wrong
            hint = f'Close it with two braces: "{{{{ {found[1]} }}}}".'
            yield Code.PLACEHOLDER_BRACES, f'the placeholder "{found[0]}" is not closed', hint
    for key in keys_in(text):
        if key not in values:
            message = f'"{{{{ {key} }}}}" is not in the organization profile'
            yield Code.PLACEHOLDER_UNKNOWN, message, did_you_mean(key, values)


def _needs_value(handbook: Handbook) -> Iterator[bool]:
    for _, _, text in handbook_texts(handbook):
        yield from (True for _ in keys_in(text))
