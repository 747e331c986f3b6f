"""Checks that links and references lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from urllib.parse import unquote

from ..book.gone import pages_back
from ..book.read import DOCS, Handbook
from ..book.unreadable import misnamed
from ..model.blocks import Cards, Figure
from ..model.guide import Page, link_from, resolve_link
from ..source.addresses import is_fit, leads_out
from ..source.codes import Code
from ..source.markup import links_of
from ..source.parser import Parsed
from ..source.problems import Level, Problem, did_you_mean, nearest
from .built import built_files
from .files import DOCUMENTS, OWN
from .marks import FOOTNOTE
from .offers import heading_offer, offer
from .texts import Place, handbook_texts

_TORN = re.compile(r"(\[[^\[\]]+\])[ \t\n]+(\((?:[^()\s]+\.md(?:#[\w-]*)?|https?://[^()\s]+)\))")

_TORN_PICTURE = re.compile(r"!\s+(\[[^\[\]]+\]\([^()\s]+\.(?:png|jpe?g|gif|svg|webp)\))", re.IGNORECASE)


_SOURCE = re.compile(rf"https?://[^\s?#]+/(?:blob|edit|tree|raw|src|_edit)/[^\s?#]*?(?P<path>{DOCS}/[^\s?#]+\.md)")
"""The address of a page's file on a git host."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A target as it is typed somewhere: on a page as a path from there, in any other file as one from docs."""

    typed: str
    file: str
    line: int
    page: Page | None = None

    def problem(self, code: Code, message: str, hint: str, level: Level = Level.PROBLEM) -> Problem:
        """What is wrong with it."""
        return Problem(self.file, self.line, code, message, hint, level)

    def notice(self, code: Code, path: str, message: str, hint: str) -> Problem:
        """What has become of the page that it names by a path from docs."""
        return Problem(self.file, self.line, code, message, hint, Level.NOTICE, f"{DOCS}/{path}")

    def link(self, path: str) -> str:
        """What to type there to name a path from docs."""
        return link_from(self.page.path if self.page else "", path)


def broken_links(handbook: Handbook) -> Iterator[Problem]:
    """Links between pages lead to a page and a heading that are there."""
    files_in = cache(lambda folder: built_files([folder], handbook))  # a pocket guide takes long to set
    for page in handbook.guide.written:
        for mention in _mentions(page, handbook.parsed[page.path]):
            yield from _broken(handbook, page, mention, files_in)


def broken_references(handbook: Handbook) -> Iterator[Problem]:
    """Every item refers to a page and heading, or to a directive, that is there; so do the links in its texts."""
    for banked in handbook.bank.items.values():
        for at, ref in enumerate(banked.item.refs):
            if ref not in handbook.guide.blocks:
                line = banked.document.line((banked.at, "refs", at))
                yield from _lost(handbook, Mention(ref, banked.document.path, line))
    for document in handbook.bank.documents:
        for where, text in document.texts("["):
            for target in links_of(text):
                if not _leads_out(target) and target not in handbook.files:
                    yield from _lost(handbook, Mention(target, document.path, document.line(where)))


def unlinked_documents(handbook: Handbook) -> Iterator[Problem]:
    """Every document in docs is one that a page links to: else it is public, and nobody knows."""
    documents = {path for path in handbook.files if path.lower().endswith(DOCUMENTS) and not path.startswith(OWN)}
    documents -= {file.removeprefix(f"{DOCS}/") for file in misnamed(handbook.root)}
    for path in sorted(documents - _linked_paths(handbook) if documents else ()):
        message = "this file is published, though no page links to it: everybody who knows its address can open it"
        hint = "Link to it from the page where staff need it. If it isn't meant for everybody, delete it."
        yield Problem(f"{DOCS}/{path}", 0, Code.FILE_UNLINKED, message, hint, Level.NOTICE)


def _linked_paths(handbook: Handbook) -> set[str]:
    """The paths of all pages and files that something leads to or shows."""
    mentions = {resolve_link(page.path, unquote(mention.typed))[0] for page, mention in _all_mentions(handbook)}
    blocks = ((page, placed.block) for page in handbook.guide.written for placed in page.placed)
    figures = {resolve_link(page.path, block.src)[0] for page, block in blocks if isinstance(block, Figure)}
    texts = (text for document in handbook.bank.documents for _, text in document.texts())
    return mentions | figures | {target for text in texts for target in links_of(text)}


def _all_mentions(handbook: Handbook) -> Iterator[tuple[Page, Mention]]:
    for page in handbook.guide.written:
        yield from ((page, mention) for mention in _mentions(page, handbook.parsed[page.path]))


def circles(handbook: Handbook) -> Iterator[Problem]:
    """No page leads on to itself."""
    for page in handbook.guide.written:
        here = (page.path, *page.meta.was) if page.meta else ()
        for at, target in enumerate(page.meta.next if page.meta else ()):
            if not leads_out(target) and resolve_link(page.path, target)[0] in here:
                line, message = page.markup.meta.line(("next", at)), f'"{target}" leads from this page to itself'
                hint = "Name the page that comes after this one, or remove the line."
                yield Problem(page.file, line, Code.PAGE_NEXT, message, hint)


def torn_links(handbook: Handbook) -> Iterator[Problem]:
    """Nothing stands between the two pairs of brackets of a link."""
    for path, line, text in (*handbook_texts(handbook, _TORN), *_line_pairs(handbook)):
        for match in _TORN.finditer(text):
            if ("\n" in match[0]) == ("\n" in text):  # of a pair of lines, only what is in both
                what = "line end" if "\n" in match[0] else "space"
                message = f'"{" ".join(match[0].split())}" has a {what} between its brackets, so it is no link'
                hint = f'Remove the {what}: "{match[1]}{match[2]}".'
                level = Level.PROBLEM if ".md" in match[2] else Level.NOTICE
                yield Problem(path, line, Code.LINK_SPLIT, message, hint, level)
    for path, line, text in handbook_texts(handbook, _TORN_PICTURE):
        for match in _TORN_PICTURE.finditer(text):
            message = f'"{match[0]}" has a space behind its exclamation point, so it is no picture'
            yield Problem(path, line, Code.LINK_SPLIT, message, f'Remove the space: "!{match[1]}".')


def _line_pairs(handbook: Handbook) -> Iterator[tuple[str, int, str]]:
    """The lines of pages that end in a bracket, each with the next one where that goes on with a parenthesis."""
    for page in handbook.guide.written:
        for (above, line), (below, next_line) in pairwise(page.markup.prose):
            if next_line == line + 1 and above.rstrip().endswith("]") and below.lstrip().startswith("("):
                yield page.file, line, f"{above}\n{below}"


def _mentions(page: Page, parsed: Parsed) -> Iterator[Mention]:
    """Every link and picture of a page, in its text, its head and its boxes."""
    file, lines = page.file, Place(page.markup.body, page.markup.body_line)
    yield from (Mention(link.target, file, link.line, page) for link in page.markup.links)
    notes = {match["target"] for text, _ in page.markup.prose if (match := FOOTNOTE.match(text))}
    targets = {link.target for link in page.markup.links} | notes
    for target in parsed.links + parsed.pictures:
        if target not in targets:
            yield Mention(target, file, lines.line(f"({target}", target), page)
    for at, target in enumerate(page.meta.next if page.meta else ()):
        yield Mention(target, file, page.markup.meta.line(("next", at)), page)
    for placed in page.placed:
        if not placed.document:
            continue
        for where, text in placed.document.texts("["):
            for target in links_of(text):
                yield Mention(target, file, placed.document.line(where), page)
        if isinstance(placed.block, Cards):
            for at, card in enumerate(placed.block.items):
                yield Mention(card.link, file, placed.document.line(("items", at, "link")), page)


def _leads_out(target: str) -> bool:
    """Whether a target is none of the handbook's own; an unfit one is reported elsewhere."""
    return not target or leads_out(target) or not is_fit(target)


def _broken(
    handbook: Handbook, page: Page, mention: Mention, files_in: Callable[[str], Collection[str]]
) -> Iterator[Problem]:
    site = handbook.site.address
    if site and mention.typed.startswith(site):
        yield _full(handbook, mention, mention.typed.removeprefix(site))
    if source := _SOURCE.match(mention.typed):
        yield from _of_source(handbook, mention, source["path"])
    if _leads_out(mention.typed):
        return
    if mention.typed.endswith("#"):
        yield _hollow(mention, page)
        return
    yield from _torn_path(mention)
    file, mark, heading = mention.typed.partition("#")
    path, anchor = resolve_link(page.path, unquote(file) + mark + heading)  # MkDocs does not decode a heading either
    if path.startswith("../"):
        message = f'"{mention.typed}" leads out of {DOCS}, and nothing outside of it is published'
        hint = offer(mention.typed, page, handbook) or "Put a copy of the file in docs/assets."
        yield mention.problem(Code.LINK_MISSING, message, hint)
    elif path.endswith(".md"):
        yield from _lost_page(handbook, path, anchor, mention)
    elif path not in handbook.files and path not in files_in(f"{path.partition('/')[0]}/"):
        message = f'"{mention.typed}" leads to a file that isn\'t there'
        hint = offer(mention.typed, page, handbook) or "Check the path. It starts from the folder of this page."
        yield mention.problem(Code.LINK_MISSING, message, hint)


def _torn_path(mention: Mention) -> Iterator[Problem]:
    """A notice of a path with a slash too many: the site finds the page, other programs don't."""
    file, mark, heading = mention.typed.partition("#")
    right = re.sub(r"(\.\w+)/+$", r"\1", re.sub(r"/{2,}", "/", file))
    if right != file:
        message, hint = f'"{mention.typed}" has a slash too many', f'Write "{right}{mark}{heading}".'
        yield mention.problem(Code.LINK_FORM, message, hint, Level.NOTICE)


def _hollow(mention: Mention, page: Page) -> Problem:
    """The problem with a number sign that no heading follows; a notice where the page is named before it."""
    if file := mention.typed.rstrip("#"):
        message, hint = f'"{mention.typed}" names no heading after its number sign', f'Write "{file}".'
        return mention.problem(Code.HEADING_MISSING, message, hint, Level.NOTICE)
    hint = heading_offer(mention.typed, page)
    return mention.problem(Code.HEADING_MISSING, '"#" leads nowhere: no heading follows it', hint)


def _of_source(handbook: Handbook, mention: Mention, path: str) -> Iterator[Problem]:
    """A notice of a link to the file of a page on the git host, where most staff have no account."""
    page = handbook.guide.page(path.removeprefix(f"{DOCS}/"))
    if page:
        message = f'"{mention.typed}" leads to the file of the page, and not to the page'
        yield mention.notice(Code.LINK_FULL, page.path, message, f'Write "{mention.link(page.path)}".')


def _full(handbook: Handbook, mention: Mention, path: str) -> Problem:
    """A notice of a link to the published site: a copy on a file share or a stick should lead to its own pages."""
    message = f'"{mention.typed}" leads to the published handbook, and not to the page in the copy that someone reads'
    hint = offer(f"{DOCS}/{path}", mention.page, handbook) or "Link to the page's file instead."
    return mention.problem(Code.LINK_FULL, message, hint, Level.NOTICE)


def _lost(handbook: Handbook, mention: Mention) -> Iterator[Problem]:
    """The problem with a target that is not there: `page.md#heading` (path from docs) or a directive's id."""
    path, _, anchor = mention.typed.partition("#")
    if path.endswith(".md"):
        yield from _lost_page(handbook, path, anchor, mention)
    elif re.search(r"[./]", path):
        hint = offer(mention.typed, None, handbook) or "Check the path. It starts from docs."
        yield mention.problem(Code.LINK_MISSING, f'"{mention.typed}" leads to a file that isn\'t there', hint)
    elif path not in handbook.guide.blocks and path not in handbook.unread:
        yield lost_box(handbook, mention)


def lost_box(handbook: Handbook, mention: Mention) -> Problem:
    """The problem with the id of a box that is not there; a notice where it was there: another file was edited."""
    name, blocks = mention.typed, handbook.guide.blocks
    if name not in handbook.past.ids:
        parts = [part for part in re.split(r"[;&+\s]+(?:and |or )?", name) if part]
        if len(parts) > 1 and all(part in blocks or part.endswith(".md") for part in parts):
            hint = f'Put commas between them: "{", ".join(parts)}".'
            return mention.problem(Code.DIRECTIVE_MISSING, f'"{name}" is several boxes, and is read as one', hint)
        titled = next((own for own, placed in blocks.items() if placed.block.title.casefold() == name.casefold()), "")
        hint = f'Did you mean "{titled}"?' if titled else did_you_mean(name, blocks)
        return mention.problem(Code.DIRECTIVE_MISSING, f'there is no box "{name}"', hint)
    near = nearest(name, handbook.guide.written_boxes - handbook.past.ids)  # renamed; an older one is another box
    rest = "Name the box or page that says it now, or take this out. Until then, it is left out."
    hint = f'Did you mean "{near}"?' if near else rest
    return mention.problem(Code.DIRECTIVE_GONE, f'the box "{name}" was removed', hint, Level.NOTICE)


def _lost_page(handbook: Handbook, path: str, anchor: str, mention: Mention) -> Iterator[Problem]:
    page = handbook.guide.page(path)
    if page is None and path in handbook.unread:
        return
    if page is None and path in handbook.gone:
        back = pages_back(handbook).get(path)
        yield _moved(path, back, mention) if back else _gone(path, mention)
    elif page is None:
        hint = offer(mention.typed, mention.page, handbook) or _unknown_page(path)
        message = f'there is no page "{path}"'
        if mention.page and mention.typed.partition("#")[0] != path:
            message = f'"{mention.typed}" leads to no page: there is no {DOCS}/{path}'
        yield mention.problem(Code.PAGE_MISSING, message, hint)
    elif page.path != path:
        yield _moved(path, page, mention, anchor if anchor in page.anchors() else "")
    elif anchor and not page.is_empty and anchor not in page.anchors() and all(placed.block for placed in page.placed):
        was_there = page is not mention.page and anchor in handbook.past.anchors(page.file)
        level = Level.NOTICE if was_there else Level.PROBLEM
        message, hint = f'"{mention.typed}" leads to a heading that isn\'t there', heading_offer(mention.typed, page)
        yield mention.problem(Code.HEADING_MISSING, message, hint, level)


def _gone(path: str, mention: Mention) -> Problem:
    hint = "Link to another page, or take this out. Until then, it leads to a page that says so."
    return mention.notice(Code.LINK_GONE, path, f'the page "{path}" was removed', hint)


def _moved(path: str, page: Page, mention: Mention, anchor: str = "") -> Problem:
    """A notice where a file names a page by its old path."""
    new = mention.link(page.path) + (f"#{anchor}" if anchor else "")
    message, hint = f'"{path}" has moved to "{page.path}"', f'Write "{new}". The old path works until you do.'
    return mention.notice(Code.PAGE_MOVED, path, message, hint)


def missing_page(handbook: Handbook, mention: Mention, purpose: str = "") -> Iterator[Problem]:
    """A notice where a list names a page that is not there, or has moved: whoever did that edited another file."""
    path = mention.typed
    page = handbook.guide.page(path)
    if page and page.path != path:
        yield _moved(path, page, mention)
    elif page is None and (back := pages_back(handbook).get(path) if path in handbook.gone else None):
        yield _moved(path, back, mention)
    elif page is None and path in handbook.gone:
        hint = "Name another page, or take this out."
        yield mention.notice(Code.LINK_GONE, path, f'the page "{path}" was removed', hint)
    elif page is None and path not in handbook.unread:
        hint = offer(path, None, handbook) or "Name another page, or take this out."
        yield mention.problem(Code.PAGE_MISSING, f'there is no page "{path}"{purpose}', hint, Level.NOTICE)


def _unknown_page(path: str) -> str:
    replaced = f'write "was: [{path}]" in the head of the page that replaces it'
    return f"Check the path. If the page was moved or removed, {replaced}."
