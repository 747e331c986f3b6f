"""MkDocs hook: what stands around every page: the menu, and what the templates in hooks/theme show of the handbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pathspec.gitignore import GitIgnoreSpec

from desk import desk_of
from handbook.html.news import FEED
from handbook.model.guide import HOME, address_of
from handbook.site.frame import foot_links, menu, not_in_menu

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def on_config(config: MkDocsConfig) -> None:
    """The address and the edition are those that the library read, so that pages, QR codes and exports agree."""
    handbook = desk_of(config).handbook
    config.site_url = handbook.site.address or None
    config.nav = menu(handbook.guide)
    config.not_in_nav = GitIgnoreSpec.from_lines(f"/{path}" for path in not_in_menu(handbook.guide))
    config.extra |= {"edition": handbook.edition, "feed": FEED, "foot": foot_links(handbook)}
    config.extra["homepage"] = address_of(HOME)  # the theme knows it only while it is in no section
