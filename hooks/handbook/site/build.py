"""Builds the whole site beside the old one and swaps it in only when it is whole."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from ..git.edition import EPOCH, read_edition
from ..source.whole_folder import FolderError, replacing

SITE = "site"

WHOLE = "HANDBOOK_WHOLE_SITE"
"""Tells MkDocs that the site is to be built whole or not at all."""

BLOCKED = 3
"""The exit code of a build that stopped because something blocks publishing; what it is has been printed."""


Host = Literal["mkdocs", "properdocs"]
"""A program that can build the site, by the name of its module. Each gives the same files."""

PROPERDOCS_VERSION = "1.6.7"
"""The version that the tests build the site with."""


class BuildError(Exception):
    """The site could not be built whole; the old one stands as it was. `output` is what MkDocs printed for stdout."""

    def __init__(self, message: str, output: str = "") -> None:
        super().__init__(message)
        self.output = output


class BlockedError(BuildError):
    """Something blocks publishing; `output` says what."""


def build_site(root: Path, host: Host = "mkdocs") -> tuple[Path, str]:
    """Check and build the handbook in a folder, strictly, with its pocket guide.

    Gives the folder of the finished site, and what there is to say of it. Raises BlockedError or another BuildError,
    and leaves the old site as it was, when anything at all is wrong.
    """
    site = root / SITE
    try:
        with replacing(site) as fresh:
            output = _build_whole(root, host, fresh)
            if not (fresh / "index.html").is_file():
                raise BuildError(f"{host} didn't write a home page.")
    except FolderError as error:
        raise BuildError(str(error)) from error
    return site, output


def _build_whole(root: Path, host: Host, site: Path) -> str:
    """What the host printed for stdout."""
    result = _run(root, host, "build", "--strict", "--site-dir", str(site), whole=True)
    if result.returncode == BLOCKED:
        raise BlockedError("Something blocks publishing.", result.stdout)
    if result.returncode:
        raise BuildError(_STOPPED.format(host), result.stdout)
    return result.stdout


def run_host(root: Path, host: Host, command: str, *words: str) -> None:
    """Run a command of the host as a program of its own. Raises BuildError when it fails or is not installed.

    A build is dated by the edition. A preview is not: it goes on while commits are made, each with a date of its own.
    """
    if _run(root, host, command, *words).returncode:
        raise BuildError(_STOPPED.format(host))


_STOPPED = "{} stopped; see what is wrong above."


def _run(root: Path, host: Host, command: str, *words: str, whole: bool = False) -> subprocess.CompletedProcess[str]:
    if find_spec(host) is None:
        raise BuildError(
            f"{host} is not installed. Install it with: {sys.executable} -m pip install {host}=={PROPERDOCS_VERSION}"
        )
    environment = {"NO_MKDOCS_2_WARNING": "1", **os.environ}  # the theme's notice about its successor, ten lines
    if command == "build":
        environment[EPOCH] = str(read_edition(root).timestamp)
    if whole:
        environment |= {WHOLE: "1", "PYTHONIOENCODING": "utf-8"}
    program = [sys.executable, "-m", "handbook.site.host", host, command, "-f", "mkdocs.yml", *words]
    output = subprocess.PIPE if whole else None
    return subprocess.run(program, cwd=root, env=environment, check=False, stdout=output, encoding="utf-8")
