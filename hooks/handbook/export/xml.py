"""Writes XML as text: one writer for all files, the same bytes wherever Python runs, the browser included."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import escape

XSI = "http://www.w3.org/2001/XMLSchema-instance"

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML file may hold. Source: XML 1.0, 2.2 (production 2, Char)."""


class Element(str):
    """A piece of XML as text. A text that is not one is escaped where it is put in.

    Ten thousand questions are two million elements: a tree of objects takes five times as long.
    """

    __slots__ = ()


Content = Element | str | None
"""What an element holds: an element, a text, or nothing."""


def element(tag: str, *content: Content, **attributes: str) -> Element:
    """An element with content in order. A trailing _ is dropped from the name of an attribute."""
    return build(tag, {name.rstrip("_"): value for name, value in attributes.items()}, content)


def build(tag: str, attributes: Mapping[str, str], content: Iterable[Content] = ()) -> Element:
    """An element whose attributes have names of any kind, those with a prefix included."""
    attribute_text = "".join(f' {name}="{escape(_allowed(value))}"' for name, value in attributes.items())
    inner = "".join(map(_inner, content))
    return Element(f"<{tag}{attribute_text}>{inner}</{tag}>" if inner else f"<{tag}{attribute_text}/>")


def lines(content: Iterable[Content]) -> list[Element]:
    """Each element on a line of its own, for whoever opens the file in an editor."""
    return [*(Element(f"\n{_inner(part)}") for part in content if part is not None), Element("\n")]


def verbatim(text: str) -> Element:
    """A text of which nothing is escaped, so that HTML in it stays legible (CDATA)."""
    return Element("<![CDATA[" + _allowed(text).replace("]]>", "]]]]><![CDATA[>") + "]]>" if text else "")


def document(outermost: Element) -> bytes:
    """The file that holds an outermost element."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{outermost}\n'.encode()


def _inner(part: Content) -> str:
    if not part:
        return ""
    return part if isinstance(part, Element) else escape(_allowed(part), quote=False)


def _allowed(text: str) -> str:
    return _FORBIDDEN.sub("", text)
