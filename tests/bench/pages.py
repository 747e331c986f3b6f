"""How full the pages of the printed guide are, and where cards go on over a page.

Run: PYTHONPATH=tests .venv/bin/python -m bench.pages [folder].

Prints a line for each paper, with the fill of every page from the first section to the last. Fails where the guide has
more pages than its budget, or a page is less than two thirds full.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from handbook.book.read import Handbook
from handbook.checks import check_handbook
from handbook.pdf import PAPERS, GuideFormat, print_guide
from handbook.source.problems import Problems
from support.folders import PROJECT
from support.pdf_fill import page_fills, panel_fills

SITE = "https://handbook.example.org/"
LEAST = 0.66
"""Two thirds, as far as the lowest line tells: there is a little below it."""


def fills(handbook: Handbook, paper: str) -> tuple[list[float], list[float]]:
    """How full each page of the guide is, and each panel of the mini guide."""
    assert handbook.pocket
    on_paper = replace(handbook, pocket=handbook.pocket.model_copy(update={"paper": paper}))
    formats = (GuideFormat.POCKET, GuideFormat.MINI)
    guide, mini = print_guide(on_paper, handbook.edition, SITE, Problems(), formats)
    pages = page_fills(guide.pdf, GuideFormat.POCKET.page(PAPERS[paper]))
    return pages, list(panel_fills(mini.pdf, GuideFormat.MINI.page(PAPERS[paper])))


def main() -> None:
    """Print and measure the guide on each paper."""
    handbook, _ = check_handbook(Path(sys.argv[1]) if len(sys.argv) > 1 else PROJECT)
    budget = (handbook.pocket and handbook.pocket.budget) or 64
    failed = False
    for paper in PAPERS:
        pages, panels = fills(handbook, paper)
        failed |= len(pages) > budget or min(pages) < LEAST or min(panels) < 0.7
        listed = " ".join(f"{number}:{fill:.0%}" for number, fill in enumerate(pages, start=1))
        sys.stdout.write(
            f"{paper}: {len(pages)} pages, {listed}; panels {' '.join(f'{fill:.0%}' for fill in panels)}\n"
        )
    sys.exit(failed)


if __name__ == "__main__":
    main()
