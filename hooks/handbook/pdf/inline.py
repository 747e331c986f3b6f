"""Turns Markdown on one line into the runs that the template prints: a closed list of elements.

A text is data: it goes to the template as JSON, never as Typst markup. What has no print form is a problem in the
author's file.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from ..book.read import ORGANIZATION
from ..source.codes import Code
from ..source.document import Document, Where
from ..source.one_line import OneLine, address_in
from ..source.problems import Problems
from ..source.profile import Medium, Profile
from .fonts import unprintable
from .links import Links, spoken_address
from .pointers import AWAY, plain_words, without_pointers
from .runs import Runs, Tree, words

_KINDS = {"strong": "strong", "em": "emphasis", "code": "code", "span": "span"}
_PICTURE = (
    "a picture can't be printed here",
    "Describe it in words, or remove this directive from docs/_data/pocket-guide.yml.",
)
_LONG_WORD, _PIECE = re.compile(r"[^\s/-]{24,}"), re.compile(r".{16}(?=.{4})")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a text is written: its file and line, and the page (relative to docs) that its links start from."""

    file: str
    line: int
    page: str


class Typesetter:
    """Sets the texts of one guide."""

    def __init__(self, profile: Profile, links: Links, problems: Problems) -> None:
        self.profile, self.links, self.problems = profile, links, problems
        self._readers = {medium: OneLine(profile, medium) for medium in (Medium.PRINT, Medium.SPEECH)}

    def runs(self, text: str, origin: Origin, medium: Medium = Medium.PRINT) -> Runs:
        """The text as runs. What cannot be printed is recorded and left out, and so is what only points elsewhere.

        Where that is all of it, its words stay.
        """
        runs = self._all_runs(text, origin, medium)
        return without_pointers(runs) or plain_words(runs)

    def aside(self, text: str, origin: Origin) -> Runs | None:
        """The same of a text that may be missing. None where all of it only points elsewhere."""
        return without_pointers(self._all_runs(text, origin, Medium.PRINT)) or None

    def _all_runs(self, text: str, origin: Origin, medium: Medium) -> Runs:
        reader = self._readers[medium]
        return list(_Reader(self, reader, origin).content(reader.read(text)))

    def literal(self, text: str, origin: Origin) -> str:
        """A text without marks, as it can be printed. Characters that no font has are recorded and left out."""
        clean = as_printed(text)
        if missing := unprintable(clean):
            self._refuse(missing, text, origin)
            clean = "".join(char for char in clean if char not in missing)
        return breakable(clean)

    def _refuse(self, missing: str, text: str, origin: Origin) -> None:
        """Record characters that no font has: at the value of the profile that brings them, else where the text is."""
        values = (value for value in self.profile.values.values() if value.text and value.text in text)
        line = next((value.line for value in values if not set(missing).isdisjoint(value.text)), None)
        path, line = (origin.file, origin.line) if line is None else (ORGANIZATION, line)
        message = f"no font in the printed guide has {_characters(missing)}"
        hint = "Write it in English letters." if missing[0].isalpha() else "Write it in words."
        self.problems.add(path, line, Code.PRINT_CHARACTER, message, hint)


class _Reader:
    """Reads the elements of one text."""

    def __init__(self, setter: Typesetter, one_line: OneLine, origin: Origin) -> None:
        self.setter, self.one_line, self.origin = setter, one_line, origin

    def content(self, element: Element) -> Iterator[Tree]:
        yield from self._text(element.text, code=element.tag == "code")
        for child in element:
            yield from self._element(child)
            yield from self._text(child.tail)

    def _element(self, element: Element) -> Iterator[Tree]:
        if element.tag in _KINDS:
            yield {"kind": _KINDS[element.tag], "runs": list(self.content(element))}
        elif element.tag == "br":
            yield {"kind": "break"}
        elif element.tag == "a":
            yield self._link(address_in(element), element)
        elif element.tag == "img":
            self._complain(Code.PRINT_FORM, *_PICTURE)
        else:
            self._complain(Code.PRINT_FORM, f"<{element.tag}> can't be printed", "Say it in words.")

    def _link(self, address: str, element: Element) -> Tree:
        runs = list(self.content(element))
        target = self.setter.links.target(self.origin.page, address)
        if target is None:
            self._complain(
                Code.PRINT_FORM,
                f'the link to "{address}" can\'t be printed',
                "Link to a page, a web address, an email address or a phone number.",
            )
        if target and target.label:
            return {"kind": "see", "label": target.label, "runs": runs}
        if target and target.address:
            spoken = spoken_address(target.address)
            beside = None if spoken in words(runs) else breakable(spoken)
            return {"kind": "link", "to": target.address, "shown": beside, "runs": runs}
        return {"kind": AWAY if target else "span", "runs": runs}

    def _text(self, text: str | None, *, code: bool = False) -> Iterator[Tree]:
        clean = self.setter.literal(self.one_line.words(text, code=code), self.origin)
        if clean:
            yield {"kind": "text", "text": clean}

    def _complain(self, code: Code, message: str, hint: str) -> None:
        self.setter.problems.add(self.origin.file, self.origin.line, code, message, hint)


@dataclass(frozen=True, slots=True)
class PrintTexts:
    """Sets the texts of one document, and knows the line of each. `page` is what its links start from."""

    setter: Typesetter
    document: Document
    page: str

    def of(self, document: Document) -> PrintTexts:
        """The same for another document."""
        return replace(self, document=document)

    def __call__(self, text: str | None, *where: str | int, medium: Medium = Medium.PRINT) -> Runs | None:
        """The runs of the text at a place in the document. None without a text."""
        if text is None:
            return None
        return self.setter.runs(text, self._origin(where), medium)

    def aside(self, text: str | None, *where: str | int) -> Runs | None:
        """The runs of a note or a reason. None without one, and where it only points to what is not in print."""
        return None if text is None else self.setter.aside(text, self._origin(where))

    def spoken(self, text: str | None, *where: str | int) -> Runs | None:
        """The runs of words to say."""
        return self(text, *where, medium=Medium.SPEECH)

    def plain(self, text: str, *where: str | int) -> str:
        """The words of a title: no marks, no links."""
        return words(self(text, *where) or [])

    def literal(self, text: str, *where: str | int) -> str:
        """A value as it is: no Markdown."""
        return self.setter.literal(text, self._origin(where))

    def _origin(self, where: Where) -> Origin:
        return Origin(self.document.path, self.document.line(where), self.page)


def as_printed(text: str, keep: str = "") -> str:
    """The text as it can be set: composed letters, one kind of blank, no invisible marks but those to keep."""
    if text.isascii() and text.isprintable():
        return text  # most are
    blanks = re.sub(r"[\t\n\r\x0b\x0c\u2000-\u200a\u202f\u205f\u3000]", " ", unicodedata.normalize("NFC", text))
    return "".join(
        char
        for char in blanks
        if char in keep or (unicodedata.category(char) not in ("Cc", "Cf") and not "\ufe00" <= char <= "\ufe0f")
    )


def breakable(text: str) -> str:
    """The text with places to break (zero-width spaces) where a word has none and is too long for a line."""
    return _LONG_WORD.sub(lambda word: _PIECE.sub("\\g<0>\u200b", word[0]), text)


def _characters(missing: str) -> str:
    """Characters in a message: one with its name, the first of several."""
    several = len(missing) > 1 and missing.isprintable()
    return f'the characters "{missing[:12]}"' if several else f'the character "{_character_name(missing[0])}"'


def _character_name(char: str) -> str:
    name = unicodedata.name(char, f"U+{ord(char):04X}").lower()
    return f"{char} ({name})" if char.isprintable() else name
