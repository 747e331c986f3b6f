"""Characters that nobody types: those of other programs, those that nobody sees, and those of a wrong encoding.

They are looked for in the text of a whole file, before anything else reads it. What is reported as a problem is left
out or put right, so that nothing further is said of it.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from .codes import Code
from .problems import Level, Problem, Problems

_NO_TEXT = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffc\ufffe\uffff"
    "\U000e0001-\U000e007f"
)
_TURNING = "\u202a-\u202e\u2066-\u2069"
_PRIVATE = "\ue000-\uf8ff"
_HIDDEN = "\u00ad\u061c\u180e\u200b-\u200f\u2060-\u2064\ufeff"
_SPECIAL = "\ufb00-\ufb06\uff01-\uff5e\U0001d400-\U0001d7ff"
_LATIN_OF = {
    **dict(zip("аеорсухіјѕһԁԛԝ", "aeopcyxijshdqw", strict=True)),
    **dict(zip("АВЕКМНОРСТУХІЈЅ", "ABEKMHOPCTYXIJS", strict=True)),
    **dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοι", "ABEZHIKMNOPTYXoi", strict=True)),
}
"""Letters of Cyrillic and Greek that look like Latin ones, and those. Source: Unicode, UTS 39, confusables."""
_ALIKE = "".join(_LATIN_OF)
_LATIN = "A-Za-z"
_HEX = "=[0-9A-F]{2}"
_ODD = f"{_NO_TEXT}{_TURNING}{_PRIVATE}{_HIDDEN}{_SPECIAL}{_ALIKE}\ufffd"
_GARBLED = "\u00c2-\u00f4\u201a"
_ENTITIES = "nbsp|amp|quot|apos|[lr][sd]quo|[mn]dash|hellip|copy"
_ANY = re.compile(
    f"[{_ODD}&=?%\\\\{_GARBLED}](?:(?<=[{_ODD}])|(?<=&)(?:#|amp;|(?:{_ENTITIES})(?!\\w))|(?<==)[0-9A-F]{{2}}|"
    f"(?<=[{_GARBLED}])[^\x00-\x7f]|(?<=Â)[ \n]|(?<=[a-zI]\\?)[trvlsm]|(?<=[a-z]%)20|(?<=\\\\)['&=~])"
)
"""Whether a text has to be looked at more closely: most have none of these. One set first, which is looked for fast."""

_CONTINUED = "\u0080-\u00bf" + "".join(bytes([byte]).decode("cp1252", "ignore") for byte in range(0x80, 0xA0))
_COMMON = re.compile(
    "[\u00a0-\u024f\u2010-\u2027\u2030-\u205e\u20ac\u2122\u2190-\u21ff\u2200-\u27bf\U0001f000-\U0001faff]"
)
"""What garbled characters most likely were; where they make any other, the row is rare but real."""

_JOINERS = frozenset("\u200c\u200d")
_MARKS = frozenset("\u200e\u200f\u061c")
_SOFT_HYPHEN = "\u00ad"
_BREAKS = "\x0b\x0c\x85\u2028\u2029"
_FLAG = re.compile("\U0001f3f4[\U000e0020-\U000e007f]+")
_WORD = re.compile(r"[^\s\"“”()\[\]<>]")
_LONGEST = 30

_NAMES = {
    "\u00ad": "soft hyphen",
    "\u200b": "zero-width space",
    "\u200c": "zero-width non-joiner",
    "\u200d": "zero-width joiner",
    "\u200e": "left-to-right mark",
    "\u200f": "right-to-left mark",
    "\u2060": "word joiner",
    "\ufeff": "byte order mark",
}


@dataclass(frozen=True, slots=True)
class _Odd:
    """Characters where they stand, and what is read in their place."""

    start: int
    end: int
    better: str


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of odd characters: how to find it, what is said of the first place, and how to fix that."""

    pattern: re.Pattern[str]
    read: Callable[[str, re.Match[str]], _Odd | None]
    code: Code
    message: str
    hint: str
    level: Level = Level.PROBLEM


def without_odd_characters(path: str, text: str, problems: Problems) -> str:
    """The text with what nobody can mean left out or put right. Each kind of odd characters in it is reported once."""
    if not _ANY.search(text):
        return text
    for kind in _KINDS:
        matches = kind.pattern.finditer(text)
        if odd := [each for match in matches if not _in_code(text, match) and (each := kind.read(text, match))]:
            problems.extend([_report(path, text, kind, odd)])
            text = _replaced(text, odd) if kind.level is Level.PROBLEM else text
    return text


def fit(text: str) -> str:
    """A text without what nobody can mean in it."""
    return without_odd_characters("", text, Problems())


def _in_code(text: str, match: re.Match[str]) -> bool:
    """Whether a mark stands between backticks, where it may be shown: not what nobody could see there."""
    before = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
    return match[0].isprintable() and before.count("`") % 2 == 1


def _replaced(text: str, odd: Iterable[_Odd], start: int = 0) -> str:
    for each in reversed(list(odd)):
        text = text[: each.start - start] + each.better + text[each.end - start :]
    return text


def _left_out(_: str, match: re.Match[str]) -> _Odd:
    return _Odd(match.start(), match.end(), "")


def _no_text(text: str, match: re.Match[str]) -> _Odd | None:
    near = text[max(0, match.start() - 8) : match.end()]
    return None if match[0] > "\U000e0000" and _FLAG.search(near) else _left_out(text, match)


def _number(text: str, match: re.Match[str]) -> _Odd | None:
    """A character by its number, which Markdown puts in its place."""
    number = int(match["hex"], 16) if match["hex"] else int(match["decimal"])
    unfit = number > 0x10FFFF or re.match(f"[{_NO_TEXT}{_TURNING}{_PRIVATE}]", chr(number))
    return _left_out(text, match) if unfit else None


def _garbled(_: str, match: re.Match[str]) -> _Odd | None:
    typed = match[0]
    if typed[0] == "\u201a":
        right = _decoded(typed, "mac_roman")
        return _Odd(match.start(), match.end(), right) if right else None
    for length in range(len(typed), 1, -1):
        if right := _decoded(typed[:length], "cp1252"):
            return _Odd(match.start(), match.start() + length, right)
    return _Odd(match.start(), match.start() + 2, "”") if typed.startswith("â€") else None


def _decoded(typed: str, encoding: str) -> str:
    """The character that a program read in another encoding. Empty where there is no such."""
    try:
        right = b"".join(_byte(char, encoding) for char in typed).decode("utf-8")
    except UnicodeError:
        return ""
    return right if len(right) == 1 and _COMMON.match(right) else ""


def _byte(char: str, encoding: str) -> bytes:
    """The byte that a program took for a character. Five bytes of cp1252 stand for none, and stay as they are."""
    return bytes([ord(char)]) if encoding == "cp1252" and "\x80" <= char <= "\x9f" else char.encode(encoding)


def _lost(text: str, match: re.Match[str]) -> _Odd:
    """A lost character; most often it was an apostrophe."""
    apostrophe = text[: match.start()][-1:].isalpha() and re.match(r"(?:s|t|d|m|ll|re|ve)\b", text[match.end() :][:3])
    return _Odd(match.start(), match.end(), "’" if apostrophe else match[0])


def _within(text: str, match: re.Match[str]) -> _Odd | None:
    return _left_out(text, match) if _is_within(text, match) else None


def _beside(text: str, match: re.Match[str]) -> _Odd | None:
    """One that may be meant: it joins the parts of a picture or letters of other scripts, or says how a text runs."""
    around = text[: match.start()][-1:], text[match.end() :][:1]
    joins = set(match[0]) <= _JOINERS and not any(_is_latin(char) for char in around)
    turns = set(match[0]) <= _MARKS and any(char and unicodedata.bidirectional(char) in ("R", "AL") for char in around)
    return None if joins or turns else _left_out(text, match)


def _is_within(text: str, match: re.Match[str]) -> bool:
    """Whether it parts a word in two for everyone who looks for the word."""
    around = text[: match.start()][-1:], text[match.end() :][:1]
    if not set(match[0]) - _MARKS - {_SOFT_HYPHEN}:
        return False
    return all(map(_is_latin if set(match[0]) <= _JOINERS else str.isalnum, around))


def _is_latin(char: str) -> bool:
    return char.isalnum() and char < "\u0370"


def _special(_: str, match: re.Match[str]) -> _Odd | None:
    plain = unicodedata.normalize("NFKC", match[0])
    single = len(match[0]) == 1 and match[0] > "\uff00"
    return None if single or plain == match[0] else _Odd(match.start(), match.end(), plain)


def _quoted_printable(_: str, match: re.Match[str]) -> _Odd | None:
    """Characters as an email has them on its way. Source: RFC 2045, 6.7."""
    try:
        right = bytes.fromhex(match[0].replace("=", "")).decode("utf-8")
    except UnicodeError:
        return None
    is_meant = not all(_COMMON.match(char) for char in right)
    return None if is_meant else _Odd(match.start(), match.end(), right)


def _end_of_email_line(_: str, match: re.Match[str]) -> _Odd:
    return _Odd(match.start(), match.end(), "=" if match[0] == "=3D" else "")


def _typed_twice(_: str, match: re.Match[str]) -> _Odd:
    """A code of HTML whose own "&" has become a code. One that stands for a mark of YAML stays a code.

    Those of "<" and ">" are left as they are: that is how someone shows the code itself.
    """
    code = f"&{match['name']};"
    return _Odd(match.start(), match.end(), code if match["name"] == "quot" else html.unescape(code))


def _whole(_: str, match: re.Match[str]) -> _Odd:
    return _Odd(match.start(), match.end(), f"{match[0]};")


def _apostrophe(_: str, match: re.Match[str]) -> _Odd:
    return _Odd(match.start(), match.end(), "’")


def _spaces(_: str, match: re.Match[str]) -> _Odd:
    return _Odd(match.start(), match.end(), match[0].replace("%20", " "))


def _look_alike(text: str, match: re.Match[str]) -> _Odd:
    return _Odd(match.start(), match.end(), "".join(_LATIN_OF.get(char, char) for char in match[0]))


_KINDS = (
    _Kind(
        re.compile(f"[\u00c2-\u00f4][{_CONTINUED}]{{1,3}}|â€|\u201aÄ."),
        _garbled,
        Code.CHARACTER_GARBLED,
        "{word} is garbled because a program read it in the wrong encoding",
        "Write {better}.",
    ),
    _Kind(
        re.compile("(?<!\\w)Â(?=[ \u00a0]|$)", re.MULTILINE),
        _left_out,
        Code.CHARACTER_GARBLED,
        "{word} is what another program made of a space",
        "Delete it.",
        Level.NOTICE,
    ),
    _Kind(
        re.compile(f"(?:=[CDE][0-9A-F]{_HEX}(?:{_HEX})?)+"),
        _quoted_printable,
        Code.CHARACTER_GARBLED,
        "{word} has codes in it that an email has for letters",
        "Write {better}.",
    ),
    _Kind(
        re.compile(r"(?<=[a-z,.;:!?] )=20$|(?<=[a-z,.;:!?])=20$|(?<=[\w\"])=3D(?=[\w\"])", re.MULTILINE),
        _end_of_email_line,
        Code.CHARACTER_GARBLED,
        "{word} has a code in it that an email has for a space or a sign",
        "If nobody meant it, write {better}.",
        Level.NOTICE,
    ),
    _Kind(
        re.compile(r"&(?:amp;)+(?P<name>amp|quot|apos|nbsp|[lr][sd]quo|[mn]dash|hellip|#\d{1,7}|#x[0-9a-fA-F]{1,6});"),
        _typed_twice,
        Code.CHARACTER_GARBLED,
        "{word} has a code in it that was made a code once more, so the code is shown",
        "Write {better}.",
    ),
    _Kind(
        re.compile(rf"&(?:{_ENTITIES})(?![\w;])(?=[ .,)\n]|$)"),
        _whole,
        Code.CHARACTER_GARBLED,
        "{word} has a code without its semicolon, so the code is shown",
        "Write {better}.",
        Level.NOTICE,
    ),
    _Kind(
        re.compile(r"(?<=n)\?(?=t\b)|(?<=[a-z])\?(?=(?:re|ve|ll|s)\b(?![=&]))|(?<=\bI)\?(?=(?:m|ve|ll)\b)"),
        _apostrophe,
        Code.CHARACTER_GARBLED,
        "{word} has a question mark where an apostrophe was lost",
        "Write {better}.",
        Level.NOTICE,
    ),
    _Kind(
        re.compile(r"(?<![\w/.:(<%#=?&-])[A-Za-z']+(?:%20[A-Za-z']+)+(?![\w/.%])"),
        _spaces,
        Code.CHARACTER_GARBLED,
        "{word} has a code of a web address in it",
        "Write {better}.",
        Level.NOTICE,
    ),
    _Kind(
        re.compile(r"(?<=[\w ])\\(?=['&=~])"),
        _left_out,
        Code.CHARACTER_GARBLED,
        "{word} has a backslash that another program put before a mark, and that is shown",
        "Write {better}.",
        Level.NOTICE,
    ),
    _Kind(
        re.compile("\ufffd+"),
        _lost,
        Code.CHARACTER_GARBLED,
        "{word} has lost a character that another program couldn't save",
        "Type the right character in place of each �: {better}.",
    ),
    _Kind(
        re.compile(f"[{_BREAKS}]"),
        lambda _, match: _Odd(match.start(), match.end(), " "),
        Code.FILE_CHARACTER,
        "{word} has another program's line break in it ({name})",
        "Retype it with a space or a new line there: {better}.",
    ),
    _Kind(
        re.compile(f"[{_NO_TEXT}]"),
        _no_text,
        Code.FILE_CHARACTER,
        "{word} has a character in it that isn't text ({name})",
        "Retype it: {better}.",
    ),
    _Kind(
        re.compile(r"&#(?:[xX](?P<hex>[0-9a-fA-F]{1,6})|(?P<decimal>\d{1,7}));"),
        _number,
        Code.FILE_CHARACTER,
        "{word} has a character in it that isn't text",
        "Retype it: {better}.",
    ),
    _Kind(
        re.compile(f"[{_TURNING}]"),
        _left_out,
        Code.FILE_CHARACTER,
        "{word} has an invisible character in it that turns the direction of the text ({name})",
        "Retype it: {better}.",
    ),
    _Kind(
        re.compile(f"[{_PRIVATE}]"),
        _left_out,
        Code.FILE_CHARACTER,
        "{word} has a symbol in it that only one font has, such as a bullet from Word ({name})",
        'Retype it: {better}. If it is a list, start each entry with a dash and a space: "- ".',
    ),
    _Kind(
        re.compile(f"[{_HIDDEN}]+"),
        _within,
        Code.CHARACTER_HIDDEN,
        "{word} has an invisible character in it ({name}), so a search doesn't find the word",
        "Retype it: {better}.",
    ),
    _Kind(
        re.compile(f"[{_HIDDEN}]+"),
        _beside,
        Code.CHARACTER_HIDDEN,
        "there is an invisible character ({name}) in or next to {word}",
        "If nobody meant it, retype the text: {better}.",
        Level.NOTICE,
    ),
    _Kind(
        re.compile(f"[{_SPECIAL}]+"),
        _special,
        Code.CHARACTER_SPECIAL,
        "{word} is written with special letters, so a search doesn't find it",
        "Write {better}.",
        Level.NOTICE,
    ),
    _Kind(
        re.compile(rf"\b(?=[{_ALIKE}]*[{_LATIN}])(?=[{_LATIN}]*[{_ALIKE}])[{_LATIN}{_ALIKE}]+\b"),
        _look_alike,
        Code.CHARACTER_SPECIAL,
        "{word} has a letter of another alphabet in it that looks like one of ours, so a search doesn't find it",
        "Write {better}.",
        Level.NOTICE,
    ),
)
"""In the order in which they are read: each sees the text as those before it have left it."""


def _report(path: str, text: str, kind: _Kind, odd: Sequence[_Odd]) -> Problem:
    first = odd[0]
    begin, end = _word(text, first)
    typed = "".join(char if char.isprintable() else f"[{_name(char)}]" for char in text[begin:end])
    better = _replaced(text[begin:end], (each for each in odd if begin <= each.start and each.end <= end), begin)
    column = first.start - text.rfind("\n", 0, first.start)
    message = kind.message.format(word=f'"{typed}"' if typed.strip() else "this text", name=_name(text[first.start]))
    hint = kind.hint.format(better=f'"{better.strip()}"' if better.strip() else "leave it out")
    lines = list(dict.fromkeys(text.count("\n", 0, each.start) + 1 for each in odd))
    return Problem(path, lines[0], kind.code, f"{message}, at column {column}{_also(lines[1:])}", hint, kind.level)


def _also(lines: Sequence[int]) -> str:
    if not lines:
        return ""
    more = " …" if len(lines) > 5 else ""
    return f", and on line{'s' * (len(lines) > 1)} {', '.join(map(str, lines[:5]))}{more}"


def _word(text: str, odd: _Odd) -> tuple[int, int]:
    """Where the word around a character begins and ends; spaces, quotes and brackets are no part of it."""
    begin, end = odd.start, odd.end
    while begin > 0 and odd.start - begin < _LONGEST and _WORD.match(text[begin - 1]):
        begin -= 1
    while end < len(text) and end - odd.end < _LONGEST and _WORD.match(text[end]):
        end += 1
    return begin, end


def _name(char: str) -> str:
    return _NAMES.get(char) or f"U+{ord(char):04X}"
