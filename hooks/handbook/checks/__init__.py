"""What must hold across the whole handbook, and the one function that checks all of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from ..book.read import Handbook, read_handbook
from ..lint import lint
from ..model.guide import Page
from ..source.memo import memo
from ..source.problems import Problem, Problems
from ..upkeep.news import untold_changes
from ..upkeep.provenance import changed_sections
from ..upkeep.reviews import wrong_reviews
from .bare import bare_addresses
from .days import odd_entries
from .files import addresses_taken_twice, hidden_pages, linked_files, unfit_files
from .fonts import wrong_fonts
from .headings import odd_headings
from .history import removed_questions, shallow_history, unreadable_history
from .joined import joined_keys, lost_headings
from .kits import wrong_huddles, wrong_onboarding, wrong_roles
from .layout import odd_layout
from .links import broken_links, broken_references, circles, torn_links, unlinked_documents
from .lists import (
    double_prints,
    unused_tags,
    wrong_glossary,
    wrong_news,
    wrong_pocket_guide,
    wrong_searches,
    wrong_shows,
    wrong_synonyms,
)
from .marks import odd_marks
from .markup import lost_boxes, unfit_markup
from .names import crowded_menu, repeated_sections, split_groups, wrong_names, wrong_sections
from .pages import heavy_pages, stray_pages, unfilled_starts, wrong_frame, wrong_pages
from .pictures import heavy_pictures, silent_pictures, unfit_pictures, wrong_figures, wrong_icons, wrong_seal
from .placeholders import unknown_host, wrong_placeholders, wrong_reminders
from .places import lost_files
from .quizzes import short_blueprints, wrong_bank, wrong_quiz_pages, wrong_quizzes
from .redirects import lost_addresses, wrong_redirects
from .site import check_site
from .spelling import joined_keywords, odd_names
from .values import empty_values, repeated_words, wrong_values
from .words import forgotten_words

CHECKS: tuple[Callable[[Handbook], Iterator[Problem]], ...] = (
    wrong_placeholders,
    wrong_reminders,
    wrong_values,
    empty_values,
    repeated_words,
    unknown_host,
    wrong_pages,
    wrong_frame,
    stray_pages,
    wrong_names,
    lost_files,
    wrong_sections,
    repeated_sections,
    split_groups,
    joined_keys,
    lost_headings,
    crowded_menu,
    unfilled_starts,
    heavy_pages,
    unfit_files,
    hidden_pages,
    linked_files,
    wrong_fonts,
    addresses_taken_twice,
    unfit_markup,
    lost_boxes,
    odd_marks,
    odd_layout,
    odd_headings,
    broken_links,
    torn_links,
    bare_addresses,
    forgotten_words,
    circles,
    unlinked_documents,
    broken_references,
    wrong_quizzes,
    wrong_bank,
    wrong_quiz_pages,
    short_blueprints,
    wrong_pocket_guide,
    double_prints,
    wrong_figures,
    wrong_icons,
    wrong_seal,
    unfit_pictures,
    silent_pictures,
    heavy_pictures,
    wrong_redirects,
    lost_addresses,
    unreadable_history,
    shallow_history,
    removed_questions,
    wrong_reviews,
    wrong_news,
    odd_entries,
    odd_names,
    joined_keywords,
    untold_changes,
    wrong_shows,
    wrong_onboarding,
    wrong_huddles,
    wrong_roles,
    unused_tags,
    wrong_glossary,
    wrong_searches,
    wrong_synonyms,
    changed_sections,
    lint,
)

OF_A_PAGE: tuple[Callable[[Handbook], Iterator[Problem]], ...] = (
    wrong_placeholders,
    wrong_reminders,
    repeated_words,
    wrong_pages,
    wrong_frame,
    joined_keys,
    lost_headings,
    unfilled_starts,
    heavy_pages,
    unfit_markup,
    lost_boxes,
    odd_marks,
    odd_layout,
    odd_headings,
    broken_links,
    torn_links,
    bare_addresses,
    forgotten_words,
    circles,
    wrong_quizzes,
    wrong_figures,
    wrong_icons,
    silent_pictures,
    wrong_shows,
)
"""What can be reported of one page while the rest of the handbook stays as it was."""

__all__ = ["CHECKS", "check_handbook", "check_page", "check_site"]


def check_handbook(root: Path) -> tuple[Handbook, Problems]:
    """Read the handbook in a folder and check all of it. Gives it with every problem and notice found."""
    problems = Problems()
    with memo(root, "check"):
        handbook = read_handbook(root, problems)
        for check in CHECKS:
            problems.extend(check(handbook))
    return handbook, problems


def check_page(handbook: Handbook, page: Page, problems: Problems) -> None:
    """Check one page by itself: at once, where the whole handbook takes seconds. Most of what is wrong is found."""
    alone = replace(handbook, guide=handbook.guide.only(page), documents=())
    for check in OF_A_PAGE:
        problems.extend(problem for problem in check(alone) if problem.path == page.file)
