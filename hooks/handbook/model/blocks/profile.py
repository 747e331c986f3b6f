"""Tables that the organization profile fills."""

from __future__ import annotations

from typing import ClassVar

from .base import Block


class Standards(Block):
    """The table of service standards."""

    kind: ClassVar[str] = "standards"


class Contacts(Block):
    """The people and places to turn to."""

    kind: ClassVar[str] = "contacts"
