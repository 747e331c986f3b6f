"""QR codes that lead from paper to the page online."""

from __future__ import annotations

from io import BytesIO

import segno

QUIET = 4
"""Modules of blank around the code. Source: ISO/IEC 18004, which asks for four."""

_MODULE = 0.5  # millimeters: a phone reads it at arm's length, a copier keeps it
_SMALLEST = 24.0


def qr_svg(address: str) -> str:
    """The code of an address as SVG, one unit a module."""
    out = BytesIO()
    _code(address).save(out, kind="svg", border=QUIET, xmldecl=False, svgclass=None, lineclass=None, light="#fff")
    return out.getvalue().decode().strip()


def qr_width(address: str) -> float:
    """The width in millimeters to print it at, the blank around it included."""
    return max(_SMALLEST, _MODULE * _code(address).symbol_size(border=QUIET)[0])


def _code(address: str) -> segno.QRCode:
    return segno.make(address, error="m", micro=False, boost_error=False)
