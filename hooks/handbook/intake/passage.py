"""A text of a file as the bank writes it: Markdown on one line, and what that can't hold."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from ..export.texts import ItemTexts
from ..model.guide import Guide
from ..source.profile import Profile
from .limits import MOST_MARKS

BARE = ItemTexts(Profile({}), Guide((), ()), "")
"""Reads Markdown without a handbook: no value is filled in, no link leads to a page."""

_MARK = re.compile(r"[\\`*_{}\[\]<>&]")
_PIECES = re.compile(r"(\{\{[^{}]*\}\})")
_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_CONTROL = ("characters that aren't text", "they are taken out")
_PICTURE = ("a picture", "its mark is kept, but its file isn't. Add the file by hand")
_BLOCK = re.compile(r"(?:[-*+>|]|#{1,6}|\d{1,3}[.)])\s")
_GARBLED = (
    "a � in the text",
    "it is kept. Another program lost the character that was there, so type that again",
)


class TextFormat(StrEnum):
    """How the text of a file is marked up."""

    PLAIN = "plain"
    HTML = "html"
    MARKDOWN = "markdown"
    MOODLE = "moodle"
    """Moodle's own: HTML in which the end of a line is one."""


@dataclass(frozen=True, slots=True)
class PassageLine:
    """A line or paragraph of a text. `entry` is the number of the list entry that it is part of, if it is."""

    markdown: str
    plain: str
    links: tuple[str, ...] = ()
    entry: int | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A text, and what of it was lost (what, and what was done instead) or is worth a look."""

    lines: tuple[PassageLine, ...] = ()
    losses: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def markdown(self) -> str:
        """The text as Markdown on one line."""
        return " ".join(line.markdown for line in self.lines)

    @property
    def plain(self) -> str:
        """The words of the text, on one line."""
        return " ".join(line.plain for line in self.lines)


def plain_passage(text: str) -> Passage:
    """A text without marks; an empty line says nothing."""
    clean, losses = clean_text(text)
    lines = (" ".join(line.split()) for line in clean.split("\n"))
    return Passage(tuple(PassageLine(one_line_markdown(line), line) for line in lines if line), losses)


def markdown_passage(text: str) -> Passage:
    """A text that is Markdown already."""
    clean, losses = clean_text(text)
    lines = [" ".join(line.split()) for line in clean.split("\n")]
    read = tuple(PassageLine(line, BARE.plain(line) if readable(line) else line) for line in lines if line)
    pictured = any("picture" in BARE.marks(line.markdown) for line in read if readable(line.markdown))
    in_blocks = len(read) > 1 and any(_BLOCK.match(line.markdown) for line in read)
    notes = ("a list, table or heading is now part of one line",) if in_blocks else ()
    return Passage(read, (*losses, *([_PICTURE] if pictured else [])), notes)


def clean_text(text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The text without what no text has, and what is lost with that."""
    clean = _NO_TEXT.sub("", text)
    return clean, (*([_CONTROL] if clean != text else []), *([_GARBLED] if "�" in clean else []))


def one_line_markdown(text: str) -> str:
    """A plain text as Markdown that reads the same: marks are escaped where they would be read as marks."""
    text = " ".join(text.split())
    return text if readable(text) and BARE.plain(text) == text else escaped(text)


def readable(text: str) -> bool:
    """Whether reading a text as Markdown takes no long time."""
    return len(_MARK.findall(text)) <= MOST_MARKS


def escaped(text: str) -> str:
    """The text with all marks escaped. A placeholder, which a spreadsheet may hold too, stays one."""
    pieces = _PIECES.split(text)
    return "".join(piece if at % 2 else _MARK.sub(_escape, piece) for at, piece in enumerate(pieces))


def _escape(match: re.Match[str]) -> str:
    entities = {"<": "&lt;", "&": "&amp;"}  # Markdown has no backslash for them
    return entities.get(match[0], "\\" + match[0])
