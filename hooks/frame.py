"""MkDocs hook: what is put into every page: the way to the quick cards, links at its foot, addresses for print."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from mkdocs.exceptions import PluginError
from mkdocs.utils import get_relative_url

from handbook.site.frame import LOST, foot, quick_link
from handbook.site.markdown_extension import Desk
from handbook.site.print_links import with_addresses

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

HOME = "index.html"
BEFORE_SWITCH = '<form class="md-header__option"'
FOOT = '<div class="md-copyright">'
NOT_FOUND = "<h1>404 - Not found</h1>"


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Put it into a page; where the site has an address, the addresses of its links, too."""
    output = _framed(output, get_relative_url(HOME, page.url).removesuffix(HOME), config)
    return with_addresses(output, page.canonical_url) if page.canonical_url else output


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Put it into the page shown for a wrong address, which says where to look."""
    if template_name != "404.html":
        return output_content
    base = urlsplit(config.site_url or "/").path
    return _put(_framed(output_content, base, config), NOT_FOUND, LOST.format(base=base), instead=True)


def _framed(output: str, base: str, config: MkDocsConfig) -> str:
    desk: Desk = config.extra["desk"]
    output = _put(output, BEFORE_SWITCH, quick_link(desk.handbook, base))
    return _put(output, FOOT, foot(desk.handbook, base))


def _put(output: str, place: str, text: str, *, instead: bool = False) -> str:
    """The page with a text before a place in it, or instead of it."""
    if output.count(place) != 1:
        raise PluginError(
            f"hooks/frame.py: the theme has changed: {place!r} stands in a page {output.count(place)} times"
        )
    return output.replace(place, text if instead else text + place)
