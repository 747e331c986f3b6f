"""The drawings of the handbook's own set, put into the page itself so that they follow its colors."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import Element

from ..source.svg import ICONS, read_picture


def drawing(name: str, root: Path) -> Element:
    """A drawing for the eye alone: the words beside it say the same. Raises UnfitPicture where it cannot be read."""
    picture = read_picture(root / ICONS / f"{name}.svg")
    picture.set("class", "hb-icon")
    picture.set("aria-hidden", "true")
    return picture
