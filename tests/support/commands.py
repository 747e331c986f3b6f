"""Runs the `handbook` command: as a program of its own, or within the tests."""

from __future__ import annotations

import subprocess
import sys
from contextlib import chdir
from pathlib import Path

from click.testing import CliRunner

from handbook.cli import main

# genanki's cached-property warns on Python 3.14
STRICT = ["-W", "error", "-W", "ignore:'asyncio.iscoroutinefunction':DeprecationWarning"]


def run_handbook(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the `handbook` command in a folder as a program of its own."""
    command = [sys.executable, *STRICT, "-m", "handbook.cli", "--root", str(root), *words]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=root, encoding="utf-8")


def build_site(root: Path) -> Path:
    """Build the handbook in a folder as a program of its own; gives the folder of its site, which must be whole."""
    result = run_handbook(root, "site")
    assert result.returncode == 0, result.stdout + result.stderr
    return root / "site"


def call_handbook(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the `handbook` command in a folder within this process, which saves half a second of imports.

    Not for `site` and `serve`, which start the host: what that writes would not be seen.
    """
    with chdir(root):
        result = CliRunner().invoke(main, ["--root", str(root), *words])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return subprocess.CompletedProcess(words, result.exit_code, result.stdout, result.stderr)
