"""Checks that links and references lead somewhere."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from ..book.read import DOCS, Handbook
from ..model.blocks import Cards
from ..model.guide import Guide, Page, resolve_link
from ..source.addresses import is_fit, leads_out
from ..source.codes import Code
from ..source.markup import Link, links_of
from ..source.parser import Parsed
from ..source.problems import Level, Problem, did_you_mean, nearest
from .files import BUILT
from .texts import Place, handbook_texts

_TORN = re.compile(r"(\[[^\[\]]+\])[ \t]+(\([^()\s]+\.md(?:#[\w-]*)?\))")


def broken_links(handbook: Handbook) -> Iterator[Problem]:
    """Links between pages lead to a page and a heading that are there."""
    for page in handbook.guide.written:
        for link in _links(page, handbook.parsed[page.path]):
            yield from _broken(handbook, page, link)


def broken_references(handbook: Handbook) -> Iterator[Problem]:
    """Every item refers to a page and heading, or to a directive, that is there; so do the links in its texts."""
    for banked in handbook.bank.items.values():
        file = banked.document.path
        for at, ref in enumerate(banked.item.refs):
            yield from _lost(handbook, ref, file, banked.document.line((banked.at, "refs", at)))
    for document in handbook.bank.documents:
        for where, text in document.texts("["):
            for target in links_of(text):
                if not _leads_out(target):
                    yield from _lost(handbook, target, document.path, document.line(where))


def torn_links(handbook: Handbook) -> Iterator[Problem]:
    """Nothing stands between the two pairs of brackets of a link to a page."""
    for path, line, text in handbook_texts(handbook, ".md"):
        for match in _TORN.finditer(text):
            hint = f'Remove the space: "{match[1]}{match[2]}".'
            yield Problem(
                path, line, Code.LINK_SPLIT, "there is a space between the two pairs of brackets of this link", hint
            )


def _links(page: Page, parsed: Parsed) -> Iterator[Link]:
    yield from page.markup.links
    targets, place = {link.target for link in page.markup.links}, Place(page.markup.body, page.markup.body_line)
    yield from (Link(target, place.line(target)) for target in parsed.links + parsed.pictures if target not in targets)
    for at, target in enumerate(page.meta.next if page.meta else ()):
        yield Link(target, page.markup.meta.line(("next", at)))
    for placed in page.placed:
        if not placed.document:
            continue
        for where, text in placed.document.texts("["):
            for target in links_of(text):
                yield Link(target, placed.document.line(where))
        if isinstance(placed.block, Cards):
            for at, card in enumerate(placed.block.items):
                yield Link(card.link, placed.document.line(("items", at, "link")))


def _leads_out(target: str) -> bool:
    """Whether a target is none of the handbook's own; an unfit one is told of elsewhere."""
    return not target or leads_out(target) or not is_fit(target)


def _broken(handbook: Handbook, page: Page, link: Link) -> Iterator[Problem]:
    if _leads_out(link.target):
        return
    file, mark, heading = link.target.partition("#")
    path, anchor = resolve_link(page.path, unquote(file) + mark + heading)  # MkDocs does not decode a heading either
    if path.startswith("../"):
        message = f'"{link.target}" leads out of {DOCS}, and nothing outside of it is published'
        yield Problem(page.file, link.line, Code.LINK_MISSING, message, "Put a copy of the file in docs/assets.")
    elif path.endswith(".md"):
        yield from _lost(handbook, f"{path}#{anchor}", page.file, link.line)
    elif not path.startswith(BUILT) and path not in handbook.files:
        hint = "Check the path. It starts from the folder of this page."
        stem, kind = posixpath.splitext(link.target.partition("#")[0])
        if kind in (".html", ".htm") and handbook.guide.page(f"{posixpath.splitext(path)[0]}.md"):
            hint = f'Link to the page\'s file instead: "{stem}.md".'
        message = f'"{link.target}" leads to a file that isn\'t there'
        yield Problem(page.file, link.line, Code.LINK_MISSING, message, hint)


def _lost(handbook: Handbook, target: str, file: str, line: int) -> Iterator[Problem]:
    """The problem with a target that is not there: `page.md#heading` (path from docs) or a directive's id."""
    guide = handbook.guide
    path, _, anchor = target.partition("#")
    if not path.endswith(".md"):
        if target not in guide.blocks and target not in handbook.unread:
            message, hint = f'there is no directive "{target}"', did_you_mean(target, guide.blocks)
            yield Problem(file, line, Code.DIRECTIVE_MISSING, message, hint)
        return
    page = guide.page(path)
    if page is None and path in handbook.gone:
        return  # reported once, for the page: its fix fixes every link
    if page is None:
        yield Problem(file, line, Code.PAGE_MISSING, f'there is no page "{path}"', _page_hint(path, guide))
    elif page.path != path:
        yield move_notice(path, page, file, line)
    elif anchor and anchor not in page.anchors() and all(p.block for p in page.placed):
        message, hint = f'"{path}" has no heading "#{anchor}"', did_you_mean(anchor, page.anchors())
        yield Problem(file, line, Code.HEADING_MISSING, message, hint)


def move_notice(path: str, page: Page, file: str, line: int) -> Problem:
    """A notice where a file names a page by its old path."""
    message, hint = f'"{path}" has moved to "{page.path}"', "Change it to the new path. The old one works until you do."
    return Problem(file, line, Code.PAGE_MOVED, message, hint, Level.NOTICE)


def _page_hint(path: str, guide: Guide) -> str:
    same_name = [
        candidate
        for candidate in guide.paths
        if posixpath.basename(candidate) == posixpath.basename(path) != "index.md"
    ]
    if len(same_name) == 1:
        return f'Did you mean "{same_name[0]}"?'
    hint = did_you_mean(path, guide.paths)
    if nearest(path, guide.paths):
        return hint
    return f'{hint} If the page was moved or removed, write "was: [{path}]" in the head of the page that replaces it.'
