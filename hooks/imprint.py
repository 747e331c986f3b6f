"""MkDocs hook: the edition in every footer, and the public address that a publishing job names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.site.markdown_extension import Desk

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def on_config(config: MkDocsConfig) -> None:
    """The address and the edition as the library read them, so that pages, QR codes and exports agree."""
    desk: Desk = config.extra["desk"]
    config.site_url = desk.handbook.site.address or None
    config.copyright = f"{config.copyright or desk.handbook.site.name} · Edition {desk.handbook.edition}"
