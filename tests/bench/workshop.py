"""What the workshop costs: to start it, to check after a keystroke, to draw, to export and to print, and its memory.

Run: PYTHONPATH=tests .venv/bin/python -m bench.workshop. Seconds are the processor's, so they hold on a busy machine,
too. Fails beyond a limit.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from handbook.book.read import read_handbook
from handbook.site.workshop import ENGINE_FOLDER, workshop_parts
from handbook.source.problems import Problems
from support.folders import PROJECT

RECHECK, MEMORY = 0.5, 600.0
"""Seconds after a keystroke, and megabytes in all."""


def main() -> int:
    """Print the figures. Gives the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        parts = workshop_parts(read_handbook(PROJECT, Problems()))
        for name, content in parts.files.items():
            (Path(folder) / name).write_bytes(content)
        script = PROJECT / "tests" / "bench" / "workshop.mjs"
        words = ["node", str(script), folder, str(PROJECT / ENGINE_FOLDER)]
        result = subprocess.run(words, capture_output=True, text=True, check=True)
    figures = json.loads(result.stdout.splitlines()[-1])
    for name, duration in figures["seconds"].items():
        limit = f" (limit: {RECHECK})" if name.startswith("recheck") else ""
        print(f"workshop, {name}: {duration:.2f} s{limit}")
    for name, amount in figures["megabytes"].items():
        print(f"workshop, memory while {name}: {amount:.0f} MB (limit: {MEMORY:.0f})")
    slow = [name for name, duration in figures["seconds"].items() if name.startswith("recheck") and duration > RECHECK]
    return int(bool(slow) or max(figures["megabytes"].values()) > MEMORY)


if __name__ == "__main__":
    sys.exit(main())
