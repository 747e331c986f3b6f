"""Renders the place where a tool of the workshop runs, and what is said where it can't."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from ..model.blocks import Workshop
from .build import el
from .context import Context
from .parts import frame, style

FOLDER = "workshop/"
"""Where the parts of the workshop are in the site."""
_READY = "use the ready files on this page"
_WITHOUT = {
    "test": _READY,
    "edit": "change the file on the git host, where the check runs once you've saved it",
    "pocket": _READY,
    "results": "send the answers to IT, who can mark them with the command on this page",
}


def render(block: Workshop, context: Context) -> Element:
    """The words for readers without scripts, and where the parts are; the script puts the tool in their place.

    Without parts the script says that the tool is not in this site.
    """
    return frame(
        block,
        context,
        style("quiz", context),
        style("workshop", context),
        el("p", f"This tool needs JavaScript. Without it, {_WITHOUT[block.tool]}.", class_="hb-needs-script"),
        data_workshop=block.tool,
        data_parts=f"{context.link(FOLDER)}/" if context.workshop else "",
    )
