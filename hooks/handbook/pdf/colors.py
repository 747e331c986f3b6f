"""The colors to print in: those of the site's light pages."""

from __future__ import annotations

from collections.abc import Mapping

from ..book.read import Handbook
from ..model.guide import Page
from ..model.palette import LIGHT


def print_colors(handbook: Handbook) -> Mapping[str, str]:
    """All colors by name, the county's own in their places."""
    return {**LIGHT, **handbook.organization.settings.colors.light}


def hue_of(page: Page | None, handbook: Handbook) -> str:
    """The color of what belongs to a page: that of its kind of moments, or else that of links."""
    hue = handbook.guide.hue_of(page) if page else None
    return hue.ink if hue else print_colors(handbook)["accent"]
