"""What the configuration of the site says of it: its name, and the address at which it is published."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import yaml

from .codes import Code
from .document import LOADER, Document, Marks, Node
from .problems import Problems

CONFIG = "mkdocs.yml"
VARIABLE = "HANDBOOK_SITE_URL"
"""Wins over the site's configuration: a preview is published elsewhere."""


@dataclass(frozen=True, slots=True)
class SiteConfig:
    """The name of the site and its full address, which ends in a slash; empty while the site has none."""

    name: str = "Handbook"
    address: str = ""


NO_SITE = SiteConfig()


def read_site_config(root: Path, problems: Problems) -> SiteConfig:
    """The configuration of the site in a folder. A file that is no YAML, and an address that is none, is recorded."""
    settings = read_settings(root, problems)
    data = settings.data if settings and isinstance(settings.data, dict) else {}
    variable = os.environ.get(VARIABLE)
    site_address = variable or str(data.get("site_url", ""))
    address = _as_folder(site_address)
    if site_address and not address:
        name, line = (VARIABLE, 0) if variable else ("site_url", settings.line(("site_url",)) if settings else 0)
        hint = f'Write it with https:// at the beginning: "https://{site_address.lstrip("/")}".'
        problems.add(CONFIG, line, Code.SITE_ADDRESS, f'{name}: "{site_address}" is not a web address', hint)
    return SiteConfig(str(data.get("site_name") or NO_SITE.name), address)


def _as_folder(address: str) -> str:
    """An address as that of a folder: with a slash at its end, without query and anchor. Empty where it is none."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return ""
    return urlunsplit((parts.scheme, parts.netloc, parts.path.rstrip("/") + "/", "", ""))


def read_settings(root: Path, problems: Problems | None = None) -> Document | None:
    """The whole configuration as texts, lists and mappings, with the line of each. None where it can't be read."""
    try:
        text = (root / CONFIG).read_text("utf-8-sig")
        tree = yaml.compose(text, Loader=LOADER)
    except OSError:
        return None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 0
        if problems is not None:
            problems.add(CONFIG, line, Code.YAML_UNREADABLE, "can't be read", _hint_for(error, root, line))
        return None
    data, marks = _plain(tree, problems) if tree else ({}, [1])
    if problems is not None and not (isinstance(data, dict) and data):
        hint = "If you didn't mean to empty it, undo the change. Otherwise, ask IT."
        problems.add(CONFIG, 1, Code.FILE_SHAPE, "the settings of the site are gone", hint)
    return Document(CONFIG, data, marks)


def _hint_for(error: Exception, root: Path, line: int) -> str:
    text = (root / CONFIG).read_bytes().decode("utf-8-sig", errors="replace").splitlines()[line - 1 : line]
    typed, reason = "".join(text), str(getattr(error, "problem", ""))
    if "\t" in typed:
        return "Use spaces in place of the tab, as many as the lines around it have."
    key, colon, value = typed.partition(": ")
    if "mapping values" in reason and ": " in value:
        return f"Put the text in quotes: \"{key.strip()}{colon}'{value.strip()}'\"."
    return "Undo the last change in it, or ask IT."


def _plain(node: yaml.Node, problems: Problems | None) -> tuple[Node, Marks]:
    """What a node says, and the lines of its parts. Tags are for MkDocs alone; of a key twice, the last counts."""
    line = node.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode) and node.tag != "!ENV":
        entries = [_plain(entry, problems) for entry in node.value]
        return [data for data, _ in entries], [line, *(marks for _, marks in entries)]
    if not isinstance(node, yaml.MappingNode):
        return _value(node), line
    parts: dict[str, tuple[Node, Marks]] = {}
    for key, value in node.value:
        line_of_key = key.start_mark.line + 1
        if problems is not None and key.value in parts:
            message = f'"{key.value}" appears here twice, and the first one is ignored'
            problems.add(CONFIG, line_of_key, Code.KEY_TWICE, message, "Keep one of the two.")
        data, marks = _plain(value, problems)
        parts[key.value] = data, line_of_key if isinstance(marks, int) else [line_of_key, *marks[1:]]
    return {key: data for key, (data, _) in parts.items()}, [line, *(marks for _, marks in parts.values())]


def _value(node: yaml.Node) -> str:
    """A plain value as its text; of `!ENV [NAME, …, default]`, which MkDocs knows too, what it stands for."""
    if node.tag == "!ENV":
        names = [name.value for name in node.value] if isinstance(node, yaml.SequenceNode) else [node.value]
        default = names.pop() if len(names) > 1 else ""
        return next((os.environ[name] for name in names if name in os.environ), default)
    return node.value if isinstance(node, yaml.ScalarNode) and not node.tag.endswith(":null") else ""
