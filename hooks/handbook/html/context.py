"""Where a directive is being rendered."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from markdown.util import AtomicString

from ..book.read import Handbook
from ..model.blocks import Download, HandoutTable
from ..model.guide import link_from, resolve_link
from ..source.markup import plain_text
from ..source.profile import Medium
from .build import exact

_FULL = re.compile(r"[a-z][a-z0-9+.-]*:|/|\{\{")  # or a placeholder that is filled with one
_LINK = re.compile(r"(\]\(\s*<?)([^\s)>]+)")


Link = Callable[[str], str]
"""Makes of a path relative to docs (`folder/page.md#anchor`) the link to it."""


def rebased(text: str, page: str, link: Link) -> str:
    """A Markdown text in which links are typed as on a page, each made by `link`. Full addresses stay."""

    def target(typed: str) -> str:
        return typed if _FULL.match(typed) else link("#".join(resolve_link(page, typed)).removesuffix("#"))

    return _LINK.sub(lambda match: match[1] + target(match[2]), text)


@dataclass(frozen=True, slots=True)
class Context:
    """The page (path relative to docs), the level of heading that a directive's title gets there, the files made.

    `workshop`: whether its parts are built in.
    """

    handbook: Handbook
    page: str
    level: int = 2
    downloads: tuple[Download, ...] = ()
    handouts: HandoutTable | None = None
    workshop: bool = False

    def link(self, target: str) -> str:
        """A path relative to docs (`folder/page.md#anchor`) as a link from this page."""
        return link_from(self.page, target)

    def rebased(self, text: str, page: str) -> str:
        """A Markdown text written for another page, its links made to work on this one."""
        return text if page == self.page else rebased(text, page, self.link)

    def spoken(self, text: str) -> str:
        """Words to say: a value that is still empty reads "[office name]"."""
        return self.handbook.profile.fill(text, Medium.SPEECH)

    def plain(self, text: str) -> AtomicString:
        """The words of a text without its marks, placeholders filled: for places that hold no elements."""
        return exact(self.handbook.profile.fill(plain_text(text), Medium.PAGE))
