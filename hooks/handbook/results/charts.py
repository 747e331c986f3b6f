"""The two charts of the page, as SVG. Each says in words what it shows, and the numbers are on the page as well."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from ..html.build import el

_WIDE, _HIGH, _GAP, _FOOT = 400, 120, 4, 18
_BAR_WIDE, _BAR_HIGH = 160, 18


def tenths_chart(tenths: Sequence[int]) -> Element:
    """How many people reached which tenth of the points, as columns."""
    most = max(*tenths, 1)
    step = _WIDE / len(tenths)
    parts: list[Element] = []
    for at, count in enumerate(tenths):
        height = round(count / most * (_HIGH - 20), 1)
        left, top = round(at * step + _GAP / 2, 1), _HIGH - height
        parts.append(_shape("rect", "bar", x=left, y=top, width=round(step - _GAP, 1), height=height))
        middle = round(at * step + step / 2, 1)
        if count:
            parts.append(_text(f"{count:,}", middle, top - 4))
        parts.append(_text(f"{at * 10}", middle, _HIGH + _FOOT - 4))
    spans = (f"{at * 10} to {at * 10 + (10 if at == 9 else 9)}%: {count:,}" for at, count in enumerate(tenths) if count)
    label = f"How many people reached which share of the points. {'; '.join(spans)}."
    return _picture(label, _WIDE, _HIGH + _FOOT, *parts)


def share_chart(share: float, interval: tuple[float, float] | None) -> Element:
    """A share as a bar, with its interval as a line across it. The words stand beside it, so it has none."""
    middle = _BAR_HIGH / 2
    parts = [
        _shape("rect", "ground", x=0, y=3, width=_BAR_WIDE, height=_BAR_HIGH - 6),
        _shape("rect", "bar", x=0, y=3, width=round(share * _BAR_WIDE, 1), height=_BAR_HIGH - 6),
    ]
    if interval is not None:
        low, high = (round(end * _BAR_WIDE, 1) for end in interval)
        parts += [
            _shape("line", "span", x1=low, x2=high, y1=middle, y2=middle),
            _shape("line", "span", x1=low, x2=low, y1=middle - 5, y2=middle + 5),
            _shape("line", "span", x1=high, x2=high, y1=middle - 5, y2=middle + 5),
        ]
    picture = _picture("", _BAR_WIDE, _BAR_HIGH, *parts)
    del picture.attrib["role"], picture.attrib["aria-label"]
    picture.set("aria-hidden", "true")
    return picture


def _picture(label: str, width: float, height: float, *parts: Element) -> Element:
    picture = el("svg", *parts, role="img", aria_label=label, width=str(width), height=str(height))
    picture.set("viewBox", f"0 0 {width} {height}")
    return picture


def _shape(tag: str, kind: str, **places: float) -> Element:
    return el(tag, class_=kind, **{name: str(place) for name, place in places.items()})


def _text(words: str, x: float, y: float) -> Element:
    text = el("text", words, x=str(x), y=str(y))
    text.set("text-anchor", "middle")
    return text
