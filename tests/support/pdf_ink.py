"""Follows the drawing of PDF pages: where there is ink, and in which colors text stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO

import pikepdf

POINTS = 72 / 25.4
Matrix = tuple[float, float, float, float, float, float]
Color = tuple[float, float, float]
_PATH = {"m", "l", "c", "v", "y", "re"}
_PAINT = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*"}
_PAPER = (1.0, 1.0, 1.0)
_SAME: Matrix = (1, 0, 0, 1, 0, 0)


@dataclass(frozen=True)
class Ink:
    """A mark on a page (from 1), in millimeters from the left and from the bottom; `text` where it is a text."""

    page: int
    x: float
    y: float
    color: Color
    text: bool


@dataclass(frozen=True)
class _State:
    matrix: Matrix
    color: Color = (0.0, 0.0, 0.0)
    stroke: Color = (0.0, 0.0, 0.0)


def inked(pdf: bytes) -> Iterator[Ink]:
    """Every corner of every path and picture and every start of a text that is drawn in ink on the pages."""
    with pikepdf.open(BytesIO(pdf)) as document:
        for number, page in enumerate(document.pages, start=1):
            for point, color, text in _operations(page.obj, _State(_SAME)):
                if color != _PAPER:
                    yield Ink(number, point[0] / POINTS, point[1] / POINTS, color, text)


def contrast(color: Color, ground: Color) -> float:
    """The contrast of two colors. Source: WCAG 2.2, "contrast ratio"."""
    light, dark = sorted((_luminance(color), _luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: Color) -> float:
    red, green, blue = ((c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4) for c in color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _operations(page: pikepdf.Object, state: _State) -> Iterator[tuple[tuple[float, float], Color, bool]]:
    stack: list[_State] = []
    path: list[tuple[float, float]] = []
    text = _SAME
    for step in pikepdf.parse_content_stream(page):
        name, numbers = str(step.operator), [float(str(one)) for one in step.operands if _number(one)]
        match name:
            case "q":
                stack.append(state)
            case "Q":
                state = stack.pop()
            case "BT" | "Tm":
                text = _matrix(numbers) if numbers else _SAME
            case "Tj" | "TJ":
                yield _at((0, 0), _times(text, state.matrix)), state.color, True
            case "Do":
                yield from _placed(page.Resources.XObject[str(step.operands[0])], state)
            case "n":
                path = []
            case _ if name in _PAINT:
                yield from ((point, state.stroke if name in "Ss" else state.color, False) for point in path)
                path = []
            case _ if name in _PATH:
                path += [_at(point, state.matrix) for point in _points(name, numbers)]
            case _:
                state = _changed(state, name, numbers)


def _changed(state: _State, name: str, numbers: list[float]) -> _State:
    if name == "cm":
        return replace(state, matrix=_times(_matrix(numbers), state.matrix))
    if name in ("g", "rg", "sc", "scn"):
        return replace(state, color=_color(numbers))
    if name in ("G", "RG", "SC", "SCN"):
        return replace(state, stroke=_color(numbers))
    return state


def _placed(drawing: pikepdf.Object, state: _State) -> Iterator[tuple[tuple[float, float], Color, bool]]:
    if drawing.Subtype == "/Form":
        own = _matrix([float(one) for one in drawing.get("/Matrix", _SAME)])
        yield from _operations(drawing, replace(state, matrix=_times(own, state.matrix)))
    else:
        yield from ((_at(corner, state.matrix), (0.0, 0.0, 0.0), False) for corner in ((0, 0), (1, 1)))


def _number(operand: object) -> bool:
    return re.fullmatch(r"-?[0-9.]+(E[+-]?[0-9]+)?", str(operand)) is not None


def _points(name: str, numbers: list[float]) -> list[tuple[float, float]]:
    if name == "re":
        x, y, wide, high = numbers
        return [(x, y), (x + wide, y + high)]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def _color(numbers: list[float]) -> Color:
    red, green, blue = numbers if len(numbers) == 3 else numbers[:1] * 3
    return red, green, blue


def _matrix(numbers: list[float]) -> Matrix:
    a, b, c, d, e, f = numbers
    return a, b, c, d, e, f


def _at(point: tuple[float, float], matrix: Matrix) -> tuple[float, float]:
    x, y = point
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _times(one: Matrix, other: Matrix) -> Matrix:
    """First one, then the other."""
    a, b, c, d, e, f = one
    p, q, r, s, t, u = other
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u
