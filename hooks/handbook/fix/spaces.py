"""Tabs and spaces: plain spaces only, and none at the end of a line, where YAML stands."""

from __future__ import annotations

import re

from ..source.markup import read_markup
from ..source.problems import Problems

_INDENT = re.compile(r"^[ \t\u00a0]*(?:-[ \t\u00a0]+)*")
_AFTER_KEY = re.compile(r"^([ ]*(?:- +)*[\w.-]+:)[ ]*[\t\u00a0][ \t\u00a0]*")


def with_plain_spaces(path: str, text: str) -> str:
    """A YAML file, or the head and boxes of a page, with plain spaces and none trailing; ended by one line end."""
    lines = text.split("\n")
    for at in _yaml_lines(path, text, len(lines)):
        indented = _INDENT.sub(lambda found: found[0].replace("\u00a0", " ").expandtabs(4), lines[at])
        lines[at] = _AFTER_KEY.sub(r"\1 ", indented).rstrip()
    tidy = "\n".join(lines)
    return f"{tidy.rstrip()}\n" if path.endswith(".yml") and tidy.strip() else tidy


def _yaml_lines(path: str, text: str, count: int) -> list[int]:
    if not path.endswith(".md"):
        return list(range(count))
    markup = read_markup(path, text, Problems())
    numbers = list(range(markup.body_line - 1))
    for fence in markup.fences:
        numbers += range(fence.line, min(fence.line + fence.body.count("\n") + 1, count))
    return numbers
