"""MkDocs hook: leaves out of the finished site what no reader of an English handbook ever loads."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def on_post_build(config: MkDocsConfig) -> None:
    """Remove the theme's source maps and its search's packs for other languages: half of the site's bytes."""
    assets = Path(config.site_dir) / "assets"
    shutil.rmtree(assets / "javascripts" / "lunr", ignore_errors=True)
    for source_map in assets.rglob("*.map"):
        source_map.unlink()
