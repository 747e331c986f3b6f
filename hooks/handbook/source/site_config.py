"""What the configuration of the site says of it: its name, and the address at which it is published."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import yaml

from .codes import Code
from .problems import Problems

CONFIG = "mkdocs.yml"
VARIABLE = "HANDBOOK_SITE_URL"
"""Wins over the site's configuration: a preview is published elsewhere."""

_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class SiteConfig:
    """The name of the site and its full address, which ends in a slash; empty while the site has none."""

    name: str = "Handbook"
    address: str = ""


NO_SITE = SiteConfig()


def read_site_config(root: Path, problems: Problems) -> SiteConfig:
    """The configuration of the site in a folder. A file that is no YAML, and an address that is none, is recorded."""
    texts, lines = _texts(root, problems)
    variable = os.environ.get(VARIABLE)
    given = variable or texts.get("site_url", "")
    address = _as_folder(given)
    if given and not address:
        name, line = (VARIABLE, 0) if variable else ("site_url", lines["site_url"])
        hint = f'Write it with https:// at the beginning: "https://{given.lstrip("/")}".'
        problems.add(CONFIG, line, Code.SITE_ADDRESS, f'{name}: "{given}" is not a web address', hint)
    return SiteConfig(texts.get("site_name") or NO_SITE.name, address)


def _as_folder(address: str) -> str:
    """An address as that of a folder: with a slash at its end, without query and anchor. Empty where it is none."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return ""
    return urlunsplit((parts.scheme, parts.netloc, parts.path.rstrip("/") + "/", "", ""))


def _texts(root: Path, problems: Problems) -> tuple[dict[str, str], dict[str, int]]:
    """The plain values of the file, and the line of each. The nodes are enough: its tags are for MkDocs alone."""
    try:
        tree = yaml.compose((root / CONFIG).read_text("utf-8-sig"), Loader=_LOADER)
    except OSError:
        return {}, {}
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        line, hint = mark.line + 1 if mark else 0, "Undo the last change in it, or ask IT."
        problems.add(CONFIG, line, Code.YAML_UNREADABLE, "can't be read", hint)
        return {}, {}
    pairs = tree.value if isinstance(tree, yaml.MappingNode) else []
    found = {key.value: (_value(value), value.start_mark.line + 1) for key, value in pairs}
    return {key: text for key, (text, _) in found.items()}, {key: line for key, (_, line) in found.items()}


def _value(node: yaml.Node) -> str:
    """A plain value as its text; of `!ENV [NAME, …, default]`, which MkDocs knows too, what it stands for."""
    if node.tag == "!ENV":
        names = [name.value for name in node.value] if isinstance(node, yaml.SequenceNode) else [node.value]
        default = names.pop() if len(names) > 1 else ""
        return next((os.environ[name] for name in names if name in os.environ), default)
    return node.value if isinstance(node, yaml.ScalarNode) and not node.tag.endswith(":null") else ""
