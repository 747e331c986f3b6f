"""Cases that both languages are held to: web/test reads the same files."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from fsrs import Card, Rating, Scheduler
from lxml import etree

from handbook.export.archive import unzipped
from handbook.model.answers import Accepted
from handbook.model.spelling import plain
from handbook.source.random import Random
from support.exported_tests import export_of, items_of, paper_of
from support.folders import PROJECT
from support.golden_cases import FOLDER

JUDGE = PROJECT / "tests" / "support" / "consumers" / "judge_answers.mjs"
FOLDED_ALIKE = (range(0x20, 0x180), range(0x370, 0x530), range(0x1E00, 0x2070), range(0xFB00, 0xFB18))
"""Letters that fold in special ways, from parts of Unicode that no longer change."""

NOON = datetime(1970, 1, 1, 12, tzinfo=UTC)


def _cases(area: str) -> list[dict[str, Any]]:
    cases: list[dict[str, Any]] = json.loads((FOLDER / area / "cases.json").read_text("utf-8"))
    return cases


def test_typed_answers_fit_as_they_do_in_the_browser() -> None:
    for case in _cases("short"):
        accepted = Accepted.model_validate(case["accept"])
        assert [answer for answer in case["fits"] if not accepted.fits(answer)] == []
        assert [answer for answer in case["not"] if accepted.fits(answer)] == []


WRITTEN = """\
- id: a-word
  type: short
  level: recall
  stem: What is it?
  explain: So it is.
  refs: [index.md]
  accept: []
"""


@pytest.mark.parametrize("form", ["gift", "moodle", "qti21"])
def test_programs_that_compare_letter_by_letter_are_given_the_likely_spellings(form: str) -> None:
    """The author's own comes first, and every one of them is right here, too."""
    for case in _cases("short"):
        if "written" not in case:
            continue
        text, accepted = case["accept"]["text"], Accepted.model_validate(case["accept"])
        [item] = items_of(WRITTEN.replace("[]", json.dumps([text], ensure_ascii=False)))
        first, *others = _accepted_in(form, export_of(form, paper_of([item])).content)
        assert first == text
        assert set(case["written"]) <= {first, *others}
        assert all(accepted.fits(answer) for answer in (first, *others))


def _accepted_in(form: str, content: bytes) -> list[str]:
    """The answers that a file accepts, in its order."""
    match form:
        case "gift":
            return re.findall(r"^=%100%(.*)$", content.decode(), re.MULTILINE)
        case "moodle":
            answers = etree.fromstring(content).iter("answer")
            return [str(answer.findtext("text")) for answer in answers if answer.get("fraction") == "100"]
        case _:
            [item] = [part for name, part in unzipped(content).items() if "a-word" in name]
            return [str(entry.get("mapKey")) for entry in etree.fromstring(item).iter("{*}mapEntry")]


def test_no_end_of_a_tolerance_is_refused_and_nothing_beyond_it_is_taken() -> None:
    """12,000 numbers as people type them, judged by Python and by the browser's code."""
    cases = [*_tolerances(6000)]
    verdicts = _judged([{"accept": accept, "answers": [*ends, *beyond]} for accept, ends, beyond in cases])
    for (accept, ends, beyond), browser in zip(cases, verdicts, strict=True):
        accepted = Accepted.model_validate(accept)
        assert [accepted.fits(answer) for answer in (*ends, *beyond)] == browser
        assert browser == [True] * len(ends) + [False] * len(beyond), accept


def _tolerances(count: int) -> Iterator[tuple[dict[str, float], list[str], list[str]]]:
    """Numbers with a tolerance, its two ends, and what lies just beyond them."""
    chance = Random("tolerances")
    for _ in range(count):
        step = Decimal(1).scaleb(-chance.below(6))
        exactly, off = step * (chance.below(2 * 10**6) - 10**6), step * chance.below(10**5)
        ends, beyond = (exactly - off, exactly + off), (exactly - off - step, exactly + off + step)
        accept = {"number": float(exactly), "tol": float(off)}
        yield accept, [f"{end:f}" for end in ends], [f"{end:f}" for end in beyond]


def test_any_text_is_brought_to_one_form_as_in_the_browser() -> None:
    letters = [chr(code) for codes in FOLDED_ALIKE for code in codes if plain(chr(code))]
    chance = Random("texts")
    words = ["the", "within", "three", "twenty", "one", ".", "-", "’", "“", " ", "\u00a0", "ring", "Σ", "\u0301", "ﬁ"]
    pieces = [*words * 20, *letters]
    texts = [*letters, *("".join(pieces[chance.below(len(pieces))] for _ in range(6)) for _ in range(4000))]
    texts = [text for text in texts if text.strip()]
    verdicts = _judged([{"accept": {"text": plain(text)}, "answers": [text]} for text in texts])
    assert [text for text, [fits] in zip(texts, verdicts, strict=True) if not fits] == []


def _judged(cases: list[dict[str, Any]]) -> list[list[bool]]:
    """What the browser's code says of the answers of each case."""
    told = subprocess.run(["node", JUDGE], input=json.dumps(cases), capture_output=True, text=True, check=True)
    verdicts: list[list[bool]] = json.loads(told.stdout)
    return verdicts


def test_a_review_is_due_when_the_package_fsrs_says_so() -> None:
    """One answer a day, without chance and without steps of minutes, within a year; days are numbered from 1970."""
    scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False, maximum_interval=365)
    for case in _cases("schedule"):
        card, due = Card(), []
        for day, grade in case["log"]:
            at = NOON + timedelta(days=day)
            card, _ = scheduler.review_card(card, Rating(grade), at)
            due.append(day + (card.due - at).days)
        assert due == case["due"]
