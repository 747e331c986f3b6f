"""Holds every rule against every item in use, every quiz and the bank, and leaves out what is waived."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ..bank import ITEMS_FOLDER, ItemBank
from ..book import Handbook
from ..problems import Problem
from . import kinds, options, pairs, reasons, shares, stems
from .rules import RULES, Finding
from .texts import Reading
from .waivers import Owner, Waivers

ITEM_CHECKS: tuple[tuple[str, Callable[[Reading], Iterator[Finding]]], ...] = (
    ("Q01", options.all_or_none),
    ("Q02", options.count_of_options),
    ("Q03", options.longest_is_right),
    ("Q04", stems.negative_stem),
    ("Q05", options.absolute_words),
    ("Q06", options.vague_words),
    ("Q07", stems.echo),
    ("Q08", stems.grammar),
    ("Q09", options.overlapping),
    ("Q10", options.convergence),
    ("Q11", stems.complete_stem),
    ("Q12", options.parallel),
    ("Q13", options.sorted_numbers),
    ("Q16", reasons.teaches),
    ("Q20", stems.reading_load),
    ("Q23", kinds.story_rewards),
    ("Q24", kinds.reflection_unscored),
    ("Q25", reasons.seen_by_all),
    ("Q26", reasons.can_be_exported),
)
"""Checks of one item; it can waive them."""

PAIR_CHECKS: tuple[tuple[str, Callable[[Sequence[Reading]], Iterator[tuple[Reading, Finding]]]], ...] = (
    ("Q18", pairs.hinging),
    ("Q19", pairs.near_duplicates),
)
"""Checks of two items at a time; either can waive them."""

QUIZ_CHECKS: tuple[tuple[str, Callable[[Sequence[Reading]], Iterator[Finding]]], ...] = (
    ("Q21", shares.recall),
    ("Q22", shares.true_or_false),
)
"""Checks of a quiz that lists its items; it can waive them. What is drawn is as good as the bank it is drawn from."""

BANK_CHECKS: tuple[tuple[str, Callable[[Sequence[Reading]], Iterator[Finding]]], ...] = (
    ("Q03", shares.habitually_longest),
    ("Q14", shares.key_positions),
    ("Q21", shares.recall),
    ("Q22", shares.true_or_false),
    ("Q22", shares.one_sided),
)
"""Checks of the whole bank. No one item is at fault, so nothing waives them: they speak up only beyond chance."""


def lint(handbook: Handbook) -> Iterator[Problem]:
    """Items are written so that they test what they ask: rules Q01 to Q26 (see `rules`)."""
    bank = handbook.bank
    readings = {name: Reading(banked) for name, banked in bank.items.items() if banked.item.status == "active"}
    asked = list(readings.values())
    yield from _lint_items(asked)
    yield from _lint_quizzes(bank, readings)
    for number, check in BANK_CHECKS if len(asked) >= shares.FEWEST else ():
        for finding in check(asked):
            yield _problem(number, finding, "the bank", ITEMS_FOLDER, 0)


def _lint_items(readings: Sequence[Reading]) -> Iterator[Problem]:
    waivers = Waivers(Owner(r.item.id, r.document, r.banked.at, r.item.waive) for r in readings)
    for number, reading, finding in _found_in_items(readings):
        if not waivers.silence(number, reading.item.id, (finding.other or reading).item.id):
            line = reading.document.line((reading.banked.at, *finding.where))
            yield _problem(number, finding, f'"{reading.item.id}"', reading.document.path, line)
    yield from waivers.idle()


def _found_in_items(readings: Sequence[Reading]) -> Iterator[tuple[str, Reading, Finding]]:
    for number, check in ITEM_CHECKS:
        for reading in readings:
            for finding in check(reading):
                yield number, reading, finding
    for number, check_pairs in PAIR_CHECKS:
        for reading, finding in check_pairs(readings):
            yield number, reading, finding


def _lint_quizzes(bank: ItemBank, readings: dict[str, Reading]) -> Iterator[Problem]:
    waivers = Waivers(Owner(name, document, at, form.waive) for name, (form, document, at) in bank.quizzes.items())
    for name, (form, document, at) in bank.quizzes.items():
        asked = [readings[item] for item in form.items if item in readings]
        for number, check in QUIZ_CHECKS if not form.draw else ():
            for finding in check(asked):
                if not waivers.silence(number, name):
                    yield _problem(number, finding, f'"{name}"', document.path, document.line((at,)))
    yield from waivers.idle()


def _problem(number: str, finding: Finding, name: str, path: str, line: int) -> Problem:
    rule = RULES[number]
    weight = finding.weight or rule.weight
    return Problem(path, line, f"{name}: {finding.message} ({number})", f"{finding.cure} {rule.reason}", weight.level)
