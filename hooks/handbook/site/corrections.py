"""Corrects the theme's markup where it keeps people out."""

from __future__ import annotations

from .theme_markup import Change

_OPENER = (
    r'<button type="button" class="md-header__button md-icon" data-opens="__{0}" aria-controls="{1}" '
    r'aria-expanded="false" aria-label="{2}">\1</button>'
)

CORRECTIONS = (
    Change(r'data-md-component="search" role="dialog"', r'\g<0> id="hb-search" aria-label="Search"'),  # it needs a name
    Change(r'(<div class="md-search__scrollwrap") tabindex="0"', r"\1"),  # an empty stop on the way by keyboard
    Change(r'<div class="md-search-result__meta"', r'\g<0> role="status"'),  # the count of results is announced
    Change(r'(id="__(?:drawer|search)") autocomplete="off"', r"\1", times=2),  # not allowed on a checkbox
    Change(r' tabindex=""', "", times=None, never=r'\stabindex="(?!-?\d+")[^"]*"'),  # not a number
    # labels are no buttons; the theme's script needs that of the search, and without scripts that of the menu works
    Change(
        r'<label class="md-header__button md-icon" for="__drawer">(.*?)</label>',
        _OPENER.format("drawer", "hb-menu", "Menu") + r"<noscript>\g<0></noscript>",
    ),
    Change(
        r'<label class="md-header__button md-icon" for="__search">(.*?)</label>',
        '<label for="__search" hidden></label>' + _OPENER.format("search", "hb-search", "Search"),
    ),
    Change(r'<div class="md-sidebar md-sidebar--primary"', r'\g<0> id="hb-menu"'),
    Change(  # a second stop: the checkbox that the label belongs to is one already
        r'(<label class="md-nav__link" for="__nav_[0-9_]+" id="__nav_[0-9_]+_label") tabindex="0"',
        r"\1",
        times=None,
        never=r"<label\b[^>]*\stabindex=[^>]*>",
    ),
    Change(  # not allowed on a landmark
        r'(<nav class="md-nav"[^>]*) aria-expanded="(?:true|false)"',
        r"\1",
        times=None,
        never=r"<nav\b[^>]*\saria-expanded=[^>]*>",
    ),
)


def corrected(html: str) -> str:
    """A whole page of the theme, with every correction made. Raises ThemeError when the theme has changed."""
    for correction in CORRECTIONS:
        html = correction.apply(html)
    return html
