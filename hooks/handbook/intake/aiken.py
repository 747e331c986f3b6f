"""Reads questions from Aiken text: a question, its answers by letter, and a line that names the right one.

Source: Moodle's importer, question/format/aiken/format.php. A question may run over several lines here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial

from ..source.codes import Code
from .draft import Candidate, Data, Intake, excess
from .limits import MOST_PARTS
from .losses import LeftOut, SourcePlace
from .moodle import Head, MoodleAnswer, MoodleChoice, bank_data
from .passage import TextFormat

ANSWER = re.compile(r"^[ \t]*ANSWER[ \t]*:[ \t]*(.*)$", re.MULTILINE | re.IGNORECASE)
_OPTION = re.compile(r"([A-Za-z])[).](?:[ \t]+(.*)|$)")
_CLOSE_OPTION = re.compile(r"([A-Z])[).](.+)")
"""Without a blank after the mark, a line counts as an answer only where its letter is the next."""
_RIGHT = re.compile(r"([A-Za-z])[).]?(?:\s+.*)?")
_FORM = 'Write the question on a line, then "A. Greet", "B. Ask" …, then "ANSWER: A".'


@dataclass(slots=True)
class _Block:
    """A question while it is read: its lines, and the answers by their letters."""

    line: int
    stem: list[str] = field(default_factory=list)
    options: list[tuple[str, str]] = field(default_factory=list)

    def add(self, line: str) -> None:
        """Add a line: one of the answers if it begins like the next of them, else more of what came last."""
        option = _OPTION.fullmatch(line) or self._close_option(line)
        if option and (self.options or option[1].upper() == "A"):
            self.options.append((option[1].upper(), option[2] or ""))
        elif self.options:
            letter, text = self.options[-1]
            self.options[-1] = letter, f"{text} {line}"
        else:
            self.stem.append(line)

    def _close_option(self, line: str) -> re.Match[str] | None:
        match = _CLOSE_OPTION.fullmatch(line)
        following = chr(ord(self.options[-1][0]) + 1) if self.options else "A"
        return match if match and self.stem and match[1] == following else None


def read_aiken(text: str, intake: Intake) -> Iterator[Candidate]:
    """The questions of an Aiken file."""
    block: _Block | None = None
    was_blank = False
    for number, line in enumerate(text.split("\n"), start=1):
        bare = line.strip()
        answer = ANSWER.fullmatch(bare)
        begins = was_blank and block is not None and bool(block.options) and not _OPTION.fullmatch(bare) and not answer
        was_blank = not bare
        if not bare:
            continue
        if block and begins:
            yield _candidate(block, None, intake)
            block = None
        block = block or _Block(number)
        if answer:
            yield _candidate(block, answer[1], intake)
            block = None
        else:
            block.add(bare)
    if block:
        yield _candidate(block, None, intake)


def _candidate(block: _Block, answer: str | None, intake: Intake) -> Candidate:
    place = SourcePlace(intake.path, block.line)
    return Candidate(place, partial(_data, block, answer, place, intake))


def _data(block: _Block, answer: str | None, place: SourcePlace, intake: Intake) -> Data:
    letters = [letter for letter, _ in block.options]
    if answer is None:
        raise LeftOut(Code.IMPORT_SYNTAX, "no line says which answer is right", _FORM)
    if len(block.options) > MOST_PARTS or len(block.stem) > MOST_PARTS:
        raise excess("answers or lines in one question", MOST_PARTS)
    if not block.stem or len(letters) < 2 or len(set(letters)) < len(letters):
        what = "it has no question" if not block.stem else "it needs two answers, each with a letter of its own"
        raise LeftOut(Code.IMPORT_SYNTAX, what, _FORM)
    right = _RIGHT.fullmatch(answer.strip())
    if not right or right[1].upper() not in letters:
        hint = f"Write one letter of those above it: ANSWER: {letters[0]}."
        raise LeftOut(Code.IMPORT_ANSWER, f'"{answer.strip()}" names none of its answers', hint)
    head = Head(place, intake)
    head.stem = head.passage("\n".join(block.stem), TextFormat.PLAIN)
    answers = (
        MoodleAnswer(head.passage(text, TextFormat.PLAIN), float(letter == right[1].upper()))
        for letter, text in block.options
    )
    return bank_data(head, MoodleChoice(tuple(answers), single=True))
