"""Makes links to the old address of a page lead to the page as it is now."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from ..html.context import Context
from ..model.guide import resolve_link


def relink(root: Element, context: Context) -> None:
    """Change the links below an element. An anchor that the page no longer has is dropped."""
    guide = context.handbook.guide
    for link in root.iter("a"):
        target = link.get("href", "")
        if not guide.redirects or re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|/", target):
            continue
        path, anchor = resolve_link(context.page, target)
        there = guide.destination(f"{path}#{anchor}")
        if there and there.page.path != path:
            link.set("href", context.link(there.path))
