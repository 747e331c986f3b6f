"""Renders pages as the host does, without a host: the Markdown extensions of mkdocs.yml and the library's own."""

from __future__ import annotations

from typing import Any

import yaml
from markdown import Markdown

from ..source.site_config import CONFIG
from .markdown_extension import Desk, extension_configs

_OF_THE_HOST: dict[str, dict[str, Any]] = {"tables": {}}
"""What MkDocs takes without being asked and no other extension brings."""


def markdown_for(desk: Desk) -> Markdown:
    """Python-Markdown as mkdocs.yml sets it up, with directives and placeholders."""
    configs = _OF_THE_HOST | _extensions((desk.handbook.root / CONFIG).read_text("utf-8-sig"))
    for name, options in extension_configs(desk).items():
        configs.setdefault(name, {}).update(options)
    return Markdown(extensions=list(configs), extension_configs=configs, output_format="html")


def _extensions(config: str) -> dict[str, dict[str, Any]]:
    """The extensions with their options. The rest of the file can have tags that only the host knows."""
    tree = yaml.compose(config, Loader=yaml.SafeLoader)
    pairs = tree.value if isinstance(tree, yaml.MappingNode) else []
    node = next((value for key, value in pairs if key.value == "markdown_extensions"), None)
    entries = yaml.constructor.SafeConstructor().construct_document(node) if node else []
    settings = [entry if isinstance(entry, dict) else {entry: {}} for entry in entries]
    return {name: dict(options or {}) for entry in settings for name, options in entry.items()}
