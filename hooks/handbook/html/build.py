"""Builds element trees in few words."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown.util import AMP_SUBSTITUTE, AtomicString

_ENTITY = re.compile(r"&(?=#?\w+;)")  # Python-Markdown writes these as they are, any other "&" as one


def exact(text: str) -> AtomicString:
    """A plain text that is shown as it is: neither marks nor entities in it mean anything."""
    return AtomicString(_ENTITY.sub(f"{AMP_SUBSTITUTE}amp;", text))


def el(tag: str, *children: Element | str | None, **attributes: str | bool | None) -> Element:
    """An element. Strings among the children become text, None is left out.

    Attribute names are written with `_` for `-` and, where Python needs it, one `_` at the end (`class_`, `for_`).
    True gives an attribute without a value of its own (`checked="checked"`), False and None leave it out.
    """
    element = Element(tag)
    for name, value in attributes.items():
        if value is not None and value is not False:
            plain = name.rstrip("_").replace("_", "-")
            element.set(plain, plain if value is True else value)
    for child in children:
        append(element, child)
    return element


def append(parent: Element, child: Element | str | None) -> None:
    """Add an element, or text after all that is there."""
    if isinstance(child, Element):
        parent.append(child)
    elif child and len(parent):
        parent[-1].tail = (parent[-1].tail or "") + child
    elif child:  # a first text keeps its type: Python-Markdown leaves an AtomicString alone
        parent.text = parent.text + child if parent.text else child
