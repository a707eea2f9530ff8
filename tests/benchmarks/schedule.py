"""FSRS and Elo against learners whose memory and rules whose difficulty are known, the same ones by every schedule.

Nothing here is a time: the figures are the same at every run.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from statistics import fmean
from typing import TYPE_CHECKING

from tests.benchmarks.telling import tell, tell_least
from tests.practice.difficulties import recovered
from tests.practice.learners import GOAL, Held, Learner, by_our_schedule, every, longest_that_holds

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

LEARNERS = 100
RULES = 30
FIXED = (3, 7, *range(14, 31))
"""Days between reviews, where they are the same for all rules and learners."""
DECISIONS = (600, 2400)
SLOW = 2.0
BEST = "by the longest interval that holds 90% for this very learner, looked up afterwards"


@dataclass(frozen=True)
class Fared:
    """How each learner fared: by our schedule, by each fixed interval, and by the best one for that learner alone."""

    ours: list[Held]
    fixed: Mapping[int, list[Held]]
    best: list[Held]

    @property
    def beside_best(self) -> list[float]:
        """Reviews by our schedule / by the best interval of each learner, of those who hold the goal by ours."""
        pairs = zip(self.ours, self.best, strict=True)
        return [ours.reviews / best.reviews for ours, best in pairs if ours.retention >= GOAL]

    def beside(self, interval: int) -> list[float]:
        """Reviews by our schedule / by a fixed interval, of every learner."""
        pairs = zip(self.ours, self.fixed[interval], strict=True)
        return [ours.reviews / other.reviews for ours, other in pairs]


def fare(learners: int, fixed: Iterable[int] = FIXED, slowness: float = 1.0) -> Fared:
    """So many learners go through half a year by every schedule."""
    make = [partial(Learner, seed, RULES, slowness) for seed in range(learners)]
    return Fared(
        [by_our_schedule(one()) for one in make],
        {days: [every(one(), days) for one in make] for days in fixed},
        [longest_that_holds(one)[1] for one in make],
    )


def retentions(held: Iterable[Held]) -> list[float]:
    """What each learner knew, over all days."""
    return [one.retention for one in held]


def holds(held: Iterable[Held]) -> bool:
    """Whether the learners together hold the goal."""
    return fmean(retentions(held)) >= GOAL


def correlations(learners: int, decisions: int) -> list[float]:
    """For each learner how well Elo puts the rules in the order of their known difficulty."""
    return [recovered(seed, decisions) for seed in range(learners)]


def schedule(_: Path) -> None:
    """Reviews needed to hold 90% retention, and difficulties found again."""
    print(f"{LEARNERS} learners, {RULES} rules, half a year; each learner is a round")
    fared = fare(LEARNERS)
    tell_least("mean retention by our schedule", retentions(fared.ours), GOAL)
    _tell_held(fared)
    _tell_fixed(fared)
    tell(f"reviews by our schedule / {BEST}", fared.beside_best, 1)
    slow = fare(LEARNERS, slowness=SLOW)
    tell(f"learners to whom a review gains 1/{SLOW:g} as much: mean retention", retentions(slow.ours))
    _tell_held(slow)
    tell(f"  reviews by our schedule / {BEST}", slow.beside_best)
    for decisions in DECISIONS:
        tell(
            f"rank correlation of known difficulties with those by Elo, {decisions:,} decisions",
            correlations(LEARNERS, decisions),
        )


def _tell_held(fared: Fared) -> None:
    reviews, known = fmean(one.reviews for one in fared.ours), fmean(retentions(fared.ours))
    held = f"{len(fared.beside_best)} hold {GOAL:.0%} each for themselves"
    print(f"  mean of all: {known:.3f}, with {reviews:.0f} reviews each; {held}")


def _tell_fixed(fared: Fared) -> None:
    for days in (3, 7, 14, max(days for days, held in fared.fixed.items() if holds(held))):
        told = fmean(retentions(fared.fixed[days]))
        name = f"reviews by our schedule / every {days} days, which gives a mean retention of {told:.3f}"
        tell(name, fared.beside(days), 1)
