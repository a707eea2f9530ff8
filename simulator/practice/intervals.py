"""Intervals of 95% for shares that are known from few cases, each of several decisions that go alike.

Decisions of one case are not independent: an interval that took them so would be too narrow. Its cases are.
"""

from __future__ import annotations

from math import atan, cos, hypot, pi, sin, sqrt
from typing import Final, NamedTuple

LEVEL: Final = 0.95
ALIKE: Final = 0.1
"""How much decisions of one case go alike at least: their intraclass correlation, from 0 to 1."""


class Share(NamedTuple):
    """A share of full marks, with its interval, all from 0 to 1."""

    share: float
    low: float
    high: float


def t_quantile(freedom: int) -> float:
    """Student's t that is exceeded, in either direction, in one case of twenty; `freedom` is at least 1.

    The distribution is summed as in Abramowitz and Stegun, Handbook of Mathematical Functions (1964), 26.7.3 and
    26.7.4, and searched by halving.
    """
    low, high = 1.9, 12.8
    while (middle := (low + high) / 2) not in {low, high}:
        low, high = (middle, high) if _within(middle, freedom) < LEVEL else (low, middle)
    return high


def _within(t: float, freedom: int) -> float:
    """How likely Student's t lies between -t and t."""
    angle = atan(t / sqrt(freedom))
    odd = freedom % 2
    term = total = cos(angle) if odd else 1.0
    for step in range(2 + odd, freedom - 1, 2):
        term *= cos(angle) ** 2 * (step - 1) / step
        total += term
    if odd:
        return 2 / pi * (angle + (sin(angle) * total if freedom > 1 else 0))
    return sin(angle) * total


def clustered(cases: int, marks: float, decisions: int, variance: float, freedom: int | None = None) -> Share:
    """The share `marks / decisions`, each mark from 0 to 1; `variance` is that of the share between the cases.

    Wilson's interval with the effective number of decisions, as they tell less the more alike a case's are, and
    with Student's t for the number of cases (or `freedom`): Korn and Graubard (1998) and Franco, Little, Louis and
    Slud (2019, Journal of Survey Statistics and Methodology 7, 334-364), who recommend it for few and extreme
    shares. Decisions of one case are taken to be at least `ALIKE`, whatever the few cases say: where all went well,
    they differ by chance too little. The design effect is then that of Kish, Survey Sampling (1965), 5.4. One case
    tells nothing of how cases differ: from 0 to 1.
    """
    share = marks / decisions
    if cases < 2:
        return Share(share, 0.0, 1.0)
    spread, most = share * (1 - share), decisions / (1 + ALIKE * (decisions / cases - 1))
    effective = min(spread / variance, most) if spread > 0 and variance > 0 else most
    added = t_quantile(freedom or cases - 1) ** 2 / effective
    middle = (share + added / 2) / (1 + added)
    half = sqrt(added * (spread + added / 4)) / (1 + added)
    return Share(share, max(0.0, min(share, middle - half)), min(1.0, max(share, middle + half)))


def variance_between(
    cases: int, decisions: int, marks: float, squares: float, products: float, sizes: int
) -> float:
    """The variance of the share `marks / decisions`, robust to decisions of one case that go alike.

    Of every case's marks and number of decisions: `squares` sums the squares of the former, `sizes` those of the
    latter, `products` one times the other. By linearising the ratio, with n/(n-1): Cochran, Sampling Techniques (1977).
    """
    if cases < 2:
        return 0.0
    share = marks / decisions
    residuals = squares - 2 * share * products + share**2 * sizes
    return max(0.0, cases / (cases - 1) * residuals / decisions**2)


class Marks(NamedTuple):
    """What is known of the cases of a test: how many there are, how many decisions, the sum of their marks.

    `squares`, `products` and `sizes` as for `variance_between`.
    """

    cases: int
    decisions: int
    marks: float
    squares: float
    products: float
    sizes: int

    def share(self, freedom: int | None = None) -> Share:
        """The share with its interval; there is at least one decision."""
        variance = variance_between(
            self.cases, self.decisions, self.marks, self.squares, self.products, self.sizes
        )
        return clustered(self.cases, self.marks, self.decisions, variance, freedom)


def change(before: Marks, after: Marks) -> Share:
    """How far the share moved from one test to another, with its interval.

    What the cases of both tell of how cases differ counts together, with two degrees of freedom less than there are
    cases: Donner and Klar, Design and Analysis of Cluster Randomization Trials in Health Research (2000), 6.2.
    """
    freedom = max(1, before.cases + after.cases - 2)
    return difference(before.share(freedom), after.share(freedom))


def difference(before: Share, after: Share) -> Share:
    """How far a share moved, from -1 to 1, with its interval, by squares of the distances to either's own bounds.

    Newcombe, Statistics in Medicine 17 (1998) 873-890, method 10, which holds for other intervals than Wilson's too:
    Zou and Donner, Statistics in Medicine 27 (2008) 1693-1702. Where one of them is open, so is the difference.
    """
    change = after.share - before.share
    if (0.0, 1.0) in {before[1:], after[1:]}:
        return Share(change, -1.0, 1.0)
    low = change - hypot(after.share - after.low, before.high - before.share)
    high = change + hypot(after.high - after.share, before.share - before.low)
    return Share(change, max(-1.0, low), min(1.0, high))
