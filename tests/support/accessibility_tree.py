"""What Chromium tells a screen reader: roles and names of its own accessibility tree."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page


def told(page: Page) -> list[tuple[str, str]]:
    """Role and name of everything that a screen reader can come to, in its order. What is live has its text as name."""
    session = page.context.new_cdp_session(page)
    nodes: list[dict[str, Any]] = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    by_id = {node["nodeId"]: node for node in nodes}
    return [
        (role, _text(node, by_id) if role == "status" else _value(node, "name"))
        for node in nodes
        if not node.get("ignored") and (role := _value(node, "role"))
    ]


def _value(node: dict[str, Any], field: str) -> str:
    return str(node.get(field, {}).get("value", ""))


def _text(node: dict[str, Any], by_id: dict[str, dict[str, Any]]) -> str:
    """The words below a node."""
    if _value(node, "role") == "StaticText":
        return _value(node, "name")
    children = (by_id[child] for child in node.get("childIds", ()) if child in by_id)
    return " ".join(filter(None, (_text(child, by_id) for child in children)))
