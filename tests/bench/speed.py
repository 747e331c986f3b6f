"""What our commands cost against a build of a bare Material site of the same pages, in processor time.

Run: PYTHONPATH=tests .venv/bin/python -m bench.speed. Prints a table and fails beyond a limit. Ratios hold on any
machine, seconds only on this one.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from bench.processor import build_cost, cost, handbook_cost, preview_cost, python
from bench.site import BARE
from support.folders import PROJECT, copy_project
from support.large_quiz import long_questions

RUNS = 5
FEW, MANY = 250, 1000
LIMITS = {
    "whole build, nothing kept": 6.0,
    "second build, one sentence changed": 2.0,
    "preview of one sentence changed": 1.5,
    "handbook check": 0.54,
    "start of the command": 0.1,
    "1,000 more questions": 1.7,
}
"""Times a bare build."""


def main() -> int:
    """Measure all in turn, so that each meets the same load of the machine. Gives the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        ours, bare = copy_project(Path(folder) / "ours", PROJECT), Path(folder) / "bare"
        shutil.copytree(PROJECT / "docs", bare / "docs")
        (bare / "mkdocs.yml").write_text(BARE, "utf-8")
        few, many = (long_questions(Path(folder, str(count)), count) for count in (FEW, MANY))
        times: dict[str, list[float]] = {name: [] for name in LIMITS}
        plain = []
        for run in range(RUNS):
            plain.append(cost(python("-m", "mkdocs", "build", "-q"), bare))
            for name, seconds in _ours(ours, run).items():
                times[name].append(seconds)
            question = (build_cost(many, 1) - build_cost(few, 1)) / (MANY - FEW)
            times["1,000 more questions"].append(1000 * question)
    return _report(times, statistics.median(plain))


def _ours(root: Path, run: int) -> dict[str, float]:
    shutil.rmtree(root / ".cache", ignore_errors=True)
    whole = handbook_cost(root, "site")
    page = root / "docs" / "index.md"
    page.write_text(f"{page.read_text('utf-8')}\nSentence number {run} is new.\n", "utf-8")
    return {
        "whole build, nothing kept": whole,
        "second build, one sentence changed": handbook_cost(root, "site"),
        "preview of one sentence changed": preview_cost(root),
        "handbook check": handbook_cost(root, "check"),
        "start of the command": handbook_cost(root, "--version"),
    }


def _report(times: dict[str, list[float]], plain: float) -> int:
    print(f"A bare build: {plain:.2f} s of processor time. Against it:")
    ratios = {name: statistics.median(seconds) / plain for name, seconds in times.items()}
    for name, ratio in ratios.items():
        print(f"  {name}: {ratio:.2f} times ({ratio * plain:.2f} s; at most {LIMITS[name]} times)")
    return any(ratio > LIMITS[name] for name, ratio in ratios.items())


if __name__ == "__main__":
    sys.exit(main())
