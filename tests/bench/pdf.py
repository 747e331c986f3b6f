"""What it costs to print the guide in every format, against the bare Typst compile of the reading pages.

Run: PYTHONPATH=tests .venv/bin/python -m bench.pdf [folder].

Prints one line of JSON and fails beyond a limit. Each run is a process of its own, which reads the handbook, doesn't
check it, and takes nothing from an earlier one: Typst remembers what it has compiled, and the handbook what it has
printed. "seconds" are of the guide in all its formats, "others" of the sheets for teams and to sign. The ratio holds on
any machine; seconds and megabytes are those of this one.
"""

from __future__ import annotations

import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import typst

from handbook.book.read import Handbook, read_handbook
from handbook.git.edition import Edition, read_edition
from handbook.model.palette import LIGHT
from handbook.pdf import PAPERS, GuideFormat, print_guide
from handbook.pdf.compile import FOLDER, STANDARDS, paged
from handbook.pdf.fonts import FOLDER as FONTS
from handbook.pdf.formats import PER_LEAF
from handbook.pdf.tree import guide_tree
from handbook.source.cache import Cache, CacheEntry
from handbook.source.problems import Problems
from support.folders import PROJECT

SITE = "https://handbook.example.org/"
RUNS = 3
LIMITS = {"seconds": 1.0, "others": 0.8, "megabytes": 240.0, "ratio": 6.0}
OTHERS = (GuideFormat.HUDDLES, GuideFormat.ROLES, GuideFormat.SIGN)
FORMATS = {"whole": tuple(form for form in GuideFormat if form not in OTHERS), "others": OTHERS}


def bare(handbook: Handbook, edition: Edition) -> Callable[[], object]:
    """Compiles the reading pages and does nothing else."""
    assert handbook.pocket
    page = GuideFormat.POCKET.page(PAPERS[handbook.pocket.paper]).tree()
    tree = guide_tree(handbook, edition, SITE, Problems())
    assert tree
    inputs = {"guide": json.dumps({"palette": LIGHT, **paged({**tree, "format": page, "fold": PER_LEAF})})}
    fonts = typst.Fonts(False, False, [FONTS])
    template = FOLDER / "guide.typ"

    def compile_once() -> object:
        return typst.compile(template, root=FOLDER, font_paths=fonts, sys_inputs=inputs, pdf_standards=STANDARDS)

    return compile_once


def seconds(work: Callable[[], object]) -> float:
    """The processor time of one run: it hardly grows when the machine is shared."""
    start = time.process_time()
    work()
    return time.process_time() - start


def _once(name: str, root: Path) -> None:
    """One run, as a line of JSON: its seconds and megabytes."""
    Cache.entry = _make_anew  # type: ignore[assignment]
    handbook, edition = read_handbook(root, Problems()), read_edition(root)
    work = (
        bare(handbook, edition)
        if name == "bare"
        else partial(print_guide, handbook, edition, SITE, Problems(), FORMATS[name])
    )
    sys.stdout.write(json.dumps([seconds(work), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))


def _make_anew(_: Cache, __: object, make: Callable[[], CacheEntry]) -> CacheEntry:
    return make()


def _run(name: str, root: Path) -> list[float]:
    words = [sys.executable, "-m", "bench.pdf", str(root), name]
    result: list[float] = json.loads(subprocess.run(words, check=True, capture_output=True, text=True).stdout)
    return result


def main() -> None:
    """Measure each in turn."""
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else PROJECT
    if len(sys.argv) > 2:
        _once(sys.argv[2], root)
        return
    names = ("whole", "others", "bare")
    runs = {name: [_run(name, root) for _ in range(RUNS)] for name in names}
    whole, others, compiled = (statistics.median(run[0] for run in runs[name]) for name in names)
    most = max(run[1] for run in runs["whole"])
    figures = {"seconds": whole, "others": others, "megabytes": most, "ratio": whole / compiled}
    sys.stdout.write(
        json.dumps({name: round(value, 3) for name, value in {**figures, "bare": compiled}.items()}) + "\n"
    )
    sys.exit(any(figures[name] > limit for name, limit in LIMITS.items()))


if __name__ == "__main__":
    main()
