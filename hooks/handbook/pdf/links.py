"""Where a link leads in print: to a page of the guide, or to an address."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ..model.guide import Guide, resolve_link

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_KNOWN = ("http", "https", "mailto", "tel")


@dataclass(frozen=True, slots=True)
class LinkTarget:
    """Either the label of a place in the guide, or an address; neither: the link is printed as its text."""

    label: str | None = None
    address: str | None = None
    elsewhere: bool = False
    """Whether the address leads out of the handbook, and so should be read in print too."""


@dataclass(frozen=True, slots=True)
class Links:
    """The labels of what is printed: pages by path, directives by id. `site` ends in a slash, or is empty."""

    guide: Guide
    pages: Mapping[str, str]
    blocks: Mapping[str, str]
    site: str

    def target(self, page: str, link: str) -> LinkTarget | None:
        """Where a link on `page` leads. None for a kind of address that is not known here."""
        scheme = _SCHEME.match(link)
        if scheme:
            return LinkTarget(address=link, elsewhere=True) if scheme[1].lower() in _KNOWN else None
        path, anchor = resolve_link(page, link)
        if anchor in self.blocks:
            return LinkTarget(label=self.blocks[anchor])
        there = self.guide.page(path)
        now = there.path if there else path
        if now == page:
            return LinkTarget()
        if now in self.pages:
            return LinkTarget(label=self.pages[now])
        return LinkTarget(address=self.online(f"{path}#{anchor}".removesuffix("#")))

    def online(self, target: str) -> str | None:
        """The address of a page or file of the site. None while the site has no address."""
        return self.guide.online(target, self.site)


def spoken_address(address: str) -> str:
    """An address as it is read and typed: without what a browser adds."""
    return re.sub(r"^(https?://(www\.)?|mailto:|tel:)", "", address).removesuffix("/")
