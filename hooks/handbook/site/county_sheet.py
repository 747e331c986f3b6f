"""The style sheet with the county's colors, in place of the handbook's own of the same names."""

from __future__ import annotations

from collections.abc import Mapping

from ..model.colors import Colors

SHEET = "assets/stylesheets/county.css"
"""Its address in the site."""

_SCHEMES = {':root,[data-md-color-scheme="default"]': "light", '[data-md-color-scheme="slate"]': "dark"}


def county_sheet(colors: Colors) -> str:
    """The sheet for both schemes. Empty where the county has no colors of its own."""
    rules = {selector: _declared(getattr(colors, scheme)) for selector, scheme in _SCHEMES.items()}
    return "".join(f"{selector}{{{text}}}\n" for selector, text in rules.items() if text)


def _declared(colors: Mapping[str, str]) -> str:
    return ";".join(f"--hb-{name}:{color}" for name, color in colors.items())
