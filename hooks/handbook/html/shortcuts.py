"""Renders the keys that work on every page."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from ..model.blocks import Shortcuts
from .build import el
from .context import Context
from .parts import frame

KEYS = (
    ("/", "Go to the search."),
    ("Ctrl+K", "Go to the search, also while you type in a field. On a Mac: Cmd+K."),
    ("Q", "Open the quick cards."),
    ("Escape", "Close the search or the menu."),
)


def render(block: Shortcuts, context: Context) -> Element:
    """A list of keys. A script puts a switch below it, as WCAG 2.1.4 (character key shortcuts) asks for."""
    keys = (el("div", el("dt", el("kbd", key)), el("dd", does)) for key, does in KEYS)
    return frame(block, context, el("dl", *keys))
