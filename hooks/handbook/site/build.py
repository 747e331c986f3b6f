"""Builds the whole site beside the old one and swaps it in only when it is whole."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from ..git.edition import read_edition

SITE = "site"


Host = Literal["mkdocs", "properdocs"]
"""A program that can build the site, by the name of its module. Each gives the same files."""

PROPERDOCS_VERSION = "1.6.7"
"""The version that the tests build the site with."""


class BuildError(Exception):
    """The site could not be built whole; the old one stands as it was."""


def build_site(root: Path, host: Host = "mkdocs") -> Path:
    """Build the handbook in a folder, strictly, with its pocket guide. Gives the folder of the finished site.

    Raises BuildError, and leaves the old site as it was, when anything at all is wrong.
    """
    site, fresh, old = root / SITE, root / f".{SITE}-new", root / f".{SITE}-old"
    for leftover in (fresh, old):
        shutil.rmtree(leftover, ignore_errors=True)
    try:
        run_host(root, host, "build", "--strict", "--site-dir", str(fresh))
        if not (fresh / "index.html").is_file():
            raise BuildError(f"{host} didn't write a home page.")
        _swap(fresh, site, old)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return site


def run_host(root: Path, host: Host, command: str, *words: str) -> None:
    """Run a command of the host as a program of its own. Raises BuildError when it fails or is not installed.

    A build is dated by the edition. A preview is not: it goes on while commits are made, each with a date of its own.
    """
    if find_spec(host) is None:
        raise BuildError(
            f"{host} is not installed. Install it with: {sys.executable} -m pip install {host}=={PROPERDOCS_VERSION}"
        )
    environment = {"NO_MKDOCS_2_WARNING": "1", **os.environ}  # the theme's notice about its successor, ten lines
    if command == "build":
        environment.setdefault("SOURCE_DATE_EPOCH", str(read_edition(root).timestamp))
    program = [sys.executable, "-m", host, command, "-f", "mkdocs.yml", *words]
    done = subprocess.run(program, cwd=root, env=environment, check=False)
    if done.returncode:
        raise BuildError(f"{host} stopped; see what is wrong above.")


def _swap(fresh: Path, site: Path, old: Path) -> None:
    if site.exists():
        site.rename(old)
    try:
        fresh.rename(site)
    except OSError as error:
        if old.exists():
            old.rename(site)
        raise BuildError(f"The finished site couldn't be moved into place: {error}.") from error
    shutil.rmtree(old, ignore_errors=True)
