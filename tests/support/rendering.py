"""Renders a page as MkDocs does, without MkDocs: the extensions of mkdocs.yml and the library's own."""

from __future__ import annotations

from pathlib import Path

import yaml
from markdown import Markdown

from handbook.book.read import Handbook
from handbook.site.markdown_extension import Desk, extension_configs
from handbook.site.page_markdown import page_markdown
from handbook.source.problems import Problems
from support.folders import PROJECT, page_at


def markdown_for(desk: Desk) -> Markdown:
    """Python-Markdown as mkdocs.yml sets it up, with directives and placeholders."""
    listed = yaml.safe_load((PROJECT / "mkdocs.yml").read_text("utf-8"))["markdown_extensions"]
    named = [entry if isinstance(entry, dict) else {entry: {}} for entry in listed]
    configs = {name: dict(options or {}) for entry in named for name, options in entry.items()}
    for name, options in extension_configs(desk).items():
        configs[name].update(options)
    return Markdown(extensions=list(configs), extension_configs=configs)


def render_page(handbook: Handbook, problems: Problems, path: str) -> str:
    """The HTML of a page's content."""
    desk = Desk(handbook, problems, path)
    return markdown_for(desk).convert(page_markdown(page_at(path, handbook), handbook))


def relative(root: Path, file: Path) -> str:
    """A file's path below a folder, with forward slashes."""
    return file.relative_to(root).as_posix()
