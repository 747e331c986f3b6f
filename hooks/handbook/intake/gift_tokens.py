"""Takes GIFT text apart: blocks between blank lines, then name, stem, answers and general feedback of each."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ..export.markup import joined
from ..source.codes import Code
from .draft import Intake, one_line_markdown

_ESCAPED = re.compile(r"\\([\\~=#{}:n])")
_HIDDEN = re.compile("[\ue000-\ue0ff]")
_FORMAT = re.compile(r"\s*\[(html|markdown|plain|moodle)\]\s*")
_TAG = re.compile(r"[ ]*<[^<>]+>")
_MARKS = ("level:", "difficulty:", "type:")


@dataclass(frozen=True, slots=True)
class GiftBlock:
    """The text between two blank lines: the line it starts on, what its comments say, and the rest of it."""

    line: int
    marks: dict[str, list[str]]
    text: str


@dataclass(slots=True)
class Question:
    """A block taken apart. `explained` are the lines of the general feedback that have not been made use of."""

    block: GiftBlock
    intake: Intake
    name: str
    form: str
    stem: str
    answers: str
    explained: list[str]
    tags: dict[str, str] = field(default_factory=dict)

    def text(self, raw: str | None) -> str:
        """A text as Markdown on one line."""
        plain, form = self.plain(raw), self._form(raw)
        return " ".join(plain.split()) if form == "markdown" else one_line_markdown(plain)

    def plain(self, raw: str | None) -> str:
        """A text as it reads."""
        said = shown(_FORMAT.sub("", raw or "", count=1)).strip()
        return html.unescape(_TAG.sub(" ", said)).strip() if self._form(raw) == "html" else said

    def complain(self, message: str, hint: str = "") -> None:
        """Record what is wrong with it."""
        self.intake.problem(self.block.line, Code.IMPORT_ANSWER, message, hint)

    def told(self, beginning: str) -> str:
        """What the general feedback says after a beginning; the line is then made use of."""
        for line in self.explained:
            if line.startswith(joined(beginning, "")):
                self.explained.remove(line)
                return line.removeprefix(joined(beginning, ""))
        return ""

    def _form(self, raw: str | None) -> str:
        own = _FORMAT.match(raw or "")
        return own[1] if own else self.form


def blocks(text: str) -> Iterator[GiftBlock]:
    """The blocks of a file that may be questions."""
    start, lines, marks = 0, list[str](), dict[str, list[str]]()
    for at, line in enumerate([*text.split("\n"), ""], start=1):
        if line.strip().startswith("//"):
            for name, value in re.findall(r"\[(id|tag):([^\]]+)\]", line):
                marks.setdefault(name, []).append(value.strip())
        elif line.strip():
            start = start or at
            lines.append(line)
        else:
            if lines and not lines[0].startswith("$CATEGORY:"):
                yield GiftBlock(start, marks, "\n".join(lines))
            if lines:
                start, lines, marks = 0, [], {}


def question_of(block: GiftBlock, intake: Intake) -> Question | None:
    """A block taken apart. None, the problem recorded, when it is no question."""
    text = _ESCAPED.sub(lambda found: chr(0xE000 + ord(found[1])), block.text).strip()
    named = re.match(r"::(.*?)::\s*", text, re.DOTALL)
    body = text[named.end() :] if named else text
    form = _FORMAT.match(body)
    body = body[form.end() :] if form else body
    begin, end = body.find("{"), body.find("}")
    if begin < 0 and end < 0:
        hint = "A question has its answers in braces: { … }."
        intake.problem(block.line, Code.IMPORT_SYNTAX, "this text asks nothing", hint)
        return None
    if begin < 0 or end < begin:
        hint = "Answers stand between { and }. Put \\ before a brace in a text."
        intake.problem(block.line, Code.IMPORT_SYNTAX, "a brace is missing", hint)
        return None
    answers, _, feedback = (
        body[begin + 1 : end].rpartition("####") if "####" in body else (body[begin + 1 : end], "", "")
    )
    after = body[end + 1 :].strip()
    stem = body[:begin].strip() + (f" _____ {after}" if after else "")
    question = Question(
        block, intake, shown(named[1]) if named else "", form[1] if form else "moodle", stem, answers, []
    )
    question.explained = [line.strip() for line in question.plain(feedback).split("\n") if line.strip()]
    known = (tag.split(":", 1) for tag in block.marks.get("tag", []) if tag.startswith(_MARKS))
    question.tags = dict(known)
    return question


def shown(text: str) -> str:
    """The text with its hidden control characters as they read."""
    return _HIDDEN.sub(lambda found: "\n" if (char := chr(ord(found[0]) - 0xE000)) == "n" else char, text)
