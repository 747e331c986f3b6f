"""Finds the head of a page: keys between two lines of three dashes, at the very top. What is near to one is read so."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .codes import Code
from .document import Document, read_document
from .problems import Problems

_KEY = re.compile(r"[ \t]*[\"'“]?(?:title|summary|keywords|tags|next|was|owner)[\"'”]?[ \t]*:", re.IGNORECASE)
_ANY_KEY = re.compile(r"[a-z]+: ")
_START = re.compile(r"[ \t]*(?:[-‐-―−_*=~+][ \t]*){2,}$|[ \t]*[‐-―−]$")
_WITH_WORDS = re.compile(r"-{2,}[ \t]+[^\W_].*")
"""Dashes and a word or two, which is no start of a head, but is meant as one above its first key."""
_JOINED = re.compile(r"[ \t]*[-‐-―−]{1,}[ \t]+(?P<key>\w+[ \t]*:.*)")
_END = re.compile(r"[-‐-―−]{2,}|[‐-―−]")
_OTHER_END = re.compile(r"[ \t]*(?:[-*_=~.`‐-―−][ \t]*){3,}")
"""Marks that end the head of a page in other programs. Here only where no blank line comes before."""
_OTHER_START = re.compile(r"(?:<!--.*-->|&#?\w+;|(?:ya?ml|toml)\b|[^\w#>])+", re.IGNORECASE)
"""What has no words, and stands above the first key where the dashes should."""
_MOST_ABOVE = 12
"""Lines that may stand above a head by mistake."""


@dataclass(frozen=True, slots=True)
class PageHead:
    """The head of a page, and the Markdown below it, which starts on `body_line`.

    `meta` is None where there is no head, and where it could not be read.
    """

    meta: Document | None
    body: str
    body_line: int
    is_there: bool = True


def read_head(path: str, text: str, problems: Problems) -> PageHead:
    """Take the head off a page. What is wrong with its beginning or its end is recorded, and it is read as meant."""
    lines = text.split("\n")
    start = _start(path, lines, problems)
    if start is None:
        return PageHead(None, text, 1, is_there=False)
    for at in range(start, len(lines)):
        line = lines[at].rstrip()
        if _END.fullmatch(line) or (_OTHER_END.fullmatch(line) and "" not in map(str.strip, lines[start:at])):
            if line != "---":
                message = f'"{line.strip()}" doesn\'t end the head of the page'
                problems.add(path, at + 1, Code.HEAD_END, message, 'Write "---" here.')
            meta = read_document(path, "\n".join(lines[start:at]), problems, first_line=start + 1)
            _report_second(path, lines, at + 1, problems)
            return PageHead(meta, "\n".join(lines[at + 1 :]), at + 2)
    hint = "Put a line of three dashes (---) below its last key."
    problems.add(path, max(start, 1), Code.HEAD_OPEN, "the head of the page is never closed", hint)
    return PageHead(None, text, 1)


def _report_second(path: str, lines: list[str], start: int, problems: Problems) -> None:
    """Report a head below the head: it would be shown as text."""
    full = [at for at in range(start, min(start + 4, len(lines))) if lines[at].strip() and lines[at].rstrip() != "---"]
    first = full[0] if full else start
    end = next((at for at in range(first, min(first + 9, len(lines))) if lines[at].rstrip() == "---"), None)
    if end is not None and full and all(_ANY_KEY.match(lines[at]) for at in range(first, end)):
        hint = f"Keep one of the two: remove the lines up to {first}, or those from {first + 1} to {end + 1}."
        problems.add(path, first + 1, Code.HEAD_START, "the page has a second head, which is shown as text", hint)


def _start(path: str, lines: list[str], problems: Problems) -> int | None:
    """The place of the first line of the head's keys; None where there is no head."""
    if lines[0].rstrip() == "---":
        return 1
    first = next((at for at, line in enumerate(lines) if line.strip()), None)
    if first is None:
        return None
    if _KEY.match(lines[first]):
        hint = "Put a line of three dashes (---) above it."
        problems.add(path, first + 1, Code.HEAD_START, "the head of the page doesn't start with three dashes", hint)
        return first
    if (joined := _JOINED.fullmatch(lines[first])) and _KEY.match(joined["key"]):
        message = f'"{lines[first].strip()[:40]}" doesn\'t start the head of the page'
        hint = f'Write "---" on a line of its own, and below it "{joined["key"].strip()}".'
        problems.add(path, first + 1, Code.HEAD_START, message, hint)
        lines[first] = joined["key"]
        return first
    return _below_others(path, lines, first, problems)


def _below_others(path: str, lines: list[str], first: int, problems: Problems) -> int | None:
    """The same where another line, or another one than it should be, comes first."""
    for at in range(first, min(first + _MOST_ABOVE, len(lines) - 1)):
        patterns = (_START, _WITH_WORDS, _OTHER_START) if at == first else (_START,)
        if not (any(pattern.fullmatch(lines[at]) for pattern in patterns) and _KEY.match(lines[at + 1])):
            continue
        if lines[at].rstrip() != "---":
            message = f'"{lines[at].strip()}" doesn\'t start the head of the page'
            problems.add(path, at + 1, Code.HEAD_START, message, 'Write "---" here.')
        if at:
            what = "text" if at > first else "a blank line" if at == 1 else "blank lines"
            hint = f'Remove {_WHAT_TO_REMOVE[what]} above the first "---".'
            problems.add(path, 1, Code.HEAD_START, f"{what} above the head keeps it from being read", hint)
        return at + 1
    return None


_WHAT_TO_REMOVE = {"text": "what is", "a blank line": "the blank line", "blank lines": "the blank lines"}
