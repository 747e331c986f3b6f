"""The colors of the style sheet, measured: WCAG 2.2, 1.4.3 (text, 4.5 to 1) and 1.4.11 (frames and marks, 3 to 1)."""

from __future__ import annotations

import re

import pytest

from support.folders import PROJECT

TOKENS = (PROJECT / "web" / "styles" / "parts" / "tokens.css").read_text("utf-8")

TEXT = (
    *((ink, ground) for ink in ("ink", "quiet", "accent") for ground in ("paper", "sheet", "accent-soft")),
    *((ink, ground) for ink in ("ink", "quiet", "say") for ground in ("paper", "say-soft")),
    *((ink, ground) for ink in ("ink", "quiet", "avoid") for ground in ("paper", "avoid-soft")),
    ("ink", "warm-soft"),
    ("accent", "warm-soft"),
    ("quiet", "warm-soft"),
    ("ink", "mark"),
    ("on-accent", "accent"),
    ("on-header", "header"),
    ("header-quiet", "header"),
    ("on-bolt", "bolt"),
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
)


def _colors(selector: str) -> dict[str, str]:
    rule = TOKENS[TOKENS.index(selector) :].partition("}")[0]
    return dict(re.findall(r"--hb-([a-z-]+): (#[0-9a-f]{6});", rule))


LIGHT = _colors(':root,\n[data-md-color-scheme="default"]')
SCHEMES = {"light": LIGHT, "dark": LIGHT | _colors('[data-md-color-scheme="slate"]')}


def _luminance(color: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_measured_as_wcag_defines_it() -> None:
    assert _contrast("#ffffff", "#000000") == pytest.approx(21)
    assert _contrast("#ffffff", "#767676") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("pairs", "least"), [(TEXT, 4.5), (MARKS, 3.0)], ids=["text", "marks"])
def test_colors_stand_apart(scheme: str, pairs: tuple[tuple[str, str], ...], least: float) -> None:
    colors = SCHEMES[scheme]
    ratios = {pair: round(_contrast(colors[pair[0]], colors[pair[1]]), 2) for pair in pairs}
    assert not {pair: contrast for pair, contrast in ratios.items() if contrast < least}
