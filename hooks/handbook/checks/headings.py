"""Headings that are read otherwise than they look: with signs too many, without words, with a torn address."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..book.read import Handbook
from ..model.guide import Page
from ..source.codes import Code
from ..source.problems import Level, Problem
from .marks import Lines, cut

_SIGNS = re.compile(
    r"#{7,}[ \t]*(?P<deep>[^#\s].*?)[ \t#]*|\\#{2,6}[ \t]*(?P<escaped>\S.*?)|"
    r"#{1,6}[ \t]+#{1,6}[ \t]+(?P<doubled>\S.*?)[ \t#]*|"
    r"(?P<joined>#{1,6}[ \t]*[^\s#].*?)[ \t]+(?P<rest>#{2,6}[ \t]+\S.*)"
)
_WORDLESS = re.compile(r" {0,3}#{1,6}[ \t#]*")
_TORN = re.compile(
    r"(?P<words>#{1,6}[ \t].*\S)[ \t]+(?:\{#(?P<open>[\w-]+)|"
    r"\(#(?P<round>[\w-]+)\)|\[#(?P<square>[\w-]+)\])"
)
_BOLD_LINE = re.compile(r"(\*\*|__)(?P<words>(?![\s*_])[^*_]{2,60}[^*_\s.!?:,;])\1")


def odd_headings(handbook: Handbook) -> Iterator[Problem]:
    """Every heading has words, no signs among them, and an address of its own."""
    for page in handbook.guide.written:
        if "#" in page.markup.body or "**" in page.markup.body or "__" in page.markup.body:
            yield from _in_page(page)


def _in_page(page: Page) -> Iterator[Problem]:
    lines = page.markup.prose
    for text, number in lines:
        if "#" in text and (fault := _fault(text.rstrip())):
            yield Problem(page.file, number, Code.MARKDOWN_OTHER, *fault)
    yield from _alike(page)
    yield from _bold(page, [(text, number) for text, number in lines if text.startswith(("**", "__"))])


def _fault(text: str) -> tuple[str, str] | None:
    """What is wrong with a line that is meant as a heading, and what would be right."""
    if _WORDLESS.fullmatch(text):
        return "a heading without words", "Write its words behind the number signs, or delete the line."
    if torn := _TORN.fullmatch(text):
        name = torn["open"] or torn["round"] or torn["square"]
        return (
            f'"{cut(text)}" shows its address, because it isn\'t between braces',
            f'Write "{torn["words"]} {{#{name}}}".',
        )
    signs = _SIGNS.fullmatch(text)
    if signs is None:
        return None
    if words := signs["deep"]:
        message = f'"{cut(text)}" has more than six number signs, so one of them is shown'
        return message, f'Write "### {words}", or with as many signs as the headings around it have.'
    if words := signs["joined"]:
        return (
            f'"{cut(text)}" is two headings on one line',
            f'Write "{words}" on a line of its own, and below it "{signs["rest"]}".',
        )
    words = signs["escaped"] or signs["doubled"]
    return f'"{cut(text)}" shows its number signs', f'Write "## {words}".'


def _alike(page: Page) -> Iterator[Problem]:
    """Two headings with one address: a link leads to the first of them alone."""
    typed: dict[int, str] = {}
    has_own = re.compile(r"\{:?[^}]*#").search
    lines = {number for text, number in page.markup.prose if has_own(text)}
    by_own = {heading.anchor: heading for heading in page.markup.headings if heading.line in lines}
    seen = {placed.block.id: placed.fence.line for placed in page.blocks}
    for heading in page.markup.headings:
        own = by_own.get(re.sub(r"_\d+$", "", heading.anchor))
        if own and own.anchor != heading.anchor:
            message = f"this heading has the address of line {heading.line}, so links to that one lead here"
            yield Problem(page.file, own.line, Code.ID_TAKEN, message, f'Write "{"#" * own.level} {own.text}".')
        other = seen.setdefault(heading.anchor, heading.line)
        if other != heading.line:
            message = f"this heading has the same address as line {other}, so no link leads to it"
            typed = typed or {number: text for text, number in page.markup.prose}
            is_own = f"#{heading.anchor}" in typed.get(heading.line, "")
            right = f"{'#' * heading.level} {heading.text}" + ("" if is_own else f" {{#{heading.anchor}-2}}")
            yield Problem(page.file, heading.line, Code.ID_TAKEN, message, f'Write "{right}".')


def _bold(page: Page, lines: Lines) -> Iterator[Problem]:
    """Bold words on a line of their own: they look like a heading, but no menu, link or screen reader finds them."""
    full = {number for text, number in page.markup.prose if text.strip()}
    for text, number in lines:
        match = _BOLD_LINE.fullmatch(text.rstrip())
        if match and not {number - 1, number + 1} & full:
            message = f'"{cut(text)}" looks like a heading, but nothing can lead to it'
            hint = f'Write "## {match["words"]}", if it is meant as one.'
            yield Problem(page.file, number, Code.MARKDOWN_OTHER, message, hint, Level.NOTICE)
