"""Writes the software bill of materials: every package that is locked, with version, license and hashes.

`make sbom` does it: PYTHONPATH=tests .venv/bin/python -m support.sbom [FILE]. Source: CycloneDX 1.6 (ECMA-424), JSON.
It is made from the locks and nothing else, so that the same commit gives the same bytes; the generators of CycloneDX
read only one of the two ecosystems each and write the time of day and a random number into it.
"""

from __future__ import annotations

import base64
import json
import sys
import tomllib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from handbook.git.edition import Edition, read_edition
from handbook.source.atomic import write_whole
from support.folders import PROJECT
from support.packages import Package, npm_packages, python_packages
from support.third_party import BUNDLED

FILE = "build/handbook.cdx.json"
_HEX = {"sha256": "SHA-256", "sha384": "SHA-384", "sha512": "SHA-512"}


def bill(edition: Edition) -> dict[str, Any]:
    """The bill of an edition: what builds the handbook is required, what only tests it is excluded from it."""
    components = [
        *(_component("pypi", package, "required") for package in python_packages()),
        *(_component("pypi", package, "excluded") for package in python_packages(dev=True)),
        *(_component("npm", package, _scope(package)) for package in npm_packages()),
    ]
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]
    content = {
        "metadata": {
            "timestamp": datetime.fromtimestamp(edition.timestamp, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": {
                "type": "application",
                "bom-ref": "handbook",
                "name": project["name"],
                "version": str(edition),
                "description": project["description"],
            },
        },
        "components": components,
        "dependencies": _dependencies(components),
    }
    serial = uuid5(NAMESPACE_URL, json.dumps(content, sort_keys=True))
    head = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{serial}",
        "version": 1,
    }
    return {**head, **content}


def _scope(package: Package) -> str:
    """Whether the site holds an npm package."""
    return "required" if package.name.startswith(BUNDLED) else "excluded"


def _component(system: str, package: Package, scope: str) -> dict[str, Any]:
    address = f"pkg:{system}/{quote(package.name, safe='/')}@{quote(package.version)}"
    return {
        "type": "library",
        "bom-ref": address,
        "name": package.name,
        "version": package.version,
        "scope": scope,
        "licenses": [{"expression": package.license}],
        "purl": address,
        "externalReferences": [
            {"type": "distribution", "url": address, "hashes": [_hash(each) for each in package.hashes]}
        ],
    }


def _hash(text: str) -> dict[str, str]:
    """A hash in hex digits; npm's locks have it as the name of the method and base64."""
    method, _, encoded = text.rpartition("-")
    content = base64.b64decode(encoded).hex() if method else text
    return {"alg": _HEX[method or "sha256"], "content": content}


def _dependencies(components: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Who brings whom. What nobody brings, the project asks for itself."""
    packages = {
        **{("pypi", each.name): each for each in (*python_packages(), *python_packages(dev=True))},
        **{("npm", each.name): each for each in npm_packages()},
    }
    system = {each["bom-ref"]: each["bom-ref"][4:].partition("/")[0] for each in components}
    needed: dict[str, list[str]] = {"handbook": [], **{ref: [] for ref in system}}
    by_name = {(system[each["bom-ref"]], each["name"]): each["bom-ref"] for each in components}
    for (kind, name), package in packages.items():
        for bringer in package.needed_by or ("handbook",):
            needed[by_name.get((kind, bringer), "handbook")].append(by_name[kind, name])
    return [{"ref": ref, "dependsOn": sorted(names)} for ref, names in needed.items()]


if __name__ == "__main__":
    target = PROJECT / (Path(sys.argv[1]) if len(sys.argv) > 1 else FILE)
    write_whole(target, (json.dumps(bill(read_edition(PROJECT)), indent=2) + "\n").encode())
    print(target.relative_to(PROJECT) if target.is_relative_to(PROJECT) else target)
