"""The files of the pocket guide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from .base import Block


class Downloads(Block):
    """The pocket guide in all its formats, to download."""

    kind: ClassVar[str] = "downloads"


@dataclass(frozen=True, slots=True)
class Download:
    """A file that the build has made: its address (relative to docs), what it is, and its size in bytes."""

    address: str
    title: str
    about: str
    amount: str
    size: int
    edition: str
