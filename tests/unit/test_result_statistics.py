"""What the answers say: formulas held to published and independently computed figures, no accusation by chance."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

import pytest

from handbook.book.read import Handbook
from handbook.checks import check_handbook
from handbook.results.answered_form import Response
from handbook.results.findings import finding
from handbook.results.lines import as_lines
from handbook.results.page import as_page
from handbook.results.statistics import alpha, correlation, measurement_error, wilson
from handbook.results.summary import OptionSummary, QuestionSummary, summarize
from handbook.source.random import Random
from support.folders import SMALL_SITE


@pytest.fixture(scope="module")
def handbook() -> Handbook:
    return check_handbook(SMALL_SITE)[0]


@pytest.mark.parametrize(
    ("hits", "people", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilsons_interval_is_that_of_newcombes_table(hits: int, people: int, low: float, high: float) -> None:
    """Newcombe, R. G. (1998), "Two-sided confidence intervals for the single proportion", Table I, method 3."""
    assert wilson(hits, people) == pytest.approx((low, high), abs=5e-5)


def test_formula_20_gives_what_can_be_worked_out_by_hand() -> None:
    """Four people, three questions of growing difficulty: 3/2 · (1 - (3/16 + 1/4 + 3/16) / (5/4)) = 3/4."""
    people = [[1, 1, 1], [1, 1, 0], [1, 0, 0], [0, 0, 0]]
    assert alpha([[row[at] for row in people] for at in range(3)]) == pytest.approx(0.75)
    assert measurement_error(10, 0.75) == pytest.approx(5)
    assert alpha([[1, 1], [1, 1]]) is None


def made_answers(people: int, questions: int) -> list[list[float]]:
    """The points of made people in made questions: able people get more right, and some questions are hard."""
    chance = Random(f"{people} people")

    def roll() -> float:
        return chance.below(10**6) / 10**6

    abilities = [roll() + roll() + roll() - 1.5 for _ in range(people)]
    hardness = [0.6 * roll() - 0.6 for _ in range(questions)]
    return [[float(roll() < 0.5 + 0.5 * (able - hard)) for able in abilities] for hard in hardness]


def test_strength_and_reliability_of_1000_people_agree_with_other_ways_to_compute_them() -> None:
    """Python's own library for the correlation; for alpha the mean covariance between questions (Cronbach 1951, 24)."""
    answers = made_answers(1000, 12)
    for at, points in enumerate(answers):
        rest = [sum(row) - row[at] for row in zip(*answers, strict=True)]
        assert correlation(points, rest) == pytest.approx(statistics.correlation(points, rest), abs=1e-9)
    spread = statistics.fmean(statistics.variance(points) for points in answers)
    together = statistics.fmean(statistics.covariance(one, other) for one, other in combinations(answers, 2))
    count = len(answers)
    assert alpha(answers) == pytest.approx(count * together / (spread + (count - 1) * together), abs=1e-9)


def test_without_any_spread_there_is_no_correlation() -> None:
    assert correlation([1, 1, 1], [0, 1, 2]) is None
    assert correlation([1], [1]) is None


def responses(people: int, given: Sequence[str], form: str = "f-1-0a1b2c", rev: int = 1) -> list[Response]:
    """People who answer the single question of the small site so in turn, and another one rightly if they are able."""
    made: list[Response] = []
    for at in range(people):
        letter = given[at % len(given)]
        who = (form, "2026-05-01", "a.csv", f"{form}-{at}")
        made.append(Response(*who, "q-single", rev, "single", letter, float(letter == "a"), 1))
        made.append(Response(*who, "q-order", 1, "order", "a,b,c", float(at % 3 > 0), 1))
    return made


def question(handbook: Handbook, made: Sequence[Response], item: str = "q-single") -> QuestionSummary:
    return next(one for one in summarize(made, handbook).questions if one.item == item)


def test_fewer_than_20_people_give_counts_only(handbook: Handbook) -> None:
    single = question(handbook, responses(19, "b"))
    assert (single.people, single.right, single.interval, single.strength) == (19, 0, None, None)
    assert finding(single) is None
    assert any("Fewer than 20 people" in line for line in as_lines(summarize(responses(19, "b"), handbook), handbook))


def test_fewer_than_five_people_are_not_shown_by_what_they_chose(handbook: Handbook) -> None:
    assert question(handbook, responses(4, "ab")).options == ()
    assert [option.count for option in question(handbook, responses(6, "abc")).options] == [2, 2, 2]


def test_from_60_people_on_there_are_strength_and_reliability_pooled_over_forms(handbook: Handbook) -> None:
    two_forms = [*responses(30, "aab", "f-1-0a1b2c"), *responses(30, "aab", "f-2-0a1b2c")]
    assert question(handbook, two_forms).strength is not None
    assert [test.reliability for test in summarize(two_forms, handbook).tests] == [None, None]
    one_form = summarize(responses(60, "aab"), handbook)
    assert one_form.tests[0].reliability is not None
    assert question(handbook, responses(59, "aab")).strength is None


def test_a_question_whose_key_has_changed_starts_anew(handbook: Handbook) -> None:
    made = [*responses(30, "a", "f-1-0a1b2c", rev=1), *responses(20, "b", "f-2-0a1b2c", rev=2)]
    singles = [one for one in summarize(made, handbook).questions if one.item == "q-single"]
    assert [(one.rev, one.people, one.right) for one in singles] == [(1, 30, 30), (2, 20, 0)]
    assert [bool(one.options) for one in singles] == [True, False]  # which letter is right in revision 2 isn't known


@pytest.mark.parametrize(
    ("people", "given", "words"),
    [
        (24, "abbb", "More people chose B than the right answer, A. Check the key."),
        (40, "aab", "Nobody chose C."),
        (24, "ab", None),
        (24, "a", None),
    ],
)
def test_one_plain_sentence_says_what_to_look_at(
    people: int, given: str, words: str | None, handbook: Handbook
) -> None:
    sentence = finding(question(handbook, responses(people, given)))
    assert (sentence is None) == (words is None)
    assert (words or "") in (sentence or "")


def test_that_the_best_people_chose_another_option_is_told_where_it_is_no_chance() -> None:
    options = (
        OptionSummary("A", True, 50, 0.6),
        OptionSummary("B", False, 20, 0.75),
        OptionSummary("C", False, 10, 0.5),
    )
    clear = QuestionSummary("q-one", 1, "single", 80, 50, 0.62, (0.5, 0.7), 0.1, options, single=True, spread=0.12)
    assert finding(clear) == "The people who did best on the rest of the test chose B. Check the key."
    assert finding(replace(clear, spread=0.4)) is None


def test_good_questions_are_rarely_accused_and_a_wrong_key_is_noticed(handbook: Handbook) -> None:
    """With 60 people and a key that is wrong for one question, as it was measured."""
    accused = noticed = good = 0
    for seed in range(8):
        answers = made_answers(60 + seed, 12)
        answers[0] = [1 - points for points in answers[0]]
        made = [
            Response("f-1-0a1b2c", "e", "a.csv", f"P{who}", f"i-{at}", 1, "short", "", points, 1)
            for at, row in enumerate(answers)
            for who, points in enumerate(row)
        ]
        findings = {one.item: finding(one) for one in summarize(made, handbook).questions}
        noticed += findings.pop("i-0") is not None
        accused += sum(sentence is not None for sentence in findings.values())
        good += len(findings)
    assert noticed == 8
    assert accused < 0.1 * good


def test_the_page_stands_alone_and_says_all_numbers_in_words(handbook: Handbook) -> None:
    page = as_page(summarize(responses(60, "aab"), handbook), handbook).decode()
    assert "http" not in page.replace('http-equiv="', "")
    assert 'lang="en"' in page
    assert "40 of 60 right (67%, 95% interval 54% to 77%)" in page
    assert page.count('role="img"') == page.count('aria-label="How many people')
    assert "<script" not in page


def test_what_a_person_missed_leads_to_pages_and_topics(handbook: Handbook) -> None:
    lines = "\n".join(as_lines(summarize(responses(5, "b"), handbook), handbook))
    assert "Points lost in: Loan 0 of 1" in lines
    assert "To read:" in lines
