"""Every way to make an item: the kind of its material and the type of the item → what makes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from . import glossary, phrases, procedure, profile, table
from .material import Material

Maker = Callable[[Material], dict[str, object]]
"""Takes the material; gives the stem, where the entry has none, and the keys of the type."""

KINDS: Mapping[tuple[str, str], Maker] = {
    ("procedure", "order"): procedure.order,
    ("procedure", "single"): procedure.single,
    ("expectations", "match"): table.match,
    ("expectations", "single"): table.single,
    ("glossary", "match"): glossary.match,
    ("glossary", "single"): glossary.single,
    ("phrases", "classify"): phrases.classify,
    ("phrases", "single"): phrases.single,
    ("profile", "short"): profile.short,
    ("profile", "single"): profile.single,
}
