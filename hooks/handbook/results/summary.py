"""What the answers say: of each test, of each question, of each person.

How many people it takes to say something is measured (1,000s of made tests with one wrong key): with 8 to 12 people a
fifth of the good questions would be accused, with 20 an eighth, with 60 one in twenty.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import sqrt
from statistics import fmean

from ..book.read import Handbook
from ..model.items import Item
from ..model.shapes import Choose
from .drawn_test import Response
from .letters import option_names
from .statistics import alpha, correlation, measurement_error, variance, wilson

SHARES = 20
"""From so many people on, shares are given and not only counts."""
STRENGTHS = 60
"""From so many people on, discrimination and reliability are given."""
OPTIONS = 5
"""From so many people on, it is counted who chose what: of fewer, it would tell what single people chose."""


@dataclass(slots=True)
class Person:
    """What one person reached in one test."""

    form: str
    person: str
    got: float = 0.0
    most: int = 0
    topics: dict[str, tuple[float, int]] = field(default_factory=dict)
    missed: list[str] = field(default_factory=list)
    """The ids of the questions that were not wholly right."""

    @property
    def share(self) -> float:
        """The share of the points."""
        return self.got / self.most if self.most else 0.0


@dataclass(frozen=True, slots=True)
class FormSummary:
    """What a form of a test says. Spread and reliability are those of shares of the points."""

    form: str
    people: int
    shares: tuple[float, ...]
    reliability: float | None

    @property
    def mean(self) -> float:
        """The mean share of the points."""
        return fmean(self.shares)

    @property
    def spread(self) -> float:
        """The standard deviation of the shares."""
        return sqrt(variance(self.shares))

    @property
    def error(self) -> float | None:
        """The standard error of measurement, where the reliability is known."""
        return None if self.reliability is None else measurement_error(self.spread, self.reliability)

    @property
    def tenths(self) -> list[int]:
        """How many people reached 0 to 9 %, 10 to 19 % and so on; the last also holds 100 %."""
        counts = Counter(min(9, int(share * 10 + 1e-9)) for share in self.shares)
        return [counts[tenth] for tenth in range(10)]


@dataclass(frozen=True, slots=True)
class Option:
    """An option of a question: its letter, whether it is right, and how many chose it."""

    letter: str
    right: bool
    count: int
    rest: float | None = None
    """The mean share of the points that those who chose it reached in the rest of their test."""


@dataclass(frozen=True, slots=True)
class QuestionSummary:
    """What a revision of a question says, over all forms and editions."""

    item: str
    rev: int
    kind: str
    people: int
    right: int
    mean: float
    interval: tuple[float, float] | None
    strength: float | None
    """The corrected item-total correlation (discrimination)."""
    options: tuple[Option, ...]
    single: bool = False
    """Whether one option is chosen."""
    spread: float = 0.0
    """The standard deviation of the shares that people reached in the rest of their test."""


@dataclass(frozen=True, slots=True)
class Summary:
    """All that the answers say."""

    tests: tuple[FormSummary, ...]
    questions: tuple[QuestionSummary, ...]
    people: tuple[Person, ...]


def summarize(responses: Sequence[Response], handbook: Handbook) -> Summary:
    """What these responses say. Questions that the bank has in another revision by now keep their figures."""
    items = {name: banked.item for name, banked in handbook.bank.items.items()}
    people = _people(responses, items)
    groups: dict[tuple[str, int], list[Response]] = {}
    for response in responses:
        groups.setdefault((response.item, response.rev), []).append(response)
    questions = tuple(
        _question(group, people, item if (item := items.get(name)) and item.rev == rev else None)
        for (name, rev), group in groups.items()
    )
    everyone = tuple(sorted(people.values(), key=lambda person: (person.form, person.share, person.person)))
    return Summary(tuple(_tests(responses, people)), questions, everyone)


_Key = tuple[str, str, str]


def _key(response: Response) -> _Key:
    return response.form, response.source, response.person


def _people(responses: Iterable[Response], items: Mapping[str, Item]) -> dict[_Key, Person]:
    people: dict[_Key, Person] = {}
    tags = {name: tuple(item.tags) for name, item in items.items()}
    for response in responses:
        key = _key(response)
        person = people.get(key)
        if person is None:
            person = people[key] = Person(response.form, response.person)
        points = response.share * response.points
        person.got += points
        person.most += response.points
        for tag in tags.get(response.item, ()):
            got, most = person.topics.get(tag, (0.0, 0))
            person.topics[tag] = got + points, most + response.points
        if response.share < 1:
            person.missed.append(response.item)
    return people


def _tests(responses: Iterable[Response], people: Mapping[_Key, Person]) -> Iterable[FormSummary]:
    """The forms, each with its reliability where enough people answered all of its questions."""
    answers: dict[str, dict[_Key, dict[str, float]]] = {}
    for response in responses:
        answers.setdefault(response.form, {}).setdefault(_key(response), {})[response.item] = (
            response.share * response.points
        )
    for form, by_person in answers.items():
        shares = tuple(people[key].share for key in by_person)
        names = list(dict.fromkeys(name for points in by_person.values() for name in points))
        whole = [points for points in by_person.values() if len(points) == len(names)]
        enough = len(whole) >= STRENGTHS
        yield FormSummary(form, len(shares), shares, alpha([[p[n] for p in whole] for n in names]) if enough else None)


def _question(group: Sequence[Response], people: Mapping[_Key, Person], item: Item | None) -> QuestionSummary:
    count = len(group)
    shares = [response.share for response in group]
    right = sum(share == 1 for share in shares)
    rests = [_rest(response, people[_key(response)]) for response in group] if count >= SHARES else []
    pairs = [(share, rest) for share, rest in zip(shares, rests, strict=False) if rest is not None]
    strength = correlation([s for s, _ in pairs], [r for _, r in pairs]) if len(pairs) >= STRENGTHS else None
    shape = item.shape() if item else None
    options = _options(group, rests, shape) if isinstance(shape, Choose) and count >= OPTIONS else ()
    first = group[0]
    return QuestionSummary(
        *(first.item, first.rev, first.kind, count, right, fmean(shares)),
        wilson(right, count) if count >= SHARES else None,
        strength,
        options,
        isinstance(shape, Choose) and shape.single,
        sqrt(variance([rest for _, rest in pairs])) if pairs else 0.0,
    )


def _rest(response: Response, person: Person) -> float | None:
    """The share of the points that a person reached without this question. None where there is no other."""
    most = person.most - response.points
    return (person.got - response.share * response.points) / most if most > 0 else None


def _options(group: Sequence[Response], rests: Sequence[float | None], shape: Choose) -> tuple[Option, ...]:
    """Who chose what."""
    counts: Counter[str] = Counter()
    sums: Counter[str] = Counter()
    by_answer: dict[str, list[str]] = {}
    for at, response in enumerate(group):
        letters = by_answer.get(response.answer)
        if letters is None:
            letters = by_answer[response.answer] = response.answer.split(",") if response.answer else []
        for letter in letters:
            counts[letter] += 1
            if rests:
                sums[letter] += rests[at] or 0.0  # type: ignore[assignment]  # (a Counter adds fractions as well)
    names = option_names(shape)
    return tuple(
        Option(*(capital, answer.right, counts[name]), sums[name] / counts[name] if rests and counts[name] else None)
        for (name, capital), answer in zip(names.items(), shape.answers, strict=True)
    )
