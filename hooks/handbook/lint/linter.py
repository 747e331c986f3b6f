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
from .strategies import strategies
from .texts import LintItem
from .waivers import Owner, Waivers

ITEM_CHECKS: tuple[tuple[Code, Callable[[LintItem], Iterator[Finding]]], ...] = (
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

PAIR_CHECKS: tuple[tuple[Code, Callable[[Sequence[LintItem]], Iterator[tuple[LintItem, Finding]]]], ...] = (
    (Code.Q18, pairs.hinging),
    (Code.Q19, pairs.near_duplicates),
)
"""Checks of two items at a time; either can waive them."""

QUIZ_CHECKS: tuple[tuple[Code, Callable[[Sequence[LintItem]], Iterator[Finding]]], ...] = (
    (Code.Q21, shares.recall),
    (Code.Q22, shares.true_or_false),
)
"""Checks of a quiz; it can waive them. Of one that is drawn, most of several forms must break the rule."""

FORMS = 5
"""So many forms of a quiz that is drawn are looked at: the same ones on every run, as long as the bank is the same."""

BANK_CHECKS: tuple[tuple[Code, Callable[[Sequence[LintItem]], Iterator[Finding]]], ...] = (
    (Code.Q21, shares.recall),
    (Code.Q22, shares.true_or_false),
    (Code.Q22, shares.one_sided),
)
"""Checks of the whole bank. No one item is at fault, so nothing waives them."""


def lint(handbook: Handbook) -> Iterator[Problem]:
    """What breaks a rule, and is not waived."""
    bank = handbook.bank
    readings = {name: LintItem(banked) for name, banked in bank.items.items() if banked.item.status == "active"}
    all_readings = list(readings.values())
    waivers = Waivers(Owner(r.item.id, r.document, r.banked.at, r.item.waive) for r in all_readings)
    yield from _lint_items(all_readings, waivers)
    for code, finding in _found_in_bank(all_readings, waivers):
        yield _problem(code, finding, "the bank", ITEMS_FOLDER, 0)
    yield from waivers.idle()
    yield from _lint_quizzes(handbook, readings)


def _found_in_bank(readings: Sequence[LintItem], waivers: Waivers) -> Iterator[tuple[Code, Finding]]:
    for code, check in BANK_CHECKS if len(readings) >= shares.FEWEST else ():
        for finding in check(readings):
            yield code, finding
    for strategy in strategies(readings):
        if strategy.works:
            waived = {name for name in strategy.carriers if waivers.silence(strategy.code, name)}
            left = strategy.without(waived)
            if left.works:
                yield strategy.code, left.finding()


def _lint_items(readings: Sequence[LintItem], waivers: Waivers) -> Iterator[Problem]:
    for code, reading, finding in _found_in_items(readings):
        if not waivers.silence(code, reading.item.id, (finding.other or reading).item.id):
            line = reading.document.line((reading.banked.at, *finding.where))
            yield _problem(code, finding, f'"{reading.item.id}"', reading.document.path, line)


def _found_in_items(readings: Sequence[LintItem]) -> Iterator[tuple[Code, LintItem, Finding]]:
    for code, check in ITEM_CHECKS:
        for reading in readings:
            for finding in check(reading):
                yield code, reading, finding
    for code, check_pairs in PAIR_CHECKS:
        for reading, finding in check_pairs(readings):
            yield code, reading, finding


def _lint_quizzes(handbook: Handbook, readings: dict[str, LintItem]) -> Iterator[Problem]:
    quizzes = handbook.bank.quizzes
    waivers = Waivers(Owner(name, document, at, form.waive) for name, (form, document, at) in quizzes.items())
    for name, (form, document, at) in quizzes.items():
        drawn_forms = _readings_of_forms(form, handbook, readings)
        for code, check in QUIZ_CHECKS:
            for finding in _in_most(check, drawn_forms):
                if not waivers.silence(code, name):
                    yield _problem(code, finding, f'"{name}"', document.path, document.line((at,)))
    yield from waivers.idle()


def _readings_of_forms(form: QuizForm, handbook: Handbook, readings: dict[str, LintItem]) -> list[list[LintItem]]:
    """What a quiz asks: the items that it lists, or each of several forms."""
    if not form.draw:
        return [[readings[name] for name in form.items if name in readings]]
    forms = draw(handbook.bank, handbook.profile, form, form.id, FORMS).forms
    return [[readings[item.id] for item in one.items] for one in forms]


def _in_most(
    check: Callable[[Sequence[LintItem]], Iterator[Finding]], forms: list[list[LintItem]]
) -> Iterator[Finding]:
    """What breaks a rule in more than half of the forms, reported for the first of them."""
    findings = [finding for one in forms for finding in check(one)]
    if len(findings) > len(forms) / 2:
        several = f"{len(findings)} of {len(forms)} drawn forms break this rule: in one, " if len(forms) > 1 else ""
        yield replace(findings[0], message=several + findings[0].message)


def _problem(code: Code, finding: Finding, name: str, path: str, line: int) -> Problem:
    rule = RULES[code]
    weight = finding.weight or rule.weight
    return Problem(path, line, code, f"{name}: {finding.message}", f"{finding.hint} {rule.reason}", weight.level)
