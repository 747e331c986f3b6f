"""Reads one page: its head and its directives."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from ..model.blocks import BLOCKS
from ..model.guide import Page, PageMeta, Placed, PlacedBlock
from ..model.schema import parse
from ..source.codes import Code
from ..source.document import read_document
from ..source.markup import Fence, Markup, plain_text, read_markup
from ..source.problems import Problems, did_you_mean, nearest
from .box_marks import is_joined, likely_kind, with_backticks, with_lost_marks
from .unreadable import SHOWS_CODE

DOCS = "docs"
_CLOSE = "Add a line of three backticks (```) below its last line."
_BOX = re.compile(r"`{3}[ \t]*(?P<kind>[a-z]+)[ \t]*$")
_NEXT_BOX = re.compile(r"[ \t>]*(`{3,}|~{3,})[ \t]*[\w.]")


def read_page(path: str, text: str, problems: Problems) -> Page:
    """Read one page. `path` is relative to docs; `text` is the whole file."""
    file = f"{DOCS}/{path}"
    text = with_backticks(file, text, problems)
    markup = read_markup(file, text, problems)
    if (changed := with_lost_marks(file, text, markup, problems)) != text:
        markup = read_markup(file, changed, problems)
    meta = parse(PageMeta, markup.meta, problems) if _has_head(file, text, markup, problems) else None
    placed = (_read_directive(path, file, fence, problems) for fence in markup.fences)
    return Page(path, file, meta, markup, tuple(p for p in placed if p))


def _has_head(file: str, text: str, markup: Markup, problems: Problems) -> bool:
    """Whether there is a head to look at. A page without one is one problem, not one for each key."""
    if not text.strip():
        undo = "If you didn't mean to empty it, undo the change. To remove the page, delete the file."
        problems.add(file, 1, Code.PAGE_EMPTY, "this page is empty", undo)
    elif not markup.has_head:
        message = "the page has no head with its title and summary"
        problems.add(file, 1, Code.HEAD_MISSING, message, _head_for(file, markup))
    else:
        return markup.head_read
    return False


def _head_for(file: str, markup: Markup) -> str:
    """A head to paste, of what the page says: its heading, or its name, and its first sentence."""
    first = markup.headings[0] if markup.headings and markup.headings[0].level == 1 else None
    name = PurePosixPath(file).stem.replace("-", " ").replace("_", " ").strip().capitalize()
    texts = (plain_text(text.strip()) for text, _ in markup.prose if re.match(r"\s*[^\W\d_]", text))
    sentence = re.match(r".{3,160}?[.!?](?=\s|$)", next(texts, ""))
    summary = sentence[0] if sentence else "The answer in one or two sentences."
    instead = f" in place of line {first.line}" if first else ""
    return f"Start it with this{instead}:\n---\ntitle: {first.text if first else name}\nsummary: {summary}\n---"


def _read_directive(path: str, file: str, fence: Fence, problems: Problems) -> Placed | None:
    if fence.language not in BLOCKS:
        if not _holds_box(file, fence, problems):
            _complain_of_misspelled(file, fence, problems)
        return None
    if is_joined(fence):
        message = f'"{fence.rest}" is in the line that begins the box, where it isn\'t read'
        hint = f'Write "``` {fence.language}" on a line of its own, and below it "{fence.rest}".'
        problems.add(file, fence.line, Code.BOX_MARKS, message, hint)
        return Placed(fence.language, path, fence, None, None)
    if _runs_on(file, fence, problems):
        return Placed(fence.language, path, fence, None, None)
    document = read_document(file, fence.body, problems, first_line=fence.line + 1)
    block = parse(BLOCKS[fence.language], document, problems) if document else None
    if document and block:
        return PlacedBlock(fence.language, path, fence, document, block)
    return Placed(fence.language, path, fence, document, None)


def _runs_on(file: str, fence: Fence, problems: Problems) -> bool:
    """Whether a box is not closed where it should be: one that goes on into the next box is not."""
    for at, line in enumerate(fence.body.split("\n"), start=1):
        if _NEXT_BOX.match(line):
            message = f"the {fence.language} box is not closed before the next box begins on line {fence.line + at}"
            problems.add(file, fence.line, Code.BOX_OPEN, message, _CLOSE)
            return True
    if not fence.closed:
        problems.add(file, fence.line, Code.BOX_OPEN, f"the {fence.language} box is never closed", _CLOSE)
    return not fence.closed


def _holds_box(file: str, fence: Fence, problems: Problems) -> bool:
    """Whether a code box goes on into a box of the handbook, which is then shown as its text."""
    for at, line in enumerate(fence.body.split("\n"), start=1):
        box = _BOX.match(line) if fence.marks == "```" else None
        if box and box["kind"] in BLOCKS:
            message = f"this code box is not closed before the next box begins on line {fence.line + at}"
            problems.add(file, fence.line, Code.BOX_OPEN, message, _CLOSE)
            return True
    return False


def _complain_of_misspelled(file: str, fence: Fence, problems: Problems) -> None:
    keys = [line.partition(":")[0] for line in fence.body.split("\n")]
    if nearest(fence.language, BLOCKS) and "id" in keys[:1]:
        message, hint = f'there is no kind of box "{fence.language}"', did_you_mean(fence.language, BLOCKS)
        problems.add(file, fence.line, Code.BOX_UNKNOWN, message, hint)
    elif {"id", "title"} <= set(keys) and fence.language not in SHOWS_CODE:
        message = (
            f'there is no kind of box "{fence.language}"' if fence.language else "this box doesn't say what kind it is"
        )
        kind = likely_kind(fence.body)
        hint = f"Add its kind after the three backticks. Choose one of: {', '.join(BLOCKS)}."
        hint = f'Write "``` {kind}" in this line.' if kind else hint
        problems.add(file, fence.line, Code.BOX_UNKNOWN, message, hint)
