"""Makes links to what has moved or is gone lead somewhere: to the page as it is now, or to what is left of it."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from ..html.context import Context
from ..model.guide import address_of, resolve_link

_FULL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|/")


def relink(root: Element, context: Context) -> None:
    """Change the links below an element. An anchor that the page no longer has is dropped."""
    for link in root.iter("a"):
        target = link.get("href", "")
        if target and not _FULL.match(target):
            path, anchor = resolve_link(context.page, target)
            if new := _new_target(path, anchor, context):
                link.set("href", context.link(new))


def _new_target(path: str, anchor: str, context: Context) -> str | None:
    handbook = context.handbook
    there = handbook.guide.destination(f"{path}#{anchor}")
    if there is None:
        return address_of(path) if path in handbook.gone else None
    if there.page.path != path:
        return there.path
    lost = anchor and path != context.page and anchor not in there.page.anchors()
    return path if lost and anchor in handbook.past.anchors(there.page.file) else None
