"""Processor time of programs: unlike time on the clock, it hardly grows when the machine is shared."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage

from support.commands import run_handbook
from support.folders import PROJECT


def cost(command: Sequence[str], folder: Path) -> float:
    """Seconds of processor time that a program takes, with all that it starts. It has to succeed."""
    before = _spent()
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return _spent() - before


def handbook_cost(root: Path, *words: str) -> float:
    """The same of the `handbook` command."""
    before = _spent()
    result = run_handbook(root, *words)
    assert result.returncode == 0, result.stdout + result.stderr
    return _spent() - before


def build_cost(root: Path, runs: int = 2) -> float:
    """The same to build the site whole, every page anew, pocket guide included; the best of some runs."""
    return min(_build_cost(root) for _ in range(runs))


def _build_cost(root: Path) -> float:
    """Of one run: after a change of the theme no kept page will do."""
    with (root / "hooks" / "theme" / "main.html").open("a", encoding="utf-8") as template:
        template.write("{#- #}")
    return handbook_cost(root, "site")


def preview_cost(root: Path) -> float:
    """The same of a preview, from a changed sentence until its pages are there."""
    environment = {**os.environ, "PYTHONPATH": str(PROJECT / "tests")}  # a relative one leads nowhere from there
    result = subprocess.run(
        python("-m", "bench.preview"), cwd=root, check=True, capture_output=True, text=True, env=environment
    )
    return float(result.stdout.splitlines()[-1])


def python(*words: str) -> list[str]:
    """A command of this Python."""
    return [sys.executable, *words]


def _spent() -> float:
    spent = getrusage(RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime
