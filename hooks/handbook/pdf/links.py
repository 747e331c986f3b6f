"""Where a link leads in print: to a page of the guide, or to an address."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ..model.guide import Guide, resolve_link
from ..source.addresses import is_fit, leads_out


@dataclass(frozen=True, slots=True)
class LinkTarget:
    """Either the label of a place in print, or an address outside the handbook; neither: on paper it leads nowhere."""

    label: str | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Links:
    """The labels of what is printed: pages by path, directives by id. `site` ends in a slash, or is empty."""

    guide: Guide
    pages: Mapping[str, str]
    blocks: Mapping[str, str]
    site: str

    def target(self, page: str, link: str) -> LinkTarget | None:
        """Where a link on `page` leads. None for a kind of address that is not known here."""
        if leads_out(link) or not is_fit(link):
            return LinkTarget(address=link) if is_fit(link) else None
        path, anchor = resolve_link(page, link)
        if anchor in self.blocks:
            return LinkTarget(label=self.blocks[anchor])
        there = self.guide.page(path)
        now = there.path if there else path
        return LinkTarget(label=None if now == page or anchor else self.pages.get(now))

    def online(self, target: str) -> str | None:
        """The address of a page or file of the site. None while the site has no address."""
        return self.guide.online(target, self.site)


def spoken_address(address: str) -> str:
    """An address as it is read and typed: without what a browser adds."""
    return re.sub(r"^(https?://(www\.)?|mailto:|tel:)", "", address).removesuffix("/")
