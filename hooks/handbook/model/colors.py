"""The county's own colors, which take the place of some of the handbook's. All can be read where they are used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pydantic import ValidationInfo, field_validator

from ..source.codes import Code
from .palette import DARK, LIGHT, TEXT, blend, hex_color, least_contrast, readable
from .schema import Entity, Text, fault

_SOFT = {"links": 0.1, "links_dark": 0.2}
"""How much of a color there is in the pale ground that goes with it."""

_PLACES = {"header": "below white text", "links": "on a white page", "links_dark": "on a dark page"}


class Colors(Entity):
    """The county's colors, as "#0c3b49". What is left empty stays as the handbook has it."""

    header: Text | None = None
    """The ground of the header and of covers, below white text."""
    links: Text | None = None
    """Links, buttons and marks on a white page."""
    links_dark: Text | None = None
    """The same on a dark page. Left empty, it is a lighter shade of `links`."""

    @field_validator("*")
    @classmethod
    def _readable(cls, typed: str | None, info: ValidationInfo) -> str | None:
        name = str(info.field_name)
        if typed is None:
            return None
        color = hex_color(typed)
        if color is None:
            hint = f'Write a number sign and six digits or letters: {name}: "#0c3b49".'
            raise fault(Code.COLOR_FORM, f'{name}: "{typed}" is not a color', hint)
        grounds = list(_grounds(name, color))
        if (ratio := least_contrast(color, grounds)) < TEXT:
            message = f"{name}: {typed} is hard to read {_PLACES[name]}, where its contrast is {_floor(ratio)} to 1"
            hint = f'People need {TEXT} to 1, so use another shade of it: {name}: "{_passing(name, color)}".'
            raise fault(Code.COLOR_CONTRAST, message, hint)
        return color

    @property
    def light(self) -> Mapping[str, str]:
        """The colors of the palette that change in the light scheme, by name."""
        return dict([*self._header(), *_accent("links", self.links)])

    @property
    def dark(self) -> Mapping[str, str]:
        """Those that change in the dark scheme."""
        links = self.links_dark or (_passing("links_dark", self.links) if self.links else None)
        return dict([*self._header(), *_accent("links_dark", links)])

    def _header(self) -> Iterator[tuple[str, str]]:
        if self.header:
            yield "header", self.header


def _accent(name: str, color: str | None) -> Iterator[tuple[str, str]]:
    if color:
        yield "accent", color
        yield "accent-soft", _soft(name, color)


def _scheme(name: str) -> Mapping[str, str]:
    return DARK if name == "links_dark" else LIGHT


def _soft(name: str, color: str) -> str:
    return blend(_scheme(name)["paper"], color, _SOFT[name])


def _grounds(name: str, color: str) -> Iterator[str]:
    """What a color has to be read on, or what is read on it."""
    scheme = _scheme(name)
    if name == "header":
        yield from (scheme["on-header"], scheme["header-quiet"])
    else:
        yield from (scheme[each] for each in ("paper", "sheet", "warm-soft", "on-accent"))
        yield _soft(name, color)


def _passing(name: str, color: str) -> str:
    """The nearest shade that can be read. Its own pale ground comes nearer with it, so it is asked until it does."""
    shade = readable(color, _grounds(name, color))
    return shade if least_contrast(shade, _grounds(name, shade)) >= TEXT else _passing(name, shade)


def _floor(ratio: float) -> float:
    """Never as if it were enough."""
    return int(ratio * 10) / 10
