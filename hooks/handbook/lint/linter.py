"""Holds every rule against every item in use, every quiz and the bank, and leaves out what is waived."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from ..assembly import draw
from ..book.bank import ITEMS_FOLDER
from ..book.read import Handbook
from ..model.forms import QuizForm
from ..source.codes import Code
from ..source.problems import Problem
from . import kinds, options, pairs, reasons, shares, stems
from .rules import RULES, Finding
from .texts import Reading
from .waivers import Owner, Waivers

ITEM_CHECKS: tuple[tuple[Code, Callable[[Reading], Iterator[Finding]]], ...] = (
    (Code.Q01, options.all_or_none),
    (Code.Q02, options.count_of_options),
    (Code.Q03, options.longest_is_right),
    (Code.Q04, stems.negative_stem),
    (Code.Q05, options.absolute_words),
    (Code.Q06, options.vague_words),
    (Code.Q07, stems.echo),
    (Code.Q08, stems.grammar),
    (Code.Q09, options.overlapping),
    (Code.Q10, options.convergence),
    (Code.Q11, stems.complete_stem),
    (Code.Q12, options.parallel),
    (Code.Q13, options.sorted_numbers),
    (Code.Q16, reasons.teaches),
    (Code.Q20, stems.reading_load),
    (Code.Q23, kinds.story_rewards),
    (Code.Q24, kinds.reflection_unscored),
    (Code.Q25, reasons.seen_by_all),
    (Code.Q26, reasons.can_be_exported),
)
"""Checks of one item; it can waive them."""

PAIR_CHECKS: tuple[tuple[Code, Callable[[Sequence[Reading]], Iterator[tuple[Reading, Finding]]]], ...] = (
    (Code.Q18, pairs.hinging),
    (Code.Q19, pairs.near_duplicates),
)
"""Checks of two items at a time; either can waive them."""

QUIZ_CHECKS: tuple[tuple[Code, Callable[[Sequence[Reading]], Iterator[Finding]]], ...] = (
    (Code.Q21, shares.recall),
    (Code.Q22, shares.true_or_false),
)
"""Checks of a quiz; it can waive them. Of one that is drawn, most of several forms must break the rule."""

FORMS = 5
"""So many forms of a quiz that is drawn are looked at: the same ones on every run, as long as the bank is the same."""

BANK_CHECKS: tuple[tuple[Code, Callable[[Sequence[Reading]], Iterator[Finding]]], ...] = (
    (Code.Q03, shares.habitually_longest),
    (Code.Q14, shares.key_positions),
    (Code.Q21, shares.recall),
    (Code.Q22, shares.true_or_false),
    (Code.Q22, shares.one_sided),
)
"""Checks of the whole bank. No one item is at fault, so nothing waives them: they speak up only beyond chance."""


def lint(handbook: Handbook) -> Iterator[Problem]:
    """Items are written so that they test what they ask: rules Q01 to Q26 (see `rules`)."""
    bank = handbook.bank
    readings = {name: Reading(banked) for name, banked in bank.items.items() if banked.item.status == "active"}
    asked = list(readings.values())
    yield from _lint_items(asked)
    yield from _lint_quizzes(handbook, readings)
    for code, check in BANK_CHECKS if len(asked) >= shares.FEWEST else ():
        for finding in check(asked):
            yield _problem(code, finding, "the bank", ITEMS_FOLDER, 0)


def _lint_items(readings: Sequence[Reading]) -> Iterator[Problem]:
    waivers = Waivers(Owner(r.item.id, r.document, r.banked.at, r.item.waive) for r in readings)
    for code, reading, finding in _found_in_items(readings):
        if not waivers.silence(code, reading.item.id, (finding.other or reading).item.id):
            line = reading.document.line((reading.banked.at, *finding.where))
            yield _problem(code, finding, f'"{reading.item.id}"', reading.document.path, line)
    yield from waivers.idle()


def _found_in_items(readings: Sequence[Reading]) -> Iterator[tuple[Code, Reading, Finding]]:
    for code, check in ITEM_CHECKS:
        for reading in readings:
            for finding in check(reading):
                yield code, reading, finding
    for code, check_pairs in PAIR_CHECKS:
        for reading, finding in check_pairs(readings):
            yield code, reading, finding


def _lint_quizzes(handbook: Handbook, readings: dict[str, Reading]) -> Iterator[Problem]:
    quizzes = handbook.bank.quizzes
    waivers = Waivers(Owner(name, document, at, form.waive) for name, (form, document, at) in quizzes.items())
    for name, (form, document, at) in quizzes.items():
        asked = _asked(form, handbook, readings)
        for code, check in QUIZ_CHECKS:
            for finding in _in_most(check, asked):
                if not waivers.silence(code, name):
                    yield _problem(code, finding, f'"{name}"', document.path, document.line((at,)))
    yield from waivers.idle()


def _asked(form: QuizForm, handbook: Handbook, readings: dict[str, Reading]) -> list[list[Reading]]:
    """What a quiz asks: the items that it lists, or each of several forms."""
    if not form.draw:
        return [[readings[name] for name in form.items if name in readings]]
    drawn = draw(handbook.bank, handbook.profile, form, form.id, FORMS).forms
    return [[readings[item.id] for item in one.items] for one in drawn]


def _in_most(check: Callable[[Sequence[Reading]], Iterator[Finding]], asked: list[list[Reading]]) -> Iterator[Finding]:
    """What breaks a rule in more than half of the forms, told of the first of them."""
    found = [finding for one in asked for finding in check(one)]
    if len(found) > len(asked) / 2:
        several = f"{len(found)} of {len(asked)} drawn forms break this rule: in one, " if len(asked) > 1 else ""
        yield replace(found[0], message=several + found[0].message)


def _problem(code: Code, finding: Finding, name: str, path: str, line: int) -> Problem:
    rule = RULES[code]
    weight = finding.weight or rule.weight
    return Problem(path, line, code, f"{name}: {finding.message}", f"{finding.hint} {rule.reason}", weight.level)
