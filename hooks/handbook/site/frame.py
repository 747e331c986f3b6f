"""What stands around every page: a link to the quick cards in its header, links at its foot."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree.ElementTree import tostring

from ..book.read import Handbook
from ..html.build import el
from ..html.icon import drawing
from ..model.guide import address_of
from .theme_markup import put_before

# there is no place for additions in the theme's header: its template would have to be copied whole
_BEFORE_SWITCH = '<form class="md-header__option"'


@dataclass(frozen=True, slots=True)
class FootLink:
    """A link at the foot of every page; `address` is that of the page in the site."""

    title: str
    address: str


def foot_links(handbook: Handbook) -> list[FootLink]:
    """Links to the pages whose heads ask for it."""
    return [FootLink(page.title, address_of(page.path)) for page in handbook.guide.foot]


def with_quick_link(html: str, handbook: Handbook, base: str) -> str:
    """A whole page of the theme, with the link to the quick cards before its switch of colors.

    `base` leads from the page to the site's first folder. Raises ThemeError when the theme has no such switch.
    """
    return put_before(html, _BEFORE_SWITCH, _quick_link(handbook, base))


def _quick_link(handbook: Handbook, base: str) -> str:
    """The link as HTML. Empty without quick cards."""
    page = handbook.guide.quick
    if page is None:
        return ""
    link = el(
        "a",
        drawing("bolt", handbook.root),
        el("span", el("span", "I need it ", class_="hb-wide"), el("span", "now")),
        href=base + address_of(page.path),
        class_="hb-quick",
        data_key="q",
    )
    link.set("aria-label", "I need it now")
    return tostring(link, encoding="unicode", method="html")
