"""What the answers say, as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from ..book.read import Handbook
from .advice import what_to_read
from .findings import finding
from .summary import SHARES, STRENGTHS, FormSummary, Person, QuestionSummary, Summary

MOST_PEOPLE = 60
"""People who are listed one by one; the page lists more."""

COUNTS_ONLY = (
    f"Fewer than {SHARES} people answered these questions, so there are only counts: with so few people, good "
    "questions would look bad by chance."
)


def as_lines(summary: Summary, handbook: Handbook) -> Iterator[str]:
    """Forms, questions and people, each in a few lines."""
    yield from (line for test in summary.tests for line in _test(test))
    yield ""
    yield "Questions"
    questions = sorted(summary.questions, key=lambda one: (finding(one) is None, one.mean))
    yield from (line for question in questions for line in _question(question))
    if any(question.people < SHARES for question in questions):
        yield COUNTS_ONLY
    yield ""
    yield "People"
    for person in summary.people[:MOST_PEOPLE]:
        yield from _person(person, handbook)
    if len(summary.people) > MOST_PEOPLE:
        yield f"… and {len(summary.people) - MOST_PEOPLE:,} more. They are in the page (--html) and the table (--out)."


def people_in_words(count: int) -> str:
    """So many people."""
    return "1 person" if count == 1 else f"{count:,} people"


def percent(share: float) -> str:
    """A share as a whole percentage. It is 100% only where nothing is missing."""
    return f"{min(round(share * 100), 99 if share < 1 else 100)}%"


def test_in_words(test: FormSummary) -> str:
    """How a test went, in a sentence or two."""
    least, most = percent(min(test.shares)), percent(max(test.shares))
    text = f"{people_in_words(test.people)}, from {least} to {most}"
    if test.people >= SHARES:
        text += f", mean {percent(test.mean)}, standard deviation {test.spread * 100:.0f} points"
    if test.reliability is not None and test.error is not None:
        text += f", reliability (alpha) {test.reliability:.2f}, measurement error {test.error * 100:.0f} points"
    return f"{text}."


def _test(test: FormSummary) -> Iterator[str]:
    yield f"{test.form}: {test_in_words(test)}"
    if test.reliability is None and test.people >= SHARES:
        yield f"  Reliability is given once {STRENGTHS} people have answered every question of a form."


def right_in_words(question: QuestionSummary) -> str:
    """How many got a question right; from 20 people on with the share and its interval."""
    text = f"{question.right:,} of {question.people:,} right"
    if question.interval is not None:
        low, high = question.interval
        text += f" ({percent(question.right / question.people)}, 95% interval {percent(low)} to {percent(high)})"
    return text


def _question(question: QuestionSummary) -> Iterator[str]:
    text = f"  {question.item} (rev {question.rev}): {right_in_words(question)}"
    if question.strength is not None:
        text += f", discrimination {question.strength:.2f}"
    if question.options:
        text += "; " + ", ".join(f"{o.letter}{'*' if o.right else ''} {o.count:,}" for o in question.options)
    yield text
    if note := finding(question):
        yield f"    Look at this one: {note}"


def _person(person: Person, handbook: Handbook) -> Iterator[str]:
    yield f"  {person.person} ({person.form}): {points(person.got)} of {person.most} points, {percent(person.share)}"
    if topics := losses(person, handbook):
        yield f"    Points lost in: {', '.join(topics)}"
    pages = what_to_read(person, handbook)
    if pages:
        yield f"    To read: {'; '.join(page.title for page in pages)}"


def losses(person: Person, handbook: Handbook) -> list[str]:
    """What a person reached in each topic where points were lost."""
    topics = ((handbook.guide.topic(tag), got, most) for tag, (got, most) in person.topics.items() if got < most)
    return [f"{topic} {points(got)} of {most}" for topic, got, most in topics]


def points(number: float) -> str:
    """Points as they are read: no more than two places."""
    return f"{number:.2f}".rstrip("0").rstrip(".")
