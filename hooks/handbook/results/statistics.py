"""The formulas: how sure a share is, how well a question tells people apart, how reliable a test is."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from statistics import NormalDist

LEVEL = 0.95
_Z = NormalDist().inv_cdf(0.5 + LEVEL / 2)


def wilson(hits: int, people: int) -> tuple[float, float]:
    """The interval in which the true share lies with 95 % confidence, from how many of how many people.

    Source: Wilson, E. B. (1927), "Probable inference, the law of succession, and statistical inference", Journal of the
    American Statistical Association 22, 209-212: (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n).
    """
    share, square = hits / people, _Z**2 / people
    middle = share + square / 2
    off = _Z * sqrt(share * (1 - share) / people + square / (4 * people))
    return max(0.0, (middle - off) / (1 + square)), min(1.0, (middle + off) / (1 + square))


def correlation(one: Sequence[float], other: Sequence[float]) -> float | None:
    """Pearson's correlation r = Σ(x-x̄)(y-ȳ) / √(Σ(x-x̄)² Σ(y-ȳ)²). None where either never varies.

    Of the points of a question and those of the rest of the test it is the corrected item-total correlation; where the
    points are 0 or 1 it is the point-biserial one. Source: Nunnally & Bernstein (1994), "Psychometric Theory", 3rd
    edition, chapter 8.
    """
    people = len(one)
    if people < 2:
        return None
    sum_one, sum_other = sum(one), sum(other)
    spread_one = sum(x * x for x in one) - sum_one**2 / people
    spread_other = sum(y * y for y in other) - sum_other**2 / people
    if spread_one <= 1e-9 * people or spread_other <= 1e-9 * people:
        return None
    together = sum(x * y for x, y in zip(one, other, strict=True)) - sum_one * sum_other / people
    return max(-1.0, min(1.0, together / sqrt(spread_one * spread_other)))


def variance(values: Sequence[float]) -> float:
    """The variance of the values themselves (divided by n), as in Cronbach's formula."""
    mean = sum(values) / len(values)
    return sum([(value - mean) ** 2 for value in values]) / len(values)


def alpha(questions: Sequence[Sequence[float]]) -> float | None:
    """Cronbach's alpha k/(k-1) · (1 - Σs²ᵢ/s²ₜ), from the points of everyone in each question. None without spread.

    Where all points are 0 or 1 it is Kuder and Richardson's formula 20. Sources: Cronbach, L. J. (1951), "Coefficient
    alpha and the internal structure of tests", Psychometrika 16, 297-334; Kuder & Richardson (1937), "The theory of the
    estimation of test reliability", Psychometrika 2, 151-160.
    """
    count = len(questions)
    totals = [sum(points) for points in zip(*questions, strict=True)]
    whole = variance(totals) if totals else 0.0
    if count < 2 or whole <= 1e-12:
        return None
    return count / (count - 1) * (1 - sum(map(variance, questions)) / whole)


def measurement_error(spread: float, reliability: float) -> float:
    """The standard error of measurement s · √(1 - reliability). Source: Nunnally & Bernstein (1994), chapter 6."""
    return spread * sqrt(max(0.0, 1 - reliability))
