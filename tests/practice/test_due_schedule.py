"""The schedule holds the goal with fewer reviews than fixed intervals do, and Elo finds difficulties again."""

from __future__ import annotations

from functools import cache
from statistics import fmean, median
from typing import TYPE_CHECKING

from simulator.practice import cards
from tests.benchmarks.schedule import Fared, correlations, fare, holds, retentions
from tests.practice.learners import GOAL, Learner, by_our_schedule, every

if TYPE_CHECKING:
    import pytest

LEARNERS = 12


@cache
def _fared() -> Fared:
    return fare(LEARNERS, fixed=(7, 14, 17, 19, 21, 24, 28))


def test_learners_hold_the_goal_by_our_schedule() -> None:
    assert fmean(retentions(_fared().ours)) >= GOAL


def test_our_schedule_takes_fewer_reviews_than_any_one_interval_that_holds_the_goal_too() -> None:
    holding = [days for days, held in _fared().fixed.items() if holds(held)]
    assert 14 in holding
    assert 28 not in holding
    assert median(_fared().beside(max(holding))) < 0.8


def test_our_schedule_takes_fewer_reviews_than_the_best_interval_of_each_learner() -> None:
    assert len(_fared().beside_best) >= LEARNERS * 2 / 3
    assert median(_fared().beside_best) < 0.9


def test_a_lower_goal_would_not_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    from fsrs import Scheduler

    lax = Scheduler(desired_retention=0.7, learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    monkeypatch.setattr(cards, "_scheduler", lambda: lax)
    assert not holds(by_our_schedule(Learner(seed, 30)) for seed in range(LEARNERS))


def test_the_same_learners_are_met_by_every_schedule() -> None:
    assert every(Learner(3, 30), 9) == every(Learner(3, 30), 9)
    assert Learner(3, 30).traces == Learner(3, 30).traces
    assert Learner(3, 30).traces != Learner(4, 30).traces


def test_elo_puts_rules_in_the_order_of_their_difficulty() -> None:
    few, many = correlations(LEARNERS, 240), correlations(LEARNERS, 2400)
    assert median(many) > 0.9
    assert min(many) > 0.8
    assert median(few) < median(many)
