"""A page of MkDocs that is rendered only where it is not on the shelf."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Template
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.utils import CountHandler

from desk import shelf_of
from handbook.site.markdown_extension import Desk
from handbook.site.shelf import FinishedPage, Shelf

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

_HOOKS = [file.read_bytes() for file in sorted(Path(__file__).parent.glob("*.py"))]
"""As they run now: MkDocs reads them once."""

_ELSEWHERE = ("site_dir", "extra")
"""Settings that no page is made of, and those that need another way to be told apart."""


class ShelfPage(Page):
    """A page that may be on the shelf: then it is `finished`, and has no content for the theme."""

    finished: FinishedPage | None = None
    warned = False

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Render it, or remember what came of that before."""
        self.finished = _shelf(config).find(self.file.src_uri, self.markdown or "")
        if self.finished is None:
            with _warnings() as counter:
                super().render(config, files)
            self.warned = bool(counter.counts)
            return
        self.content, self.toc = "", get_toc([])  # the theme writes nothing of them
        anchors, links = self.finished.facts
        self.present_anchor_ids = set(anchors)
        self.links_to_anchors = {file: links[path] for path in links if (file := files.get_file_from_path(path))}

    def put(self, html: str, extra_files: Mapping[str, str], config: MkDocsConfig) -> None:
        """Put it on the shelf once it is finished. One that MkDocs warned of is made again, for it to warn again."""
        if not self.warned:
            links = {file.src_uri: anchors for file, anchors in (self.links_to_anchors or {}).items()}
            facts = [sorted(self.present_anchor_ids or ()), links]
            _shelf(config).put(self.file.src_uri, FinishedPage(html, extra_files, facts))


class ShelfTemplate(Template):
    """A template of the theme that writes nothing for a page that is finished."""

    def render(self, *args: Any, **kwargs: Any) -> str:
        """The page as the theme has it."""
        page = dict(*args, **kwargs).get("page")
        return "" if isinstance(page, ShelfPage) and page.finished else super().render(*args, **kwargs)


def surroundings(files: Files, config: MkDocsConfig) -> Iterator[str | bytes]:
    """What any page may be made of that the library doesn't know: the host, its settings, the hooks, the theme."""
    yield Page.__module__
    yield from _HOOKS
    yield Path(config.config_file_path).read_bytes()
    settings = {name: value for name, value in config.items() if name not in _ELSEWHERE}
    yield json.dumps(settings, default=lambda value: dict(value) if isinstance(value, Mapping) else "")
    yield repr([(name, value) for name, value in config.extra.items() if not isinstance(value, Desk | Shelf)])
    yield from sorted(f"{file.src_uri} {file.inclusion}" for file in files)
    own = config.theme.custom_dir
    for file in sorted(Path(own).rglob("*")) if own else ():
        if file.is_file():
            yield from (str(file), file.read_bytes())


@contextmanager
def _warnings() -> Iterator[CountHandler]:
    """Counts what MkDocs warns of."""
    logger, counter = logging.getLogger("mkdocs"), CountHandler(level=logging.WARNING)
    logger.addHandler(counter)
    try:
        yield counter
    finally:
        logger.removeHandler(counter)


def _shelf(config: MkDocsConfig) -> Shelf:
    shelf = shelf_of(config)
    assert shelf is not None
    return shelf
