"""Checks of what the organization profile says: values are what their names say, and read well where they are shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ..book.read import ORGANIZATION, Handbook
from ..source.addresses import scheme_of
from ..source.codes import Code
from ..source.problems import Level, Problem
from ..source.profile import PLACEHOLDER, Value, doubt, keys_in
from .texts import handbook_texts

_WORD_AFTER = re.compile(r"\s+(?P<word>[\w'’-]+)")
_WORD_BEFORE = re.compile(r"(?P<word>[\w'’-]+)\s+$")
_EXAMPLE = re.compile(r"(?:for )?example\s*[:=]|e\.g\.", re.IGNORECASE)


def wrong_values(handbook: Handbook) -> Iterator[Problem]:
    """Phone numbers can be dialed, addresses lead somewhere, and no value shows another or stands in for one."""
    for value in handbook.profile.values.values():
        if remark := re.search(r"\s#\s.*", value.text):
            message = f'"{remark[0].strip()}" is part of the value and will be shown with it'
            yield _notice(value.line, Code.VALUE_REMARK, (message, "Put the comment on a line of its own."))
        elif any(keys_in(value.text)):
            yield _shows_another(value, handbook)
        elif scheme_of(value.text) not in ("", "http", "https"):
            continue  # told as an address that can't be linked to, where it is one
        elif finding := value.doubt:
            yield _notice(value.line, Code.VALUE_FORM, finding)
        elif value.key.rpartition(".")[2] == "example" or _EXAMPLE.match(value.text):
            message, hint = f'"{value.text}" is an example, and not a value', "Write the value behind the key above it."
            yield _notice(value.line, Code.VALUE_FORM, (message, hint))
    document = handbook.document(ORGANIZATION)
    for at, contact in enumerate(handbook.organization.contacts if document else ()):
        for name in ("phone", "email", "url"):
            text = getattr(contact, name) or ""
            if document and "{{" not in text and (finding := doubt(name, text)):
                yield _notice(document.line(("contacts", at, name)), Code.VALUE_FORM, finding)


def repeated_words(handbook: Handbook) -> Iterator[Problem]:
    """A value doesn't repeat a word that stands beside its placeholder, as in "3 rings rings"."""
    seen = set[str]()
    for path, line, text in handbook_texts(handbook, "{{"):
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


_EMPTY = {
    True: (Code.VALUE_REQUIRED, "is empty, and staff can't do without it", 'Write it after "value:".'),
    False: (Code.VALUE_EMPTY, "is for the county to fill in", "Write the value after the colon."),
}
"""What is said of an empty value: a required one, and any other."""


def _shows_another(value: Value, handbook: Handbook) -> Problem:
    keys = [*keys_in(value.text)]
    other = handbook.profile.values.get(keys[0])
    words = value.text
    if other and other.text and other.key != value.key:
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
    after, before = _WORD_AFTER.match(text, match.end()), _WORD_BEFORE.search(text[: match.start()])
    if after and _same(words[-1], after["word"]):
        return f"{value.text} {after['word']}", " ".join(words[:-1])
    if before and _same(words[0], before["word"]):
        return f"{before['word']} {value.text}", " ".join(words[1:])
    return None


def _same(one: str, other: str) -> bool:
    return one.casefold().removesuffix("s") == other.casefold().removesuffix("s")


def _notice(line: int, code: Code, finding: tuple[str, str]) -> Problem:
    message, hint = finding
    return Problem(ORGANIZATION, line, code, message, hint, Level.NOTICE)
