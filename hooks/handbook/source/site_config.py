"""The address at which the handbook is published."""

from __future__ import annotations

import os
import re
from pathlib import Path

VARIABLE = "HANDBOOK_SITE_URL"
"""Wins over the site's configuration: a preview is published elsewhere."""


def site_address(root: Path) -> str:
    """The web address of the site, with a slash at its end; empty where none is configured."""
    try:
        configured = re.search(r"^site_url:[ \t]*(\S+)", (root / "mkdocs.yml").read_text("utf-8"), re.MULTILINE)
    except OSError:
        configured = None
    address = os.environ.get(VARIABLE) or (configured[1].strip("\"'") if configured else "")
    return address.rstrip("/") + "/" if address else ""
