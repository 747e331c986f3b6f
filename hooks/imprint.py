"""MkDocs hook: the edition in every footer, and the public address that a publishing job names."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from handbook.git.edition import read_edition
from handbook.site.markdown_extension import Desk

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def on_config(config: MkDocsConfig) -> None:
    """HANDBOOK_SITE_URL goes before the address in mkdocs.yml, so that QR codes lead to where it is published."""
    desk: Desk = config.extra["desk"]
    config.site_url = os.environ.get("HANDBOOK_SITE_URL") or config.site_url
    config.copyright = f"{config.copyright or config.site_name} · Edition {read_edition(desk.handbook.root)}"
