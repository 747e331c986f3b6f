"""What a large question bank costs: to read, check and lint, and to export to each format.

Run: PYTHONPATH=tests .venv/bin/python -m bench.bank.

Prints a table and fails beyond a limit. Times are the processor's own. Two
ratios hold on any machine: to PyYAML's C loader, reading the same files in the same run, and of the larger bank to the
smaller one. Each size has a process of its own, so that its peak of memory is its own.
"""

from __future__ import annotations

import gc
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import yaml

from handbook.book.read import Handbook, read_handbook
from handbook.checks import CHECKS
from handbook.cli import ALLOCATIONS
from handbook.export import Assessment, ItemTexts, export, load_format
from handbook.git.edition import Edition
from handbook.source.problems import Problems
from support.large_bank import write_bank

SMALL, LARGE = 2_000, 10_000
TEXT_FORMATS = ("gift", "csv", "json", "moodle", "qti21")
OTHERS = ("anki", "kahoot")
READ, PEER, MEMORY = "read and validate", "PyYAML reads it", "memory (MB)"
CHECK = "check and lint"

MOST_READ, MOST_EXPORT = 2.0, 1.0
"""Seconds for SMALL: to read, check and lint it; to export it to one format of text."""
MOST_MEMORY = 500
MOST_GROWTH = 1.3
"""Times as fast as the time of PyYAML grows, which is linear: so a machine that is busy meanwhile counts for little."""

Result = TypeVar("Result")
Figures = dict[str, float]


def main() -> int:
    """Measure both sizes and print what was found. Gives the exit code."""
    if len(sys.argv) > 1:
        print(json.dumps(measured(int(sys.argv[1]))))
        return 0
    small, large = (_in_a_process_of_its_own(count) for count in (SMALL, LARGE))
    print(f"{'seconds':20}{SMALL:>9,} {LARGE:>9,} questions, {LARGE // SMALL} times as many take")
    for name in small:
        print(f"{name:20}{small[name]:9.2f} {large[name]:9.2f} {large[name] / small[name]:9.1f} times as much")
    ratio = (small[READ] + small[CHECK]) / small[PEER]
    print(f"To read, check and lint takes {ratio:.1f} times as long as PyYAML's C loader takes to read alone.")
    wrong = list(_too_much(small, large))
    for line in wrong:
        print("TOO MUCH:", line)
    return bool(wrong)


def _too_much(small: Figures, large: Figures) -> Iterator[str]:
    if small[READ] + small[CHECK] > MOST_READ:
        yield f"to read, check and lint takes {small[READ] + small[CHECK]:.1f} s, not {MOST_READ}"
    for name in TEXT_FORMATS:
        if small[name] > MOST_EXPORT:
            yield f"{name} takes {small[name]:.1f} s, not {MOST_EXPORT}"
    for name in (READ, CHECK, *TEXT_FORMATS):
        growth = large[name] / small[name] / (large[PEER] / small[PEER])
        if growth > MOST_GROWTH:
            yield f"{name} grows {growth:.1f} times as fast as PyYAML's time, which is linear"
    if large[MEMORY] > MOST_MEMORY:
        yield f"{large[MEMORY]:.0f} MB, not {MOST_MEMORY}"


def _in_a_process_of_its_own(count: int) -> Figures:
    result = subprocess.run([sys.executable, __file__, str(count)], check=True, capture_output=True, text=True)
    figures: Figures = json.loads(result.stdout)
    return figures


def measured(count: int) -> Figures:
    """The seconds that each step takes for a bank of so many questions, and the peak of memory."""
    gc.set_threshold(ALLOCATIONS)
    with tempfile.TemporaryDirectory() as folder:
        root = write_bank(Path(folder), count)
        files = sorted((root / "quizbank/items").glob("*.yml"))
        seconds = {PEER: _seconds(lambda: [yaml.load(file.read_bytes(), yaml.CSafeLoader) for file in files])}
        problems = Problems()
        handbook, seconds[READ] = _timed(lambda: read_handbook(root, problems))
        assert len(handbook.bank.items) == count, list(problems)[:3]
        seconds[CHECK] = _seconds(lambda: [list(check(handbook)) for check in CHECKS])
    for name in (*TEXT_FORMATS, *OTHERS):
        seconds[name] = min(_exporting(name, handbook) for _ in range(2))
    seconds[MEMORY] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return seconds


def _exporting(name: str, handbook: Handbook) -> float:
    """The seconds to export the whole bank. `Texts` remembers what it has read, so each run has one of its own."""
    items = tuple(banked.item for banked in handbook.bank.items.values())
    texts = ItemTexts(handbook.profile, handbook.guide, "https://handbook.example/")
    assessment, form = Assessment("all", "All", items, Edition(), texts), load_format(name)
    return _seconds(lambda: export(assessment, form))


def _seconds(work: Callable[[], object]) -> float:
    return _timed(work)[1]


def _timed(work: Callable[[], Result]) -> tuple[Result, float]:
    began = time.process_time()
    result = work()
    return result, time.process_time() - began


if __name__ == "__main__":
    sys.exit(main())
