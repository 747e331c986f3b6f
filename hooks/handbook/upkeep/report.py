"""What changed, in words; and for the page of a job on a git host all that a proposed change is judged by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from ..book.read import NEWS, Handbook
from ..source.problems import Level, Problem, Problems, as_markdown, as_text, fenced
from .changes import Change, Difference
from .news import email_text, newest_first
from .reviews import as_lines
from .triage import Group, by_group, proposed_change

_SUGGESTED = (
    "These edits would fix some or all of the mistakes above. If you agree, make them in the file: remove each line "
    "that begins with a minus sign, and type the line that begins with a plus sign in its place."
)
LONG = 200
CONTEXT = 6
"""Words to show around what differs in two texts that are long together (characters)."""


def as_page(handbook: Handbook, problems: Problems, edits: str, changes: Sequence[Change], today: date) -> str:
    """What is wrong, what changed, the email where there is news, and what is due for review, in Markdown.

    `edits` are changes to the files that would fix some of what is wrong, as `diff -u` shows them. So nobody who
    changes the handbook in a browser needs a command.
    """
    parts = [as_markdown(problems.blocking)]
    if edits:
        parts.append(f"### Suggested edits\n\n{_SUGGESTED}\n\n{fenced(edits, 'diff')}")
    if notices := list(_notices(problems, handbook)):
        parts.append(f"### Worth a look\n\n{fenced(as_text(notices))}")
    parts.append(as_report(changes, markdown=True))
    if any(change.name == NEWS for change in changes) and handbook.news:
        parts.append(
            f"### Email to paste\n\n{fenced(email_text(handbook, newest_first(handbook)[0], handbook.site.address))}"
        )
    if handbook.guide.sections:
        parts.append(f"### Reviews\n\n{fenced(chr(10).join(as_lines(handbook, today)))}")
    return "\n\n".join(parts)


def _notices(problems: Problems, handbook: Handbook) -> Iterator[Problem]:
    """The notices that the change brings, for whoever made it: all others wait, and would hide them."""
    change = proposed_change(handbook)
    notices = by_group(problems.of(Level.NOTICE), change).get(Group.NOW, [])
    return (notice for notice in notices if change.brings(notice))


def as_report(changes: Sequence[Change], markdown: bool, longest: int = 12) -> str:
    """The changes as a text to read; with `markdown` for the summary of a job on a git host."""
    if not changes:
        return "No pages, questions or values changed."
    lines: list[str] = []
    for kind in dict.fromkeys(change.kind for change in changes):
        lines += ["", f"### {kind}" if markdown else kind]
        for change in (change for change in changes if change.kind == kind):
            name = f"**{_literal(change.name)}**" if markdown else change.name
            lines.append(f"- {name}: {_literal(change.what) if markdown else change.what}")
            lines += [line for each in change.differences[:longest] for line in _difference_lines(each, markdown)]
            if len(change.differences) > longest:
                lines.append(f"  - … and {len(change.differences) - longest} more")
    return "\n".join(lines).strip()


def _difference_lines(difference: Difference, markdown: bool) -> Iterator[str]:
    label = f"{difference.label}, " if difference.label else ""
    before, after = _around(difference.before, difference.after)
    for word, text in (("before", before), ("after", after)):
        if text is not None:
            yield f"  - {label}{word}: {_literal(text) if markdown else text}"


def _around(before: str | None, after: str | None) -> tuple[str | None, str | None]:
    """Two long texts cut down to where they differ, with some words around it."""
    if before is None or after is None or len(before) + len(after) < LONG:
        return before, after
    was, now = before.split(), after.split()
    same = 0
    while same < min(len(was), len(now)) and was[same] == now[same]:
        same += 1
    tail = 0
    while tail < min(len(was), len(now)) - same and was[-1 - tail] == now[-1 - tail]:
        tail += 1
    return _cut(was, same, tail), _cut(now, same, tail)


def _cut(words: list[str], same: int, tail: int) -> str:
    first, last = max(same - CONTEXT, 0), min(len(words) - tail + CONTEXT, len(words))
    return " ".join([*(["…"] if first else []), *words[first:last], *(["…"] if last < len(words) else [])])


def _literal(text: str) -> str:
    """A text that shows as typed in Markdown: code where it holds marks, unless it holds the mark of code."""
    fence = "``" if "`" in text else "`"
    return f"{fence} {text} {fence}" if any(mark in text for mark in "`*_[]<>#|{}\\") else text
