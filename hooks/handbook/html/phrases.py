"""Renders phrases to say and to avoid."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from ..model.blocks import Avoided, Phrase, Phrases
from .build import el
from .context import Context
from .parts import frame, labeled, list_title
from .words import words


def render(block: Phrases, context: Context) -> Element:
    """Two lists, each under its label."""
    lists = (_list(block, "say", "Say", block.say, context), _list(block, "avoid", "Avoid", block.avoid, context))
    return frame(block, context, el("div", *lists, class_="hb-lists"))


def _list(
    block: Phrases, name: str, label: str, entries: Sequence[Phrase | Avoided], context: Context
) -> Element | None:
    if not entries:
        return None
    title = list_title(label, f"{block.id}-{name}")
    items = el("ul", *(_entry(name, entry, context) for entry in entries), aria_labelledby=f"{block.id}-{name}")
    return el("div", title, items, class_=f"hb-list hb-list-{name}")


def _entry(name: str, entry: Phrase | Avoided, context: Context) -> Element:
    line, instead = words(entry.text, context), None
    if isinstance(entry, Avoided):
        line = el("q", context.spoken(entry.text))
        instead = words(entry.instead, context) if entry.instead else None
    return el(
        "li",
        el("p", line, class_=f"hb-{name}"),
        labeled("why", "Why", entry.why, keep=entry.keep),
        labeled("instead", "Instead", instead),
    )
