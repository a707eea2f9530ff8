"""Classes that go on for long while lines break and the hub is killed: nothing is lost, nothing is left."""

from __future__ import annotations

import os
from collections import Counter
from statistics import linear_regression
from typing import TYPE_CHECKING

import pytest

from tests.classroom_load.hubs import left_of
from tests.classroom_load.witness import kept, votes_counted
from tests.classroom_soak.soaking import Plan, soak

if TYPE_CHECKING:
    from pathlib import Path

    from tests.classroom_soak.soaking import Soaked

MINUTES = "SIMULATOR_SOAK_MINUTES"
GROWTH = 2.0
"""MiB that the hub may take more after each case of a hundred learners: it remembers what was voted, and no more."""
FEW = 3
"""Cases after which growth can be told from getting warm."""


async def test_a_class_loses_nothing_over_a_network_that_breaks_on_a_hub_that_is_killed(
    tmp_path: Path,
) -> None:
    plan = Plan(learners=100, speed=200, seconds=0, fewest=4, questions=1, kill_every=10, cut_every=0.5)
    await _soaked(tmp_path, plan)


@pytest.mark.soak
async def test_a_class_of_a_hundred_goes_on_for_hours(tmp_path: Path) -> None:
    seconds = 60 * float(os.environ.get(MINUTES, "120"))
    plan = Plan(
        learners=100, speed=60, seconds=seconds, fewest=2, questions=100, kill_every=20, cut_every=0.5
    )
    soaked = await _soaked(tmp_path, plan)
    for memory in soaked.memory:
        if len(memory) > 2 * FEW:
            growth = linear_regression(range(len(memory) - FEW), memory[FEW:]).slope
            assert growth < GROWTH, f"{growth:.1f} MiB a case: {memory}"


async def _soaked(folder: Path, plan: Plan) -> Soaked:
    soaked = await soak(folder, plan)
    print(
        f"{soaked.cases} cases, {len(soaked.witness.votes)} votes and {len(soaked.witness.answers)} answers, "
        f"{soaked.broken} lines cut, {soaked.killed} hubs killed, memory {soaked.memory}"
    )
    assert soaked.seats == plan.learners
    assert soaked.broken
    assert soaked.killed
    lost_votes = soaked.witness.votes - kept(soaked.record, "voted", "said")
    lost_answers = soaked.witness.answers - kept(soaked.record, "said")
    assert (len(lost_votes), len(lost_answers)) == (0, 0)
    counted = votes_counted(soaked.record)
    assert set(counted.values()) == {1}, "a seat is counted twice in a round"
    in_rounds = Counter(tuple(at) for *at, _ in counted)
    assert set(in_rounds.values()) == {plan.learners}, "a seat is not counted in a round"
    assert soaked.processes == {1}
    assert not left_of(folder)
    return soaked
