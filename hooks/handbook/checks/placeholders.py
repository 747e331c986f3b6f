"""Checks of the placeholders that the organization profile fills."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from ..book.read import ORGANIZATION, Handbook
from ..model.blocks import Procedure
from ..model.blocks.procedure import TIME_HINT
from ..model.durations import seconds_in
from ..source.codes import Code
from ..source.problems import Level, Problem, nearest
from ..source.profile import PLACEHOLDER, Medium, Value, keys_in
from .profile_keys import keys_in_use, misspelled_values
from .texts import handbook_texts

_ONE_BRACE = re.compile(r"(?<!\{)\{\s*(\w+\.\w+)\s*\}(?!\})")
_HALF_CLOSED = re.compile(
    r"\{\{\s*(\w+\.\w+)(?:\s*\}(?!\})|\s*(?:\]{1,2}|\){2}|>{1,2})|(?=\s*(?:[^\s}\w.]|$))|(?=\s+\w))"
)
_OTHER_BRACKETS = re.compile(
    r"\[\[\s*(?P<a>\w+\.\w+)\s*\]\]|\(\(\s*(?P<b>\w+\.\w+)\s*\)\)|<<\s*(?P<c>\w+\.\w+)\s*>>|\{%\s*(?P<d>\w+\.\w+)\s*%\}|"
    r"｛{1,2}\s*(?P<e>\w+\.\w+)\s*｝{1,2}|\{\{\{+\s*(?P<f>\w+\.\w+)\s*\}\}\}+|\{ +\{\s*(?P<g>\w+\.\w+)\s*\} *\}|"
    r"\$\{+\s*(?P<h>\w+\.\w+)\s*\}+|%{1,2}\s*(?P<i>\w+\.\w+)\s*%{1,2}|@{1,2}(?P<j>\w+\.\w+)@{1,2}|"
    r"(?<!\[)\[\s*(?P<k>\w+\.\w+)\s*\](?![\](])|#\{+\s*(?P<l>\w+\.\w+)\s*\}+|(?<![\w.{])(?P<m>\w+\.\w+)\s*\}\}"
)
_ANY_BRACKETS = re.compile(r"[\[(<{｛%@$#}](?:(?<=\})\}|[\s\[(<{｛%@]*\w+\.\w)")
"""Whether a text has to be looked at for one of these. One set first, which is looked for fast."""
_MOST = 24
"""Values of the profile of which a hint names each."""
_SPLIT = re.compile(r"\{\{(?P<begin>[\w.\s]*)$")
_REST = re.compile(r"(?P<end>[\w.\s]*)\}\}")


def wrong_placeholders(handbook: Handbook) -> Iterator[Problem]:
    """Every placeholder names a value of the profile, between two pairs of braces."""
    values = handbook.profile.values
    document = handbook.document(ORGANIZATION)
    if not values and (document is None or not document.data) and any(_needs_value(handbook)):
        if document is None and (handbook.root / ORGANIZATION).exists():
            return  # it could not be read: that problem is reported where it is
        undo = "If you didn't mean to empty it, undo the change. Otherwise, fill it in: pages and questions use it."
        message = "the organization profile is empty, but texts use its values"
        yield Problem(ORGANIZATION, 1, Code.PROFILE_EMPTY, message, undo)
        return
    uses = keys_in_use(handbook)
    misspelled = misspelled_values(handbook, uses)
    yield from dict.fromkeys(misspelled.values())
    for key, places in uses.items():
        if key not in values and key not in misspelled:
            message = f'"{{{{ {key} }}}}" is not in the organization profile'
            near = nearest(key, values)
            of_group = {name: value for name, value in values.items() if name.startswith(f"{key}.")}
            hint = f'Did you mean "{{{{ {near} }}}}"?' if near and not of_group else _choices(of_group or values)
            yield from (Problem(path, line, Code.PLACEHOLDER_UNKNOWN, message, hint) for path, line in places)
    yield from _typed_otherwise(handbook, values)


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
            if step.remind and not handbook.profile.lacks(keys_in(step.remind)):
                text = handbook.profile.fill(step.remind, Medium.PAGE)
                if seconds_in(text) is None:
                    message = f'"{text}" is not a time, so the card can\'t remind anyone after it'
                    line = placed.document.line(("steps", at, "remind"))
                    yield Problem(placed.document.path, line, Code.TIME_FORM, message, TIME_HINT, Level.NOTICE)


def _choices(values: Mapping[str, Value]) -> str:
    few = ", ".join(f'"{{{{ {key} }}}}"' for key in sorted(values))
    return f"Write one of these: {few}." if 0 < len(values) <= _MOST else "Check the spelling."


def _wrong_braces(text: str, values: Mapping[str, Value]) -> Iterator[tuple[str, str]]:
    for match in _ONE_BRACE.finditer(text):
        if match[1] in values and text[max(match.start() - 1, 0)] not in "$#":
            yield f'"{match[0]}" has one brace on each side instead of two', f'Write "{{{{ {match[1]} }}}}".'
    for match in _HALF_CLOSED.finditer(text):
        if not PLACEHOLDER.match(text, match.start()):  # else it is the name that is wrong
            hint = f'Close it with two braces: "{{{{ {match[1]} }}}}".'
            yield f'the placeholder "{match[0]}" is not closed', hint


def _typed_otherwise(handbook: Handbook, values: Mapping[str, Value]) -> Iterator[Problem]:
    """Placeholders that are shown as typed: broken over lines, with too few braces, between other signs."""
    split = list(_over_two_lines(handbook))
    yield from split
    places = {(problem.path, line) for problem in split for line in (problem.line, problem.line + 1)}
    for path, line, text in handbook_texts(handbook, r"\{"):
        for message, hint in _wrong_braces(text, values):
            if (path, line) not in places:
                yield Problem(path, line, Code.PLACEHOLDER_BRACES, message, hint)
    for path, line, text in handbook_texts(handbook, _ANY_BRACKETS):
        for match in _OTHER_BRACKETS.finditer(text):
            key = next(group for group in match.groups() if group)
            if key in values and not (match["m"] and (_is_opened(text, match.start()) or (path, line) in places)):
                message, hint = f'"{match[0]}" is shown as typed', f'Write "{{{{ {key} }}}}".'
                yield Problem(path, line, Code.PLACEHOLDER_BRACES, message, hint)


def _over_two_lines(handbook: Handbook) -> Iterator[Problem]:
    """Placeholders that begin on a line of a page and end on the next one."""
    for page in handbook.guide.written:
        for (above, number), (below, next_number) in pairwise(page.markup.prose if "{{" in page.markup.body else ()):
            begin, end = _SPLIT.search(above), _REST.match(below)
            if begin and end and next_number == number + 1:
                key = "".join(f"{begin['begin']}{end['end']}".split())
                message = f'the placeholder "{begin[0].rstrip()} {end[0].lstrip()}" is broken over two lines'
                hint = f'Write it on one line: "{{{{ {key} }}}}".'
                yield Problem(page.file, number, Code.PLACEHOLDER_BRACES, message, hint)


def _is_opened(text: str, at: int) -> bool:
    """Whether two braces stand before a place: what follows is then a placeholder, or reported as one."""
    return text[:at].rstrip().endswith("{{")


def _needs_value(handbook: Handbook) -> Iterator[bool]:
    for _, _, text in handbook_texts(handbook, r"\{"):
        yield from (True for _ in keys_in(text))
