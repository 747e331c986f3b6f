"""Corrects the theme's markup where it keeps people out."""

from __future__ import annotations

from .theme_markup import Correction

CORRECTIONS = (
    Correction(r'(id="__(?:drawer|search)") autocomplete="off"', r"\1", times=2),  # not allowed on a checkbox
    Correction(r' tabindex=""', "", times=None, never=r'\stabindex="(?!-?\d+")[^"]*"'),  # not a number
    # a label is no button; without scripts it works
    Correction(
        r'<label class="md-header__button md-icon" for="__drawer">(.*?)</label>',
        r'<button type="button" class="md-header__button md-icon" data-opens="__drawer" aria-controls="hb-menu" '
        r'aria-expanded="false" aria-label="Menu">\1</button><noscript>\g<0></noscript>',
    ),
    Correction(r'<div class="md-sidebar md-sidebar--primary"', r'\g<0> id="hb-menu"'),
    Correction(  # a second stop: the checkbox that the label belongs to is one already
        r'(<label class="md-nav__link" for="__nav_[0-9_]+" id="__nav_[0-9_]+_label") tabindex="0"',
        r"\1",
        times=None,
        never=r"<label\b[^>]*\stabindex=[^>]*>",
    ),
    Correction(  # not allowed on a landmark
        r'(<nav class="md-nav"[^>]*) aria-expanded="(?:true|false)"',
        r"\1",
        times=None,
        never=r"<nav\b[^>]*\saria-expanded=[^>]*>",
    ),
)

_HERE = "<article><!--here-->"


OUTSIDE_MENU = Correction(r'(<label class="md-nav__title") for="__toc"', r"\1", times=None, never='for="__toc"')
"""The title of the contents is the label of a checkbox in the menu, which a page outside the menu does not have."""


def corrected(html: str) -> str:
    """A whole page of the theme, with every correction made. Raises ThemeError when the theme has changed.

    What an author wrote stays as it is: it may show markup that reads like the theme's.
    """
    before, article, after = _parts(html)
    frame = f"{before}{_HERE}{after}"
    for correction in CORRECTIONS:
        frame = correction.apply(frame)
    if 'id="__toc"' not in frame:
        frame = OUTSIDE_MENU.apply(frame)
    return frame.replace(_HERE, article)


def _parts(html: str) -> tuple[str, str, str]:
    start, end = html.find("<article"), html.rfind("</article>")
    return (html[:start], html[start:end], html[end:]) if 0 <= start < end else (html, "", "")
