"""Icons as pictures of pixels, which phones ask for: drawn by Typst, so that the same picture gives the same bytes."""

from __future__ import annotations

import json

import typst

from .compile import FOLDER
from .result import PrintError


def icon_png(picture: bytes, ground: str, size: int, share: float) -> bytes:
    """A square of `size` pixels with a picture (SVG, PNG or JPEG) in its middle, over a `share` of its side.

    `ground` is its color, as #rrggbb. Raises PrintError where the picture can't be drawn.
    """
    icon = {"picture": list(picture), "ground": ground, "size": size, "share": share}
    try:
        png = typst.compile(
            FOLDER / "icon.typ", root=FOLDER, sys_inputs={"icon": json.dumps(icon)}, format="png", ppi=72.0
        )
    except typst.TypstError as error:
        raise PrintError(error.message) from error
    assert isinstance(png, bytes)
    return png
