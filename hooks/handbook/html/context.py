"""Where a directive is being rendered."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass

from markdown.util import AtomicString

from ..book.read import Handbook
from ..model.blocks import Download, HandoutTable
from ..model.guide import resolve_link
from ..source.markup import plain_text
from ..source.profile import Medium

_LINK = re.compile(r"(\]\(\s*<?)([^\s)>]+)")


@dataclass(frozen=True, slots=True)
class Context:
    """The page (path relative to docs), the level of heading that a directive's title gets there, the files made."""

    handbook: Handbook
    page: str
    level: int = 2
    downloads: tuple[Download, ...] = ()
    handouts: HandoutTable | None = None

    def link(self, target: str) -> str:
        """A path relative to docs (`folder/page.md#anchor`) as a link from this page."""
        path, mark, anchor = target.partition("#")
        relative = posixpath.relpath(path, posixpath.dirname(self.page) or ".") if path else ""
        return relative + mark + anchor

    def rebased(self, text: str, page: str) -> str:
        """A Markdown text written for another page, its links made to work on this one."""
        if page == self.page:
            return text
        return _LINK.sub(lambda found: found[1] + self._rebased_target(found[2], page), text)

    def _rebased_target(self, target: str, page: str) -> str:
        if re.match(r"[a-z][a-z0-9+.-]*:|/", target):
            return target
        return self.link("#".join(resolve_link(page, target)).removesuffix("#"))

    def spoken(self, text: str) -> str:
        """Words to say: a value that is still empty reads "[office name]"."""
        return self.handbook.profile.fill(text, Medium.SPEECH)

    def plain(self, text: str) -> AtomicString:
        """The words of a text without its marks, placeholders filled: for places that hold no elements."""
        return AtomicString(plain_text(self.handbook.profile.fill(text, Medium.PAGE)))
