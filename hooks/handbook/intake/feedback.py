"""What a question says to everybody once it is answered, and what our exports put there that has a place of its own."""

from __future__ import annotations

from ..export.markup import ANY_ORDER, READ_MORE, joined
from .passage import Passage, PassageLine, one_line_markdown


class Feedback:
    """The lines of a general feedback. What is asked for is taken out; the rest is the explanation."""

    def __init__(self, passage: Passage) -> None:
        self._lines = list(passage.lines)

    @property
    def rest(self) -> str:
        """All lines that nobody asked for, as Markdown on one line."""
        return " ".join(line.markdown for line in self._lines)

    def references(self) -> list[str]:
        """Where the line that begins with "Read more:" leads."""
        for line in self._lines:
            words = line.plain.removeprefix(READ_MORE).split()
            if line.plain.startswith(READ_MORE) and (line.links or all(map(_is_address, words))):
                self._lines.remove(line)
                return [*line.links] or words
        return []

    def reason(self, beginning: str) -> str:
        """What is said of an entry: after it in its line, or below it in its entry of a list."""
        for at, line in enumerate(self._lines):
            below = self._lines[at + 1] if at + 1 < len(self._lines) else None
            if below and line.plain == beginning and line.entry is not None and line.entry == below.entry:
                del self._lines[at : at + 2]
                return below.markdown
            if line.plain.startswith(joined(beginning, "")):
                self._lines.remove(line)
                return _after(line, joined(beginning, ""))
        return ""

    def advice(self, statement: str, answer: str) -> str:
        """What is said of an answer to a statement: in a line of its own, or in the list below the statement."""
        text = self.reason(f"{statement} {answer}")
        starts = (at for at, line in enumerate(self._lines) if line.plain == statement and line.entry is None)
        at = next(starts, len(self._lines)) + 1
        while not text and at < len(self._lines) and self._lines[at].entry is not None:
            if self._lines[at].plain.startswith(f"{answer}: "):
                text = _after(self._lines.pop(at), f"{answer}: ")
            at += 1
        return text

    def drop(self, statement: str) -> None:
        """Take out a line that only says what the lines below it are about."""
        self._lines = [line for line in self._lines if line.plain != statement or line.entry is not None]

    def swaps(self) -> list[list[str]]:
        """The steps, by their words, that may come in any order."""
        lines = [line for line in self._lines if line.plain.startswith(f"{ANY_ORDER} ")]
        self._lines = [line for line in self._lines if line not in lines]
        return [line.plain.removeprefix(f"{ANY_ORDER} ").split(" · ") for line in lines]


def _after(line: PassageLine, beginning: str) -> str:
    """What a line says after its beginning, which may be emphasized."""
    start = beginning.rstrip()
    for marked in (f"**{start}** ", f"{one_line_markdown(start)} "):
        if line.markdown.startswith(marked):
            return line.markdown.removeprefix(marked)
    return one_line_markdown(line.plain.removeprefix(beginning))


def _is_address(word: str) -> bool:
    return word.startswith(("https://", "http://"))
