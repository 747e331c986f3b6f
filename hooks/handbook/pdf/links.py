"""Where a link leads in print: to a page of the guide, or to an address."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from ..model.guide import resolve_link

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
    """The labels of what is in the guide: pages by path, directives by id. `site` ends in a slash, or is empty."""

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
        if path == page:
            return LinkTarget()
        return (
            LinkTarget(label=self.pages[path]) if path in self.pages else LinkTarget(address=self.online(path, anchor))
        )

    def online(self, path: str, anchor: str = "") -> str | None:
        """The address of a page or file of the site. None while the site has no address."""
        if not self.site or path.startswith(("/", "../")):
            return None
        page = re.sub(r"\.md$", ".html", path)
        return self.site + quote(page) + (f"#{quote(anchor)}" if anchor else "")


def spoken_address(address: str) -> str:
    """An address as it is read and typed: without what a browser adds."""
    return re.sub(r"^(https?://(www\.)?|mailto:|tel:)", "", address).removesuffix("/")
