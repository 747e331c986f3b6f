"""The style sheet with the county's colors, in place of the handbook's own of the same names."""

from __future__ import annotations

from collections.abc import Mapping

from ..model.colors import Colors

SHEET = "assets/stylesheets/county.css"
"""Its address in the site."""

_SHEET = """:root,[data-md-color-scheme="default"]{{{light}}}
@media screen{{[data-md-color-scheme="slate"]{{{dark}}}}}
"""
"""Paper is white, whatever the screen is."""


def county_sheet(colors: Colors) -> str:
    """The sheet for both schemes. Empty where the county has no colors of its own."""
    return _SHEET.format(light=_declared(colors.light), dark=_declared(colors.dark)) if colors.dark else ""


def _declared(colors: Mapping[str, str]) -> str:
    return ";".join(f"--hb-{name}:{color}" for name, color in colors.items())
