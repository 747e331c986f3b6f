"""What comes of printing: a PDF or a fault. It is apart from what prints, because that reads Typst."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


class PrintError(Exception):
    """The guide could not be printed; its text says why."""


@dataclass(frozen=True, slots=True)
class Compiled:
    """A PDF, its number of pages (0: not known), and what the template tells about it (`metadata` labeled <facts>)."""

    pdf: bytes
    pages: int
    facts: list[Any]
