"""Checks of the placeholders that the organization profile fills."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ..book.read import ORGANIZATION, Handbook
from ..model.blocks import Procedure
from ..model.blocks.procedure import TIME_HINT
from ..model.durations import seconds_in
from ..source.codes import Code
from ..source.problems import Level, Problem, did_you_mean
from ..source.profile import PLACEHOLDER, Medium, Value, keys_in
from .texts import handbook_texts

_ONE_BRACE = re.compile(r"(?<!\{)\{\s*(\w+\.\w+)\s*\}(?!\})")
_HALF_CLOSED = re.compile(r"\{\{\s*(\w+\.\w+)(?:\s*\}(?!\})|(?=\s*(?:[^\s}\w.]|$))|(?=\s+\w))")

_EMPTY = {
    True: (Code.VALUE_REQUIRED, "is empty, and staff can't do without it", 'Write it after "value:".'),
    False: (Code.VALUE_EMPTY, "is for the county to fill in", "Write the value after the colon."),
}
"""What is said of an empty value: a required one, and any other."""


def wrong_placeholders(handbook: Handbook) -> Iterator[Problem]:
    """Every placeholder names a value of the profile. Values still empty are listed."""
    values = handbook.profile.values
    document = handbook.document(ORGANIZATION)
    if not values and (document is None or not document.data) and any(_needs_value(handbook)):
        if document is None and (handbook.root / ORGANIZATION).exists():
            return  # it could not be read: that problem is reported where it is
        undo = "If you didn't mean to empty it, undo the change. Otherwise, fill it in: pages and questions use it."
        message = "the organization profile is empty, but texts use its values"
        yield Problem(ORGANIZATION, 1, Code.PROFILE_EMPTY, message, undo)
        return
    for path, line, text in handbook_texts(handbook, "{"):
        for code, message, hint in _wrong_in(text, values):
            yield Problem(path, line, code, message, hint)
    for value in values.values():
        if remark := re.search(r"\s#\s.*", value.text):
            message = f'"{remark[0].strip()}" is part of the value and will be shown with it'
            hint = "Put the comment on a line of its own."
            yield Problem(ORGANIZATION, value.line, Code.VALUE_REMARK, message, hint, Level.NOTICE)
    for value in handbook.profile.empty:
        code, message, hint = _EMPTY[value.required]
        yield Problem(ORGANIZATION, value.line, code, f'"{value.key}" {message}', hint, Level.NOTICE)


def unknown_host(handbook: Handbook) -> Iterator[Problem]:
    """The address of the repository tells what kind of git host it is: else pages have no link to edit them."""
    document, settings = handbook.document(ORGANIZATION), handbook.organization.settings
    if document and settings.repository and settings.editor("main") is None:
        message = "pages have no link to edit them, because this address doesn't say what kind of git host it is"
        hint = (
            f'Write the address of its editor: for GitLab "repository: {settings.repository}/-/edit/main", '
            f'for Gitea or Forgejo "repository: {settings.repository}/_edit/main".'
        )
        line = document.line(("repository",))
        yield Problem(ORGANIZATION, line, Code.REPOSITORY_ADDRESS, message, hint, Level.NOTICE)


def wrong_reminders(handbook: Handbook) -> Iterator[Problem]:
    """A time to be reminded after that is a value of the profile is a time: a notice, for it is in another file."""
    for placed in handbook.guide.blocks.values():
        for at, step in enumerate(placed.block.steps if isinstance(placed.block, Procedure) else ()):
            if step.remind and not handbook.profile.lacks(step.remind):
                text = handbook.profile.fill(step.remind, Medium.PAGE)
                if seconds_in(text) is None:
                    message = f'"{text}" is not a time, so the card can\'t remind anyone after it'
                    line = placed.document.line(("steps", at, "remind"))
                    yield Problem(placed.document.path, line, Code.TIME_FORM, message, TIME_HINT, Level.NOTICE)


def _wrong_in(text: str, values: Mapping[str, Value]) -> Iterator[tuple[Code, str, str]]:
    for match in _ONE_BRACE.finditer(text):
        if match[1] in values:
            message, hint = f'"{match[0]}" has one brace on each side instead of two', f'Write "{{{{ {match[1]} }}}}".'
            yield Code.PLACEHOLDER_BRACES, message, hint
    for match in _HALF_CLOSED.finditer(text):
        if not PLACEHOLDER.match(text, match.start()):  # else it is the name that is wrong
            hint = f'Close it with two braces: "{{{{ {match[1]} }}}}".'
            yield Code.PLACEHOLDER_BRACES, f'the placeholder "{match[0]}" is not closed', hint
    for key in keys_in(text):
        if key not in values:
            message = f'"{{{{ {key} }}}}" is not in the organization profile'
            yield Code.PLACEHOLDER_UNKNOWN, message, did_you_mean(key, values)


def _needs_value(handbook: Handbook) -> Iterator[bool]:
    for _, _, text in handbook_texts(handbook, "{"):
        yield from (True for _ in keys_in(text))
