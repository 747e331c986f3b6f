"""MkDocs hook: leaves out of the finished site what no reader loads, and lets what can wait come later."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

from handbook.site.prune_css import lighten_sheets
from handbook.source.cache import Cache

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

AS_TYPED = re.compile(r"(<(?:pre|script|textarea)\b.*?</(?:pre|script|textarea)>)", re.DOTALL)

# what stands in the head of a page and keeps it from being shown; what is written instead
LATER = (
    # needed by the theme's script alone
    (r'(<script src="[^"]*iframe-worker\.js"></script>)(.*)(?=<script src="[^"]*bundle\.[^"]*">)', r"\2\1"),
    (r'(<link rel="stylesheet" href="[^"]*print\.css")', r'\1 media="print"'),
)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Take out the theme's indents and blank lines: a quarter of a page, and a tenth of it when packed."""
    parts = AS_TYPED.split(output)
    output = "".join(part if at % 2 else re.sub(r"\s*\n\s*", "\n", part) for at, part in enumerate(parts))
    for theirs, ours in LATER:
        output, found = re.subn(theirs, ours, output, flags=re.DOTALL)
        if found != 1:
            raise PluginError(f"hooks/lighten.py: the theme has changed: {theirs!r} stands {found} times in {page.url}")
    return output


def on_post_build(config: MkDocsConfig) -> None:
    """Remove the theme's source maps and its search's packs for other languages: half of the site's bytes.

    Of the theme's style sheets, only what the pages can need stays: two thirds.
    """
    site = Path(config.site_dir)
    shutil.rmtree(site / "assets" / "javascripts" / "lunr", ignore_errors=True)
    for source_map in site.rglob("assets/**/*.map"):
        source_map.unlink()
    lighten_sheets(site, Cache(Path(config.config_file_path).parent))
