"""Checks of what the organization profile says: values are what their names say, and read well where they are shown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..book.read import ORGANIZATION, Handbook
from ..source.addresses import is_fit, scheme_of
from ..source.codes import Code
from ..source.problems import Level, Problem
from ..source.profile import PLACEHOLDER, Value, doubt, keys_in
from .texts import handbook_texts

_WORD = re.compile(r"[\w'’-]+")
_EXAMPLE = re.compile(r"(?:for )?example\s*[:=]|e\.g\.", re.IGNORECASE)


def wrong_values(handbook: Handbook) -> Iterator[Problem]:
    """Phone numbers can be dialed, addresses lead somewhere, and no value shows another or stands in for one."""
    for value in handbook.profile.values.values():
        if remark := re.search(r"\s#\s.*", value.text):
            message = f'"{remark[0].strip()}" is part of the value and will be shown with it'
            yield _notice(value.line, Code.VALUE_REMARK, (message, "Put the comment on a line of its own."))
        elif any(keys_in(value.text)):
            yield _shows_another(value, handbook)
        elif value.key.rpartition(".")[2] == "example" or _EXAMPLE.match(value.text):
            yield _notice(value.line, Code.VALUE_FORM, _example(value.text))
        elif value.key.endswith("url") and (not is_fit(value.text) or scheme_of(value.text) not in _WEB):
            continue  # reported as an address that can't be linked to
        elif finding := value.doubt:
            yield _notice(value.line, Code.VALUE_FORM, finding)
    document = handbook.document(ORGANIZATION)
    for at, contact in enumerate(handbook.organization.contacts if document else ()):
        for name in ("phone", "email", "url"):
            text = getattr(contact, name) or ""
            if document and "{{" not in text and (finding := doubt(name, text)):
                yield _notice(document.line(("contacts", at, name)), Code.VALUE_FORM, finding)


def repeated_words(handbook: Handbook) -> Iterator[Problem]:
    """A value doesn't repeat a word that stands beside its placeholder, as in "3 rings rings"."""
    seen = set[str]()
    for path, line, text in handbook_texts(handbook, r"\{\{"):
        for match in PLACEHOLDER.finditer(text):
            value = handbook.profile.values.get(match[1])
            is_new = value and not value.doubt and value.key not in seen
            if value and is_new and (finding := _repeated(value, text, match)):
                seen.add(value.key)
                words, rest = finding
                message = f'"{value.text}" reads "{words}" on line {line} of {path}'
                yield _notice(value.line, Code.VALUE_REPEATED, (message, f'Write "{rest}".'))


def empty_values(handbook: Handbook) -> Iterator[Problem]:
    """Values still empty are listed. Source: the county; nobody else can know them."""
    for value in handbook.profile.empty:
        code, message, hint = _EMPTY[value.required]
        notice = _notice(value.line, code, (f'"{value.key}" {message}', hint))
        yield replace(notice, subject=value.key)


_WEB = ("", "http", "https")
_EMPTY = {
    True: (Code.VALUE_REQUIRED, "is empty, and staff can't do without it", 'Write it after "value:".'),
    False: (Code.VALUE_EMPTY, "is for the county to fill in", "Write the value after the colon."),
}
"""What is said of an empty value: a required one, and any other."""


def _example(text: str) -> tuple[str, str]:
    """What is said of an example that was left, or taken, for a value."""
    rest = _EXAMPLE.sub("", text).strip()
    hint = f'If it is the value, write "{rest}".' if rest != text else "Write the value behind the key above it."
    return f'"{text}" is an example, and not a value', hint


def _shows_another(value: Value, handbook: Handbook) -> Problem:
    keys = [*keys_in(value.text)]
    other = handbook.profile.values.get(keys[0])
    words = value.text
    if other and other.text and other.key != value.key and not any(keys_in(other.text)):
        words = PLACEHOLDER.sub(lambda match: _text_of(match, handbook), value.text)
    hint = f'Write "{words}".' if words != value.text else "Write the value itself."
    message = f'"{value.key}" is shown as typed, "{value.text}": a value can\'t show another one'
    return Problem(ORGANIZATION, value.line, Code.VALUE_PLACEHOLDER, message, hint)


def _text_of(match: re.Match[str], handbook: Handbook) -> str:
    value = handbook.profile.values.get(match[1])
    return value.text if value and value.text else match[0]


def _repeated(value: Value, text: str, match: re.Match[str]) -> tuple[str, str] | None:
    """How a value reads where a word of it is repeated, and the value without that word."""
    words = value.text.split()
    if len(words) < 2:
        return None
    after, before = _WORD.findall(text[match.end() :])[:3], _WORD.findall(text[: match.start()])[-3:]
    for count in range(min(3, len(words) - 1), 0, -1):
        if text[match.end() :][:1] == " " and _same(words[-count:], after[:count]):
            return f"{value.text} {' '.join(after[:count])}", " ".join(words[:-count])
        if text[: match.start()][-1:] == " " and _same(words[:count], before[-count:]):
            return f"{' '.join(before[-count:])} {value.text}", " ".join(words[count:])
    return None


def _same(some: Sequence[str], others: Sequence[str]) -> bool:
    return [word.casefold().strip(".,;:!").rstrip("s") for word in some] == [
        word.casefold().rstrip("s") for word in others
    ]


def _notice(line: int, code: Code, finding: tuple[str, str]) -> Problem:
    message, hint = finding
    return Problem(ORGANIZATION, line, code, message, hint, Level.NOTICE)
