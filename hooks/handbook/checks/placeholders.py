"""Checks of the placeholders that the organization profile fills."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..book import ORGANIZATION, Handbook
from ..problems import Level, Problem, did_you_mean
from ..profile import keys_in
from .texts import texts_of

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
    for path, line, text in texts_of(handbook):
        for found in _HALF_CLOSED.finditer(text):
            cure = f'Close it with two braces: "{{{{ {found[1]} }}}}".'
            yield Problem(path, line, f'the placeholder "{found[0]}" is not closed', cure)
        for key in keys_in(text):
            if key not in values:
                message = f'"{{{{ {key} }}}}" is not in the organization profile'
                yield Problem(path, line, message, did_you_mean(key, values))
    for value in handbook.profile.empty:
        message, cure = f'"{value.key}" is for the county to fill in', "Write the value after the colon."
        yield Problem(ORGANIZATION, value.line, message, cure, Level.NOTICE)


def _needs_value(handbook: Handbook) -> Iterator[bool]:
    for _, _, text in texts_of(handbook):
        yield from (True for _ in keys_in(text))
