"""The link in the header to the questions that are due: a script shows it when there are some."""

from __future__ import annotations

from xml.etree.ElementTree import tostring

from ..book.read import Handbook
from ..html.build import el
from ..html.progress import VERSIONS, practice_id
from ..model.guide import address_of
from .theme_markup import BEFORE_SWITCH, put_before


def with_due(html: str, handbook: Handbook, base: str) -> str:
    """A whole page of the theme with the link in its header, hidden; as it is where no page shows one's progress.

    It comes right after the title, which gives way to it: nothing else moves when it appears. `data-src` is the address
    of the script with the versions of all questions. `base` leads from the page to the site's first folder. Raises
    ThemeError when the theme has no place for it.
    """
    placed = handbook.guide.progress
    if placed is None:
        return html
    address = base + address_of(handbook.guide.page_of(placed).path)
    link = el(
        "a",
        href=f"{address}#{practice_id(placed.block)}",
        class_="hb-due-chip",
        hidden=True,
        data_src=f"{address.removesuffix('.html')}.{VERSIONS}.js",
    )
    return put_before(html, BEFORE_SWITCH, tostring(link, encoding="unicode", method="html"))
