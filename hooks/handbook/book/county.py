"""Whose handbook it is: the county's name and its seal."""

from __future__ import annotations

from dataclasses import dataclass

from .read import Handbook


@dataclass(frozen=True, slots=True)
class County:
    """Its name, and the address of its seal in the site; empty where there is none."""

    name: str
    seal: str


def county(handbook: Handbook) -> County:
    """The name and the seal of the profile."""
    name, seal = handbook.profile.values.get("org.name"), handbook.organization.settings.seal
    return County(name.text if name else "", seal if seal in handbook.files else "")
