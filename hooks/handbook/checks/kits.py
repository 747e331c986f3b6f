"""Checks of what supervisors use: onboarding, huddles, and roles."""

from __future__ import annotations

from collections.abc import Iterator

from ..book.huddles import sources, talk_of
from ..book.read import ROLES, Handbook, numbered
from ..book.readings import reading_named
from ..model.blocks import Checklist, Huddle, Onboarding
from ..model.guide import PlacedBlock
from ..model.roles import EVERYTHING
from ..source.codes import Code
from ..source.problems import Level, Problem, did_you_mean
from .links import Mention, lost_box, missing_page
from .names import holds_pages


def wrong_onboarding(handbook: Handbook) -> Iterator[Problem]:
    """The lists of an onboarding are checklists of its page, and its quizzes are there."""
    for placed in handbook.guide.blocks.values():
        if isinstance(placed.block, Onboarding):
            yield from _lists(placed, placed.block, handbook)
            yield from _quizzes(placed, placed.block, handbook)


def _lists(placed: PlacedBlock, onboarding: Onboarding, handbook: Handbook) -> Iterator[Problem]:
    guide, document = handbook.guide, placed.document
    here = [one.block.id for one in guide.page_of(placed).blocks if isinstance(one.block, Checklist) and one.block.tick]
    for at, name in enumerate(onboarding.lists):
        if name in here or name in handbook.unread:
            continue
        mention = Mention(name, document.path, document.line(("lists", at)))
        if name not in guide.blocks:
            yield lost_box(handbook, mention)
        else:
            message = f'"{name}" is not a checklist to tick on this page'
            yield mention.problem(Code.ONBOARDING_LIST, message, did_you_mean(name, here))


def _quizzes(placed: PlacedBlock, onboarding: Onboarding, handbook: Handbook) -> Iterator[Problem]:
    document, quizzes = placed.document, handbook.bank.quizzes
    for at, name in enumerate(onboarding.quizzes):
        if name not in {*quizzes, *handbook.unread}:
            level = Level.NOTICE if name in handbook.past.ids else Level.PROBLEM
            message, hint = f'there is no quiz "{name}"', did_you_mean(name, quizzes)
            line = document.line(("quizzes", at))
            yield Problem(document.path, line, Code.QUIZ_MISSING, message, hint, level)


def wrong_huddles(handbook: Handbook) -> Iterator[Problem]:
    """Every huddle is made of a story or a scene that is there, and has a line to practice."""
    for placed in handbook.guide.blocks.values():
        huddle = placed.block
        if not isinstance(huddle, Huddle) or huddle.of in handbook.unread:
            continue
        talk, document = talk_of(huddle, handbook), placed.document
        if talk is None:
            gone = huddle.of in handbook.past.ids
            message = f'there is no story or scene "{huddle.of}"'
            hint = did_you_mean(huddle.of, sources(handbook))
            level = Level.NOTICE if gone else Level.PROBLEM
            yield Problem(document.path, document.line(("of",)), Code.HUDDLE_SOURCE, message, hint, level)
        elif talk.line is None:
            message = f'this huddle has no line to practice, because no line of "{huddle.of}" is marked for use'
            hint = 'Add a line "line: …", with what everyone should say once.'
            yield Problem(document.path, document.line(("of",)), Code.HUDDLE_LINE, message, hint)


def wrong_roles(handbook: Handbook) -> Iterator[Problem]:
    """What a role has to read is there, and each role is there once. Notices where the page is in another file."""
    document, names = handbook.document(ROLES), dict[str, str]()
    for at, role in numbered(document, handbook.roles):
        assert document is not None
        if names.setdefault(role.role.casefold(), role.role) is not role.role:
            message, line = f'"{role.role}" is here twice', document.line((at, "role"))
            yield Problem(
                ROLES, line, Code.ENTRY_TWICE, message, "Remove one of the two, and put what it lists into the other."
            )
        for place, name in enumerate(role.reads):
            if reading_named(name, handbook):
                continue
            mention = Mention(name, ROLES, document.line((at, "reads", place)))
            if name.endswith(".md"):
                yield from missing_page(handbook, mention, " to read")
            elif not holds_pages(
                name, {page.rpartition("/")[0] for page in handbook.guide.paths}
            ):  # reported for sections
                folders = [EVERYTHING, *(section.folder for section in handbook.guide.sections)]
                message, hint = f'there is no section "{name}" to read', did_you_mean(name, folders)
                yield mention.problem(Code.SECTION_MISSING, message, hint)
