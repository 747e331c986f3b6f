"""Runs the `handbook` command as a program of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

# genanki's cached-property warns on Python 3.14
STRICT = ["-W", "error", "-W", "ignore:'asyncio.iscoroutinefunction':DeprecationWarning"]


def run_handbook(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the `handbook` command in a folder as a program of its own."""
    command = [sys.executable, *STRICT, "-m", "handbook.cli", "--root", str(root), *words]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=root, encoding="utf-8")
