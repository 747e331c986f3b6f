"""Changes what stands between the boxes of a page: a paragraph, an entry of a list, a row of a table and its cells."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..source.lenient import indent_of
from .parts import FilePart, cells_of, paragraph

_ENTRY = re.compile(r"\s*(?:[-*+]|\d+\.)\s+")
_BAR = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True, slots=True)
class Prose:
    """A part of a page without a model, among all parts of it. Every change gives the whole text with it."""

    text: str
    part: FilePart
    parts: list[FilePart]

    @property
    def is_entry(self) -> bool:
        """Whether it is one of several that can change places: a row below the head, or an entry of a list."""
        line = self._line(self.part)
        return bool(_ENTRY.match(line)) or (bool(cells_of(line)) and "|" in self._line_above())

    def set(self, cell: int, words: str) -> str:
        """The text with other words in a cell of the row, counted from 1; with 0, in the part. None takes it out."""
        lines, words = self.text.split("\n"), " ".join(words.split())
        line = self._line(self.part)
        if cell:
            start, end = cells_of(line)[cell - 1]
            bars = _BAR.sub(r"\\|", words)  # a bar in it would begin another cell
            lines[self.part.line - 1] = line[:start] + bars + line[end:]
        else:
            lead, _ = paragraph(self.text, self.part)
            lines[self.part.line - 1 : self.part.end] = [f"{lead}{words}"] if words else []
        return "\n".join(lines)

    def add(self) -> str:
        """The text with an empty row or entry below this one."""
        cells, (lead, _) = cells_of(self._line(self.part)), paragraph(self.text, self.part)
        lines = self.text.split("\n")
        lines.insert(self.part.end, "|" + "  |" * len(cells) if cells else lead)
        return "\n".join(lines)

    def remove(self) -> str:
        """The text without it."""
        lines = self.text.split("\n")
        del lines[self.part.line - 1 : self.part.end]
        return "\n".join(lines)

    def move(self, by: int) -> tuple[str, int]:
        """The text with a row or entry one place up (-1) or down (1), and the line that it is in then."""
        at = self.parts.index(self.part) + by
        other = self.parts[at] if 0 <= at < len(self.parts) else None
        first, second = sorted((self.part, other or self.part), key=lambda part: part.line)
        if other is None or second.line != first.end + 1 or not self._is_like(other):
            return self.text, self.part.line
        lines = self.text.split("\n")
        block, above = lines[second.line - 1 : second.end], lines[first.line - 1 : first.end]
        lines[first.line - 1 : second.end] = [*block, *above]
        return "\n".join(lines), first.line if by < 0 else first.line + len(block)

    def _is_like(self, other: FilePart) -> bool:
        if other.document is not None:
            return False
        if cells_of(self._line(self.part)):
            return Prose(self.text, other, self.parts).is_entry
        return self._depth(other) == self._depth(self.part)

    def _depth(self, part: FilePart) -> int:
        """How far in an entry of a list is; -1 for what is none."""
        line = self._line(part)
        return indent_of(line) if _ENTRY.match(line) else -1

    def _line(self, part: FilePart) -> str:
        return self.text.split("\n")[part.line - 1]

    def _line_above(self) -> str:
        return self.text.split("\n")[self.part.line - 2] if self.part.line > 1 else ""
