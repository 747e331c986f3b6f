"""Notices by who can act on them: whoever made this change, HR when there is time, or IT. New ones come first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from ..book.read import Handbook
from ..git.repository import changed_since, git
from ..source.codes import Code
from ..source.problems import Problem

CONTENT = ("docs", "quizbank", "mkdocs.yml")

_FOR_IT = frozenset(
    {
        Code.REFERENCE_CHANGED,
        Code.HISTORY_UNREADABLE,
        Code.HISTORY_SHALLOW,
        Code.REPOSITORY_ADDRESS,
        Code.SITE_SETTING,
    }
)
_LATER = frozenset(
    {
        Code.VALUE_EMPTY,
        Code.NEWS_BEHIND,
        Code.PAGE_MOVED,
        Code.PAGE_GONE,
        Code.PRINT_MISSING,
        Code.PRINT_TWICE,
        Code.PRINT_BUDGET,
        Code.PRINT_CUT,
        Code.QUESTION_RETIRED,
        Code.QUIZ_UNDRAWABLE,
    }
)
_RULE = re.compile(r"Q\d\d$")
_MANY = 5
"""So many notices that differ in nothing but a name are said in one."""
_HUNK = re.compile(r"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", re.MULTILINE)


class Group(StrEnum):
    """Who can act on a notice, in words."""

    NOW = "To look at now"
    LATER = "For later"
    IT = "For IT"


@dataclass(frozen=True, slots=True)
class ProposedChange:
    """What a proposed change touches: lines by file (from the handbook's folder), and every file, removed ones too."""

    lines: Mapping[str, frozenset[int]] = field(default_factory=dict)
    files: frozenset[str] = frozenset()

    def brings(self, notice: Problem) -> bool:
        """Whether a notice is of a line that changed, of a new file, or of another file that changed."""
        if notice.path in self.files:
            return not notice.line or notice.line in self.lines.get(notice.path, ())
        return notice.subject in self.files


def proposed_change(handbook: Handbook) -> ProposedChange:
    """What differs from the newest published commit that this folder builds on. Nothing where there is none."""
    root, main = handbook.root, handbook.past.main
    if not main:
        return ProposedChange()
    files = changed_since(root, main, *CONTENT)
    diff = git(root, "diff", "--unified=0", "--no-renames", "--no-color", main, "--", *CONTENT) if files else ""
    lines: dict[str, frozenset[int]] = {}
    for part in re.split(r"(?m)^diff --git ", diff):
        name = re.search(r"(?m)^\+\+\+ b/(.+?)\t?$", part)
        if name:
            hunks = (range(int(first), int(first) + int(count or 1)) for first, count in _HUNK.findall(part))
            lines[name[1]] = frozenset(number for hunk in hunks for number in hunk)
    new = (file for file in files if file not in lines and (root / file).is_file())
    lines |= {file: frozenset(range(1, (root / file).read_bytes().count(b"\n") + 2)) for file in new}
    return ProposedChange(lines, frozenset(files))


def by_group(notices: Iterable[Problem], change: ProposedChange) -> dict[Group, list[Problem]]:
    """The notices of each group that has any, those that the change brings first, many of one kind as one."""
    groups: dict[Group, list[Problem]] = {group: [] for group in Group}
    for notice in notices:
        groups[_group(notice, new=change.brings(notice))].append(notice)
    return {
        group: list(_merged(sorted(each, key=lambda notice: _rank(notice, change)), change))
        for group, each in groups.items()
        if each
    }


def _rank(notice: Problem, change: ProposedChange) -> tuple[bool, bool]:
    """What staff may come to harm by comes first, then what the change brings."""
    return notice.code is not Code.VALUE_REQUIRED, not change.brings(notice)


def _group(notice: Problem, *, new: bool) -> Group:
    if notice.code in _FOR_IT:
        return Group.NOW if new and notice.code is Code.REFERENCE_CHANGED else Group.IT
    if notice.code in _LATER or _RULE.match(notice.code):
        return Group.NOW if new and notice.code not in (Code.VALUE_EMPTY, Code.NEWS_BEHIND) else Group.LATER
    return Group.NOW


def _subject(notice: Problem) -> str:
    """What one of many notices is about: a value at its line, or a file."""
    return notice.subject if "/" in notice.subject else f"{notice.subject} (line {notice.line})"


_TOGETHER = {
    Code.VALUE_REQUIRED: (
        "{} values that staff can't do without are empty",
        'Write each after its "value:", before the handbook is published.',
    ),
    Code.VALUE_EMPTY: ("{} values are for the county to fill in", "Write each after its colon."),
    Code.REFERENCE_CHANGED: (
        "{} questions refer to texts that have changed since they were last compared",
        "handbook recheck",
    ),
}
"""How many notices of a kind are said in one."""


def _merged(notices: list[Problem], change: ProposedChange) -> Iterator[Problem]:
    """The notices, in which many of a kind that the change has not brought are one, at the place of the first."""
    old = [notice for notice in notices if notice.code in _TOGETHER and not change.brings(notice)]
    many = {code for code, count in Counter(notice.code for notice in old).items() if count > _MANY}
    merged_kinds = set[Code]()
    for notice in notices:
        if notice.code not in many or change.brings(notice):
            yield notice
        elif notice.code not in merged_kinds:
            merged_kinds.add(notice.code)
            same = [each for each in old if each.code is notice.code]
            message, hint = _TOGETHER[notice.code]
            subjects = ", ".join(dict.fromkeys(map(_subject, same)))
            yield replace(notice, line=0, message=f"{message.format(len(same))}: {subjects}", hint=hint)
