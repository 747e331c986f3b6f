"""What the hooks share: the handbook as it was read for this build, among the settings that each of them is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

from handbook.site.markdown_extension import Desk

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_KEY = "desk"


def set_desk(config: MkDocsConfig, desk: Desk) -> None:
    """Put it there for the hooks that come later."""
    config.extra[_KEY] = desk


def desk_of(config: MkDocsConfig) -> Desk:
    """The desk of this build. directives.py has put it there before any other hook is called."""
    desk = config.extra.get(_KEY)
    if not isinstance(desk, Desk):
        raise PluginError(
            'mkdocs.yml: the line "- hooks/directives.py" is missing below "hooks:". Add it as the first.'
        )
    return desk
