"""What the hooks share, among the settings that each of them is given: the handbook as read, the shelf of its pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

from handbook.site.markdown_extension import Desk

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from handbook.site.shelf import Shelf

_DESK, _SHELF = "desk", "shelf"


def set_desk(config: MkDocsConfig, desk: Desk) -> None:
    """Put it there for the hooks that come later."""
    config.extra[_DESK] = desk


def desk_of(config: MkDocsConfig) -> Desk:
    """The desk of this build. directives.py has put it there before any other hook is called."""
    desk = config.extra.get(_DESK)
    if not isinstance(desk, Desk):
        raise PluginError(
            'mkdocs.yml: the line "- hooks/directives.py" is missing below "hooks:". Add it as the first.'
        )
    return desk


def set_shelf(config: MkDocsConfig, shelf: Shelf) -> None:
    """Put it there for the hooks that come later."""
    config.extra[_SHELF] = shelf


def shelf_of(config: MkDocsConfig) -> Shelf | None:
    """The shelf of this build, which pages.py has put there. None before, and where that hook is missing."""
    shelf: Shelf | None = config.extra.get(_SHELF)
    return shelf
