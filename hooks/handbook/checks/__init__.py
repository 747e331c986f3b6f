"""What must hold across the whole handbook, and the one function that checks all of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from ..book.read import Handbook, read_handbook
from ..lint import lint
from ..source.problems import Problem, Problems
from ..upkeep.news import untold_changes, wrong_news
from ..upkeep.provenance import changed_sections
from ..upkeep.reviews import wrong_reviews
from .links import broken_links, broken_references, torn_links
from .lists import wrong_glossary, wrong_pocket_guide, wrong_searches, wrong_shows
from .names import wrong_names, wrong_sections
from .pages import raw_html, unfilled_starts, wrong_frame, wrong_pages
from .pictures import silent_pictures, wrong_figures, wrong_icons
from .placeholders import wrong_placeholders
from .quizzes import short_blueprints, wrong_bank, wrong_quizzes
from .redirects import lost_addresses, wrong_redirects

CHECKS: tuple[Callable[[Handbook], Iterator[Problem]], ...] = (
    wrong_placeholders,
    wrong_pages,
    wrong_frame,
    wrong_names,
    wrong_sections,
    unfilled_starts,
    raw_html,
    broken_links,
    torn_links,
    broken_references,
    wrong_quizzes,
    wrong_bank,
    short_blueprints,
    wrong_pocket_guide,
    wrong_figures,
    wrong_icons,
    silent_pictures,
    wrong_redirects,
    lost_addresses,
    wrong_reviews,
    wrong_news,
    untold_changes,
    wrong_shows,
    wrong_glossary,
    wrong_searches,
    changed_sections,
    lint,
)


def check_handbook(root: Path) -> tuple[Handbook, Problems]:
    """Read the handbook in a folder and check all of it. Gives it with every problem and notice found."""
    problems = Problems()
    handbook = read_handbook(root, problems)
    for check in CHECKS:
        problems.extend(check(handbook))
    return handbook, problems
