"""Checks of what Markdown makes of a text: no raw HTML, no attributes or addresses that do not belong on a page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from ..book.box_marks import is_joined
from ..book.read import Handbook
from ..model.blocks import BLOCKS
from ..model.guide import Page
from ..source.addresses import SCHEMES, is_fit, leads_out, scheme_of
from ..source.characters import fit
from ..source.codes import Code
from ..source.document import Document
from ..source.markup import Fence, trimmed
from ..source.parser import NOTHING, Parsed
from ..source.problems import Problem, recall_problems
from ..source.profile import Medium
from .offers import offer, outside
from .targets import doubt_of, in_short
from .texts import Place, documents_of

NO_HTML = "Write it in Markdown. To show the HTML itself, put it between backticks."
_ADDRESSES = ("link", "more", "next", "see", "src")
OWN_COMPUTER = re.compile(r"[A-Za-z]:[\\/]|file:|\\\\", re.IGNORECASE)
_PLAIN_BOX = "Put a line of three backticks (```) above its first line and below its last, with nothing else on them."

LineFinder = Callable[..., int]
"""Gives the line that the first of some pieces is on that is in a text."""


def unfit_markup(handbook: Handbook) -> Iterator[Problem]:
    """What a reader's browser gets of the texts is only what Markdown is for."""
    pages = {page.file: page for page in handbook.guide.written}
    for page in handbook.guide.pages:
        lines, parsed = Place(page.markup.body, page.markup.body_line), handbook.parsed[page.path]
        if parsed.deep:
            message = "lists or quotes in this page are nested too deep for the site to be built"
            hint = "Move what is inside to the left, or split the page."
            yield Problem(page.file, page.markup.body_line, Code.YAML_NESTED, message, hint)
        findings = _Judge(page.file, lines.line).all_of(parsed)
        yield from _with_offers(findings, handbook, pages.get(page.file))
    for document in documents_of(handbook):
        make = partial(_unfit_texts, document, handbook)
        findings = recall_problems(make, "texts", *handbook.parser.inputs(document.text), *document.place)
        yield from _with_offers(findings, handbook, pages.get(document.path))


def _with_offers(findings: Iterable[Problem], handbook: Handbook, page: Page | None) -> Iterator[Problem]:
    """The findings, those of a path with the one that is most likely meant: it depends on what else is there."""
    for finding in findings:
        hint = offer(finding.subject, page, handbook) if finding.code is Code.LINK_UNFIT and finding.subject else ""
        yield replace(finding, hint=hint) if hint else finding


def _unfit_texts(document: Document, handbook: Handbook) -> Iterator[Problem]:
    for where, text in document.texts():
        parsed = handbook.parser.text(text)
        if parsed is not NOTHING:
            line = document.line(where)
            judge = _Judge(document.path, lambda *_, line=line: line)
            yield from judge.all_of(parsed)
        if text and not text.isprintable() and fit(text) != text and not document.path.startswith("quizbank"):  # Q26
            message = "this text has a character in it that isn't text, as a code"
            line = document.line(where)
            yield Problem(document.path, line, Code.FILE_CHARACTER, message, "Retype it without the code.")
        key = next((step for step in reversed(where) if isinstance(step, str)), "")
        if key in _ADDRESSES or (text and key.endswith("url")):
            line = document.line(where)
            judge = _Judge(document.path, lambda *_, line=line: line)
            if "{{" not in text or key in _ADDRESSES:  # what a placeholder shows is reported where that is written
                yield from judge.value(key, handbook.profile.fill(text, Medium.PAGE))


def lost_boxes(handbook: Handbook) -> Iterator[Problem]:
    """What an author means as a code box is one, for the handbook and for Markdown."""
    for page in handbook.guide.pages:
        nameless = any(fence.rest and not fence.language for fence in page.markup.fences)  # reported as of no kind
        if nameless or handbook.parsed[page.path].deep or handbook.parsed[page.path].heavy:
            continue
        standing = [(language, trimmed(body)) for language, body in handbook.parsed[page.path].boxes]
        for fence in page.markup.fences:
            if not fence.closed and fence.language not in BLOCKS:
                message = "this code box is never closed, so everything below it is in it or is lost"
                hint = (
                    "Add a line of three backticks (```) below its last line. For a word or two, use single backticks."
                )
                yield Problem(page.file, fence.line, Code.BOX_OPEN, message, hint)
            elif fence.closed and not is_joined(fence) and (fence.language, trimmed(fence.body)) not in standing:
                yield _lost(page, fence)
        yield from _overlooked(page, standing)


def _lost(page: Page, fence: Fence) -> Problem:
    what = f"this {fence.language} box" if fence.language in BLOCKS else "this code box"
    hint = "Begin its first and last line in the same column as the text around it, with an empty line above and below."
    if fence.language not in BLOCKS:
        hint = f"{hint} After the backticks, write one word at most."
    return Problem(page.file, fence.line, Code.BOX_LOST, f"{what} isn't shown as one", hint)


def _overlooked(page: Page, standing: list[tuple[str, str]]) -> Iterator[Problem]:
    """Boxes that Markdown sees and the handbook does not: a build could not fill them."""
    boxes = [(fence.language, trimmed(fence.body)) for fence in page.markup.fences]
    place = Place(page.markup.body, page.markup.body_line)
    for language, body in standing:
        if language in BLOCKS and (language, body) not in boxes:
            message, hint = f"this {language} box is inside something else, where it isn't read", _PLAIN_BOX
            yield Problem(page.file, place.line(body.strip().split("\n")[0]), Code.BOX_LOST, message, hint)


@dataclass(frozen=True, slots=True)
class _Judge:
    """Judges what Markdown makes of the texts of a file, by these alone."""

    file: str
    line: LineFinder

    def all_of(self, parsed: Parsed) -> Iterator[Problem]:
        """What is wrong with what was made of one text."""
        for tag in parsed.tags:
            name = re.match(r"</([a-z][\w-]*)", tag, re.IGNORECASE)
            if name and any(re.match(rf"<{name[1]}\b", other, re.IGNORECASE) for other in parsed.tags):
                continue  # reported where it opens
            text = " ".join(tag.split())
            text = text if len(text) <= 60 else f"{text[:60]}…"
            yield self._problem(tag.split("\n")[0], Code.RAW_HTML, f'"{text}" is raw HTML', NO_HTML)
        for attribute, typed in parsed.attributes:
            message = f'"{attribute}" between braces would change how the page works'
            hint = "Remove it. Only a class, an id, a title, a language and a size can be given there."
            yield self._problem(typed, Code.ATTRIBUTE_UNFIT, message, hint)
        for address in parsed.links:
            yield from self._address(address) if address.strip() else self._nowhere()
        for address in parsed.pictures:
            yield from self._picture(address)

    def value(self, key: str, text: str) -> Iterator[Problem]:
        """What is wrong with the value of a key that holds an address."""
        if key in _ADDRESSES:
            yield from self._address(text)
        elif not is_fit(text) or scheme_of(text) not in ("", "http", "https"):
            full = outside(text)
            hint = f'Write "{full}".' if full else 'Write one that begins with "https://".'
            yield self._problem(text, Code.LINK_UNFIT, f'"{in_short(text)}" is not a web address', hint)

    def _problem(self, piece: str, code: Code, message: str, hint: str) -> Problem:
        return Problem(self.file, self.line(f"({piece}", f" {piece}", piece), code, message, hint)

    def _nowhere(self) -> Iterator[Problem]:
        message, hint = "this link has no address, so it leads nowhere", "Write the path that it leads to in its ()."
        yield self._problem(")", Code.LINK_FORM, message, hint)

    def _picture(self, address: str) -> Iterator[Problem]:
        if leads_out(address) and not OWN_COMPUTER.match(address):
            message = f'the picture "{in_short(address)}" is on another site, and pages show only pictures of their own'
            hint = "Save it in docs/assets, if you may use it, and write its path there."
            yield self._problem(address, Code.PICTURE_ELSEWHERE, message, hint)
        else:
            yield from self._address(address)

    def _address(self, address: str) -> Iterator[Problem]:
        if OWN_COMPUTER.match(address):
            message = f'"{address}" is a place on one computer, so nobody else can open it'
            hint = "Put the file in docs/assets and link to it there, or link to its web address."
            yield self._problem(address, Code.LINK_LOCAL, message, hint)
        elif doubt := doubt_of(address):
            message, hint, level = doubt
            yield replace(self._problem(address, Code.LINK_UNFIT, message, hint), level=level)
        elif not is_fit(address):
            message = f'"{in_short(address)}" can\'t be linked to'
            hint = f"A link begins with {', '.join(f'{name}:' for name in SCHEMES)} or is a path that starts here."
            if not scheme_of(address):
                hint = 'Write a path that starts from the folder of this page, with "/" and never at its beginning.'
            yield replace(self._problem(address, Code.LINK_UNFIT, message, hint), subject=address)
