"""The link from a page to its file in the web editor of the git host."""

from __future__ import annotations

import re
from urllib.parse import quote

from ..book.read import Handbook
from ..model.blocks import Workshop
from ..model.guide import Page

EDIT_LINK = "hb-edit"
"""The class of its paragraph: print has none, and it is cut out of a bundle, whose readers edit nothing."""

_PARAGRAPH = re.compile(rb'\s*<p class="%b"[^>]*>.*?</p>' % EDIT_LINK.encode(), re.DOTALL)


def edit_address(page: Page, handbook: Handbook) -> str | None:
    """Where a page is edited. None where organization.yml names no repository, or a host of an unknown kind."""
    return f"{handbook.editor}/{quote(page.file)}" if handbook.editor else None


def without_edit_link(page: bytes) -> bytes:
    """A finished page as HTML, without the link."""
    return _PARAGRAPH.sub(b"", page)


def workshop_place(handbook: Handbook) -> str | None:
    """The page (path from docs) on which the workshop opens files. None where no page has it."""
    blocks = handbook.guide.blocks.values()
    return next((p.page for p in blocks if isinstance(p.block, Workshop) and p.block.tool == "edit"), None)
