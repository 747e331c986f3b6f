"""Builds the whole site beside the old one and swaps it in only when it is whole."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from ..git.edition import read_edition

SITE = "site"

WHOLE = "HANDBOOK_WHOLE_SITE"
"""Tells MkDocs that the site is to be built whole or not at all."""

BLOCKED = 3
"""The exit code of a build that stopped because something blocks publishing; what it is has been printed."""


class BuildError(Exception):
    """The site could not be built whole; the old one stands as it was. `output` is what MkDocs printed for stdout."""

    def __init__(self, message: str, output: str = "") -> None:
        super().__init__(message)
        self.output = output


class BlockedError(BuildError):
    """Something blocks publishing; `output` says what."""


def build_site(root: Path) -> tuple[Path, str]:
    """Check and build the handbook in a folder, strictly, with its pocket guide.

    Gives the folder of the finished site, and what there is to say of it. Raises BlockedError or another BuildError,
    and leaves the old site as it was, when anything at all is wrong.
    """
    site, fresh, old = root / SITE, root / f".{SITE}-new", root / f".{SITE}-old"
    for leftover in (fresh, old):
        shutil.rmtree(leftover, ignore_errors=True)
    try:
        output = _build_whole(root, fresh)
        if not (fresh / "index.html").is_file():
            raise BuildError("MkDocs wrote no home page.")
        _swap(fresh, site, old)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return site, output


def serve_site(root: Path, address: str) -> None:
    """Preview the handbook at an address (host:port) until it is stopped. Raises BuildError when it fails."""
    done = subprocess.run(_mkdocs("serve", "--dev-addr", address), cwd=root, env=_environment(root), check=False)
    if done.returncode:
        raise BuildError(_STOPPED)


_STOPPED = "MkDocs stopped; what is wrong stands above."


def _build_whole(root: Path, site: Path) -> str:
    done = subprocess.run(
        _mkdocs("build", "--strict", "--site-dir", str(site)),
        cwd=root,
        env={**_environment(root), "PYTHONIOENCODING": "utf-8", WHOLE: "1"},
        check=False,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    if done.returncode == BLOCKED:
        raise BlockedError("Something blocks publishing.", done.stdout)
    if done.returncode:
        raise BuildError(_STOPPED, done.stdout)
    return done.stdout


def _mkdocs(*words: str) -> list[str]:
    """MkDocs, to be run as a program of its own."""
    return [sys.executable, "-m", "mkdocs", *words]


def _environment(root: Path) -> dict[str, str]:
    """Dated by the edition, and without the theme's notice about its successor, ten lines on every run."""
    edition = {"SOURCE_DATE_EPOCH": str(read_edition(root).timestamp)}
    return {**edition, "NO_MKDOCS_2_WARNING": "1", **os.environ}


def _swap(fresh: Path, site: Path, old: Path) -> None:
    if site.exists():
        site.rename(old)
    try:
        fresh.rename(site)
    except OSError as error:
        if old.exists():
            old.rename(site)
        raise BuildError(f"the finished site could not be put in its place: {error}") from error
    shutil.rmtree(old, ignore_errors=True)
