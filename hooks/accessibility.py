"""MkDocs hook: mends the theme's markup where it keeps people out; stops the build when the theme has changed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

OPENER = (
    r'<button type="button" class="md-header__button md-icon" data-opens="__{0}" aria-controls="{1}" '
    r'aria-expanded="false" aria-label="{2}">\1</button>'
)

# what the theme writes, what is written instead, how often it stands in a page (None: any number), and why
MENDED = (
    (r'data-md-component="search" role="dialog"', r'\g<0> id="hb-search" aria-label="Search"', 1),  # it needs a name
    (r'(<div class="md-search__scrollwrap") tabindex="0"', r"\1", 1),  # an empty stop on the way by keyboard
    (r'<div class="md-search-result__meta"', r'\g<0> role="status"', 1),  # the count of results is announced
    (r'(id="__(?:drawer|search)") autocomplete="off"', r"\1", 2),  # not allowed on a checkbox
    (r' tabindex=""', "", None),  # not a number
    # labels are no buttons; the theme's script needs that of the search, and without scripts that of the menu works
    (
        r'<label class="md-header__button md-icon" for="__drawer">(.*?)</label>',
        OPENER.format("drawer", "hb-menu", "Menu") + r"<noscript>\g<0></noscript>",
        1,
    ),
    (
        r'<label class="md-header__button md-icon" for="__search">(.*?)</label>',
        '<label for="__search" hidden></label>' + OPENER.format("search", "hb-search", "Search"),
        1,
    ),
    (r'<div class="md-sidebar md-sidebar--primary"', r'\g<0> id="hb-menu"', 1),
    (r'(<label class="md-nav__link" for="__nav_[0-9_]+" id="__nav_[0-9_]+_label") tabindex="0"', r"\1", None),
    (r'(<nav class="md-nav"[^>]*) aria-expanded="(?:true|false)"', r"\1", None),  # not allowed on a landmark
)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Mend a page."""
    return _mended(output, page.url)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Mend the page shown for a wrong address."""
    return _mended(output_content, template_name) if template_name == "404.html" else output_content


def _mended(output: str, where: str) -> str:
    for theirs, ours, times in MENDED:
        output, found = re.subn(theirs, ours, output, flags=re.DOTALL)
        if times is not None and found != times:
            raise PluginError(
                f"hooks/accessibility.py: the theme has changed: {theirs!r} found {found} times in {where}, not {times}"
            )
    return output
