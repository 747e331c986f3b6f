"""What it costs to print the guide in every format, against the bare Typst compile of the reading pages.

Run: PYTHONPATH=tests .venv/bin/python -m bench.pdf [folder].

Prints one line of JSON and fails beyond a limit. The ratio holds on
any machine; seconds and megabytes are those of this one.
"""

from __future__ import annotations

import json
import resource
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import typst

from handbook.book.read import Handbook
from handbook.checks import check_handbook
from handbook.git.edition import Edition, read_edition
from handbook.pdf import PAPERS, GuideFormat, print_guide
from handbook.pdf.compile import FOLDER, STANDARDS, paged
from handbook.pdf.fonts import FOLDER as FONTS
from handbook.pdf.formats import PER_LEAF
from handbook.pdf.tree import guide_tree
from handbook.source.problems import Problems
from support.folders import PROJECT

SITE = "https://handbook.example.org/"
RUNS = 5
LIMITS = {"seconds": 1.0, "megabytes": 150.0, "ratio": 6.0}


def bare(handbook: Handbook, edition: Edition) -> Callable[[], object]:
    """Compiles the reading pages and does nothing else."""
    assert handbook.pocket
    page = GuideFormat.POCKET.page(PAPERS[handbook.pocket.paper]).tree()
    tree = guide_tree(handbook, edition, SITE, Problems())
    assert tree
    inputs = {"guide": json.dumps(paged({**tree, "format": page, "fold": PER_LEAF}))}
    fonts = typst.Fonts(False, False, [FONTS])
    template = FOLDER / "guide.typ"

    def compile_once() -> object:
        return typst.compile(template, root=FOLDER, font_paths=fonts, sys_inputs=inputs, pdf_standards=STANDARDS)

    return compile_once


def seconds(work: Callable[[], object]) -> float:
    """The processor time of one run: it does not grow when the machine is shared."""
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    """Measure each run of both in turn, the first of each apart: Typst remembers what it has compiled."""
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else PROJECT
    handbook, _ = check_handbook(root)
    edition = read_edition(root)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    first = seconds(lambda: print_guide(handbook, edition, SITE, Problems()))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    alone = bare(handbook, edition)
    times = [(seconds(lambda: print_guide(handbook, edition, SITE, Problems())), seconds(alone)) for _ in range(RUNS)]
    whole, compiled = (statistics.median(column) for column in zip(*times, strict=True))
    figures = {"seconds": first, "megabytes": peak, "ratio": whole / compiled}
    more = {"again": whole, "compile": compiled, "megabytes_before": before}
    sys.stdout.write(json.dumps({name: round(value, 3) for name, value in {**figures, **more}.items()}) + "\n")
    sys.exit(any(figures[name] > limit for name, limit in LIMITS.items()))


if __name__ == "__main__":
    main()
