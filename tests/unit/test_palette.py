"""The palette, measured: WCAG 2.2, 1.4.3 (text, 4.5 to 1) and 1.4.11 (frames and marks, 3 to 1)."""

from __future__ import annotations

import pytest

from handbook.model.palette import DARK, LIGHT, Hue, contrast
from handbook.model.palette import TEXT as ENOUGH

TEXT = (
    *((ink, ground) for ink in ("ink", "quiet", "accent") for ground in ("paper", "sheet", "accent-soft")),
    *((ink, ground) for ink in ("ink", "quiet", "say") for ground in ("paper", "say-soft")),
    *((ink, ground) for ink in ("ink", "quiet", "avoid") for ground in ("paper", "avoid-soft")),
    ("ink", "warm-soft"),
    ("accent", "warm-soft"),
    ("quiet", "warm-soft"),
    ("ink", "mark"),
    ("say", "mark"),
    ("on-accent", "accent"),
    ("on-header", "header"),
    ("header-quiet", "header"),
    ("on-bolt", "bolt"),
    *((hue, ground) for hue in Hue for ground in ("paper", "sheet", f"{hue}-soft")),
    *((ink, f"{hue}-soft") for hue in Hue for ink in ("ink", "quiet")),
)
MARKS = (
    ("accent", "paper"),
    ("accent", "sheet"),
    ("frame", "paper"),
    ("frame", "sheet"),
    ("say", "paper"),
    ("avoid", "paper"),
    ("on-header", "header"),
    ("bolt", "header"),
    ("warm", "warm-soft"),
    *((f"{hue}-bright", "header") for hue in Hue),
)


SCHEMES = {"light": LIGHT, "dark": DARK}


def test_contrast_is_measured_as_wcag_defines_it() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#ffffff", "#767676") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("pairs", "least"), [(TEXT, ENOUGH), (MARKS, 3.0)], ids=["text", "marks"])
def test_colors_stand_apart(scheme: str, pairs: tuple[tuple[str, str], ...], least: float) -> None:
    colors = SCHEMES[scheme]
    ratios = {pair: round(contrast(colors[pair[0]], colors[pair[1]]), 2) for pair in pairs}
    assert not {pair: contrast for pair, contrast in ratios.items() if contrast < least}
