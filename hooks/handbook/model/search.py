"""What people type into the search, and the page that they should find."""

from __future__ import annotations

from .schema import Entity, Text


class Search(Entity):
    """A search and the page (path below docs) that answers it. One that is held out is measured, never tuned for."""

    query: Text
    """What people type."""
    page: Text
    """The page they should find: its path below docs/."""
    held_out: bool = False
    """true: measured, never tuned for."""
