"""Addresses and paths that are typed as text, so that nobody can click them. Notices: an example is one on purpose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..book.read import Handbook
from ..model.guide import Page, link_from, resolve_link
from ..source.addresses import is_fit
from ..source.codes import Code
from ..source.contact import is_email
from ..source.markup import plain_text
from ..source.problems import Level, Problem

_LINKED = re.compile(r"!?\[(?:[^\[\]]|\[[^\[\]]*\])*\]\([^()]*(?:\([^()]*\)[^()]*)*\)|<[^<>\s]+>|^ {0,3}\[[^\]]+\]:.*")
"""What is a link already, or says where one leads."""
_TYPED = re.compile(
    r"(?<![\w@/.\"“'(])(?:(?P<web>(?:https?://|www\.)[^\s<>\"”]+?)|(?P<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)+))"
    r"(?=[.,;:!?)]*(?:\s|$))"
)
_MARKS = re.compile(r"://|www\.|@|\.md")
"""One of these is in every such address and path."""
_BARE_PATH = re.compile(r"(?<![\w@/.\"“'(\[<:])(?!index\.md)(?P<path>[\w./-]+\.md)(?:#[\w-]*)?(?=[.,;:!?]*(?:\s|$))")
"""The path of a page, as it is typed in a sentence."""
_DEFINITION = re.compile(r" {0,3}\[(?P<name>[^\]^]+)\]:[ \t]+<?(?P<target>[^\s>]+)>?")
_PATH = re.compile(r"(?<=[^\s\])] )[(\[](?P<path>[\w./-]+\.md)(?:#[\w-]*)?[)\]]")


def bare_addresses(handbook: Handbook) -> Iterator[Problem]:
    """Web addresses, email addresses and paths of pages in the text of a page are links."""
    for page in handbook.guide.written:
        for text, line in page.markup.prose if _MARKS.search(page.markup.body) else ():
            rest = _LINKED.sub(" ", text) if _MARKS.search(text) else ""
            for match in _TYPED.finditer(rest):
                yield from _typed(page, line, match)
            for match in (*_PATH.finditer(rest), *_BARE_PATH.finditer(rest)):
                yield from _path(handbook, page, line, match)
        if "]: " in page.markup.body:
            yield from _unused(page)


def _unused(page: Page) -> Iterator[Problem]:
    """Addresses that nothing is linked to: a line of this kind is not shown."""
    for text, line in page.markup.prose:
        if (definition := _DEFINITION.fullmatch(text.rstrip())) and page.markup.body.count(
            f"[{definition['name']}]"
        ) == 1:
            name, target = definition["name"], definition["target"]
            message = f'"[{name}]: {target}" isn\'t shown, because it only says where other links lead'
            yield _notice(page, line, message, f'Write "[{name}]({target})".')


def _typed(page: Page, line: int, match: re.Match[str]) -> Iterator[Problem]:
    address = match["web"] or match["email"]
    full = f"https://{address}" if address.startswith("www.") else address
    if is_email(address) or (match["web"] and is_fit(full)):
        link = f"[{address}]({full})" if full != address else f"<{address}>"
        yield _notice(page, line, f'"{address}" is text here, and no link', f'Write "{link}".')


def _path(handbook: Handbook, page: Page, line: int, match: re.Match[str]) -> Iterator[Problem]:
    target = handbook.guide.page(resolve_link(page.path, match["path"])[0])
    if target:
        link = f"[{plain_text(target.title)}]({link_from(page.path, target.path)})"
        yield _notice(page, line, f'"{match[0]}" is shown as typed, and is no link', f'Write "{link}".')


def _notice(page: Page, line: int, message: str, hint: str) -> Problem:
    return Problem(page.file, line, Code.LINK_FORM, message, hint, Level.NOTICE)
