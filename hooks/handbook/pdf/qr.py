"""QR codes that lead from paper to the page online."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from .links import spoken_address
from .runs import Tree

if TYPE_CHECKING:
    import segno

QUIET = 4
"""Modules of blank around the code. Source: ISO/IEC 18004, which asks for four."""

_MODULE = 0.5  # millimeters: a phone reads it at arm's length, a copier keeps it
_SMALLEST = 20.0  # millimeters, without the blank


def qr_svg(address: str) -> str:
    """The code of an address as SVG, one unit a module."""
    out = BytesIO()
    _code(address).save(out, kind="svg", border=QUIET, xmldecl=False, svgclass=None, lineclass=None, light="#fff")
    return out.getvalue().decode().strip()


def qr_width(address: str) -> float:
    """The width in millimeters to print it at, the blank around it included."""
    modules = _code(address).symbol_size(border=0)[0]
    return round(max(_SMALLEST / modules, _MODULE) * (modules + 2 * QUIET), 2)


def code_tree(address: str | None) -> Tree | None:
    """An address as it is printed: its code and the words to type. None without an address."""
    if not address:
        return None
    code, width = qr_svg(address), qr_width(address)
    return {"address": address, "shown": spoken_address(address), "code": code, "width": width}


@lru_cache(maxsize=64)
def _code(address: str) -> segno.QRCode:
    import segno  # noqa: PLC0415 (a check draws no code)

    return segno.make(address, error="m", micro=False, boost_error=False)
