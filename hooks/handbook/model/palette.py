"""The handbook's colors: those of palette.json, which the style sheets are built from too, and how far two stand apart.

Four kinds of moments have a hue of their own, wherever they are shown: on a card, in the menu, on paper.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path

_TABLE = json.loads(Path(__file__).with_suffix(".json").read_text("utf-8"))

LIGHT: Mapping[str, str] = _TABLE["light"]
"""The colors of the light scheme and of paper, by name, as #rrggbb."""

DARK: Mapping[str, str] = LIGHT | _TABLE["dark"]
"""Those of the dark scheme."""

TEXT = 4.5
"""The least contrast of text with its ground. Source: WCAG 2.2, success criterion 1.4.3."""

_STEPS = 50


class Hue(StrEnum):
    """A kind of moments. Its color is that of the same name, and `-soft` behind it that of a ground."""

    PHONE = "phone"
    COUNTER = "counter"
    EMAIL = "email"
    HARD = "hard"

    @property
    def ink(self) -> str:
        """Its color on paper."""
        return LIGHT[self]

    @property
    def ground(self) -> str:
        """The pale one to print on."""
        return LIGHT[f"{self}-soft"]


def hex_color(text: str) -> str | None:
    """A color as #rrggbb, where it is written so, with three digits, or as rgb(12, 59, 73). None where it is not."""
    if digits := re.fullmatch(r"#?(?:([0-9a-f]{6})|([0-9a-f])([0-9a-f])([0-9a-f]))", text.strip().lower()):
        return "#" + (digits[1] or "".join(2 * digit for digit in digits.groups()[1:]))
    parts = re.fullmatch(r"(?:rgb)?\(?\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\s*\)?", text.strip().lower())
    return _hex(map(int, parts.groups())) if parts and max(map(int, parts.groups())) < 256 else None


def contrast(one: str, other: str) -> float:
    """How far two colors stand apart, from 1 to 21. Source: WCAG 2.2, "contrast ratio"."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def least_contrast(color: str, others: Iterable[str]) -> float:
    """That with the one of the others that is nearest."""
    return min(contrast(color, other) for other in others)


def blend(color: str, other: str, share: float) -> str:
    """A color with a share (0 to 1) of another in it."""
    return _hex(round(a + (b - a) * share) for a, b in zip(_parts(color), _parts(other), strict=True))


def readable(color: str, others: Iterable[str]) -> str:
    """The color itself where it can be read on, or below, all the others; else the nearest darker or lighter shade.

    Darker where they are light. Where no shade will do, black or white.
    """
    grounds = list(others)
    end = max(("#000000", "#ffffff"), key=lambda each: least_contrast(each, grounds))
    shades = (blend(color, end, step / _STEPS) for step in range(_STEPS))
    return next((shade for shade in shades if least_contrast(shade, grounds) >= TEXT), end)


def _parts(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def _hex(parts: Iterable[int]) -> str:
    return "#" + "".join(f"{part:02x}" for part in parts)


def _luminance(color: str) -> float:
    """Source: WCAG 2.2, "relative luminance"."""
    parts = (part / 255 for part in _parts(color))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
