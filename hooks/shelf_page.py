"""A page of MkDocs in a preview: it is rendered only where it is not on the shelf."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from jinja2 import Template
from mkdocs.structure.pages import Page

from desk import shelf_of
from handbook.site.shelf import FinishedPage, Shelf

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

_FACTS = ("toc", "_title_from_render", "present_anchor_ids")


class ShelfPage(Page):
    """A page that may be on the shelf: then it is `finished`, and has no content for the theme."""

    finished: FinishedPage | None = None

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Render it, or remember what came of that before."""
        shelf = _shelf(config)
        self.finished = shelf.find(self.file.src_uri, self.markdown or "")
        if self.finished is None:
            super().render(config, files)
            return
        self.content = ""
        facts, links = self.finished.facts
        self.__dict__ |= facts
        self.links_to_anchors = {file: links[path] for path in links if (file := files.get_file_from_path(path))}

    def put(self, html: str, extra_files: Mapping[str, str], config: MkDocsConfig) -> None:
        """Put it on the shelf once it is finished."""
        facts = {name: self.__dict__[name] for name in _FACTS}
        links = {file.src_uri: anchors for file, anchors in (self.links_to_anchors or {}).items()}
        _shelf(config).put(self.file.src_uri, FinishedPage(html, extra_files, (facts, links)))


class ShelfTemplate(Template):
    """A template of the theme that writes nothing for a page that is finished."""

    def render(self, *args: Any, **kwargs: Any) -> str:
        """The page as the theme has it."""
        page = dict(*args, **kwargs).get("page")
        return "" if isinstance(page, ShelfPage) and page.finished else super().render(*args, **kwargs)


def _shelf(config: MkDocsConfig) -> Shelf:
    shelf = shelf_of(config)
    assert shelf is not None
    return shelf
