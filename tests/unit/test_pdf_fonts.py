"""The letters of what is printed."""

from __future__ import annotations

from io import BytesIO

import pytest
import typst
from PIL import Image

from handbook.pdf.figure import FONT
from handbook.pdf.fonts import FOLDER


def middle(letter: str, weight: str, style: str) -> int:
    """How light the middle of a letter is: 255 is paper."""
    page = f"""#set page(width: auto, height: auto, margin: 0pt)
    #set text(font: "{FONT}", size: 200pt, weight: "{weight}", style: "{style}")
    #set text(top-edge: "bounds", bottom-edge: "bounds")
    {letter}"""
    picture = typst.compile(page.encode(), font_paths=typst.Fonts(False, False, [FOLDER]), format="png", ppi=72)
    assert isinstance(picture, bytes)
    pixels = Image.open(BytesIO(picture)).convert("L")
    return pixels.tobytes()[pixels.width * (pixels.height // 2) + pixels.width // 2]


@pytest.mark.parametrize("style", ["normal", "italic"])
@pytest.mark.parametrize("weight", ["regular", "bold"])
def test_a_zero_has_no_slash(weight: str, style: str) -> None:
    assert middle("8", weight, style) < 128
    assert middle("0", weight, style) == 255
