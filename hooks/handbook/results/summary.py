"""What the answers say: of each test, of each question, of each person.

How many people it takes to say something is measured (1,000s of made tests with one wrong key): with 8 to 12 people a
fifth of the good questions would be accused, with 20 an eighth, with 60 one in twenty.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from math import sqrt
from statistics import fmean

from ..book.read import Handbook
from ..model.items import Item
from ..model.shapes import Choose
from .answered_form import Response
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
    points: dict[str, float] = field(default_factory=dict)
    """The points of each question, by its id."""

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
class OptionSummary:
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
    options: tuple[OptionSummary, ...]
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


Entry = tuple[Response, Person]
"""A response, and the person whose it is."""


def summarize(responses: Iterable[Response], handbook: Handbook) -> Summary:
    """What these responses say. Questions that the bank has in another revision by now keep their figures."""
    items = {name: banked.item for name, banked in handbook.bank.items.items()}
    entries = list(_entries(responses, items))
    people = list({id(person): person for _, person in entries}.values())
    groups: dict[tuple[str, int], list[Entry]] = {}
    for entry in entries:
        groups.setdefault((entry[0].item, entry[0].rev), []).append(entry)
    questions = tuple(
        _question(group, item if (item := items.get(name)) and item.rev == rev else None)
        for (name, rev), group in groups.items()
    )
    everyone = tuple(sorted(people, key=lambda person: (person.form, person.share, person.person)))
    return Summary(tuple(_forms(people)), questions, everyone)


def _entries(responses: Iterable[Response], items: Mapping[str, Item]) -> Iterator[Entry]:
    """Each response with its person, who has the sums of all once the last is there."""
    people: dict[tuple[str, str, str], Person] = {}
    tags = {name: tuple(item.tags) for name, item in items.items()}
    for response in responses:
        key = response.form, response.source, response.person
        person = people.get(key)
        if person is None:
            person = people[key] = Person(response.form, response.person)
        points = person.points[response.item] = response.share * response.points
        person.got += points
        person.most += response.points
        for tag in tags.get(response.item, ()):
            got, most = person.topics.get(tag, (0.0, 0))
            person.topics[tag] = got + points, most + response.points
        if response.share < 1:
            person.missed.append(response.item)
        yield response, person


def _forms(people: Iterable[Person]) -> Iterator[FormSummary]:
    """The forms, each with its reliability where enough people answered all of its questions."""
    by_form: dict[str, list[Person]] = {}
    for person in people:
        by_form.setdefault(person.form, []).append(person)
    for form, group in by_form.items():
        names = list(dict.fromkeys(name for person in group for name in person.points))
        whole = [person.points for person in group if len(person.points) == len(names)]
        reliability = alpha([[p[n] for p in whole] for n in names]) if len(whole) >= STRENGTHS else None
        yield FormSummary(form, len(group), tuple(person.share for person in group), reliability)


def _question(group: Sequence[Entry], item: Item | None) -> QuestionSummary:
    count, first = len(group), group[0][0]
    shares = [response.share for response, _ in group]
    right = shares.count(1)
    rests = [_rest(*entry) for entry in group] if count >= SHARES else []
    pairs = [(share, rest) for share, rest in zip(shares, rests, strict=False) if rest is not None]
    strength = correlation([s for s, _ in pairs], [r for _, r in pairs]) if len(pairs) >= STRENGTHS else None
    shape = item.shape() if item else None
    answers = [response.answer for response, _ in group]
    return QuestionSummary(
        *(first.item, first.rev, first.kind, count, right, fmean(shares)),
        wilson(right, count) if count >= SHARES else None,
        strength,
        _options(answers, rests, shape) if isinstance(shape, Choose) and count >= OPTIONS else (),
        isinstance(shape, Choose) and shape.single,
        sqrt(variance([rest for _, rest in pairs])) if pairs else 0.0,
    )


def _rest(response: Response, person: Person) -> float | None:
    """The share of the points that a person reached without this question. None where there is no other."""
    most = person.most - response.points
    return (person.got - response.share * response.points) / most if most > 0 else None


def _options(answers: Sequence[str], rests: Sequence[float | None], shape: Choose) -> tuple[OptionSummary, ...]:
    """Who chose what."""
    counts: dict[str, int] = {}
    sums: dict[str, float] = {}
    for answer, rest in zip_longest(answers, rests):
        for letter in answer.split(",") if answer else ():
            counts[letter] = counts.get(letter, 0) + 1
            sums[letter] = sums.get(letter, 0.0) + (rest or 0.0)
    return tuple(
        OptionSummary(
            capital, answer.right, counts.get(name, 0), sums[name] / counts[name] if rests and name in sums else None
        )
        for (name, capital), answer in zip(option_names(shape).items(), shape.answers, strict=True)
    )
