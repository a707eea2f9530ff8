"""The tests before practice, after it and later are equally difficult, for a learner who stays the same."""

from __future__ import annotations

from functools import cache, partial
from random import Random
from statistics import fmean
from typing import TYPE_CHECKING, Any

from simulator.model.document import document_of
from simulator.practice import course as courses
from simulator.practice.elo import chance
from simulator.practice.equal_cases import most_equal
from simulator.practice.leaving_out import decisions_in
from simulator.practice.practice import ROUNDS
from simulator.practice.test_building import CASES
from tests.practice.bundled import CoreMaker, generator, guide, level_of
from tests.session.two_friends import engine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from simulator.session.practising import Stage

STAGES: tuple[Stage, ...] = ("before", "after", "delayed")
LEARNERS = 16
CANDIDATES = 40
SKILL = 150.0
"""Points by Elo: who has it decides about two of three right."""


@cache
def _case(seed: int) -> Mapping[str, Any]:
    return generator().case(seed)


@cache
def _decided(seed: int) -> tuple[str, ...]:
    """The rule of each decision that is asked."""
    case = _case(seed)
    return tuple(
        one.rule
        for phase in case["phases"]
        for one in engine().assess(engine().read_facts(document_of(phase["facts"], "<case>")), phase["phase"])
        if one.question in phase["questions"] and not one.silent
    )


def _tests(draw: Random, difficulty: Callable[[str], float]) -> Iterator[list[float]]:
    """The expected marks of the cases of each test; before the first one nothing is known of difficulties."""
    done: list[courses.Tested] = []
    for stage in STAGES:
        known = difficulty if done else partial(_unknown)
        marks = []
        for number in range(CASES):
            pools = ([_case(seed) for seed in draw.sample(range(1, 200), CANDIDATES)] for _ in range(ROUNDS))
            found = most_equal(guide(), pools, done, known, CoreMaker().levels)
            assert found is not None
            case = found.case
            assert found.same_level
            marks.append(fmean(chance(SKILL, difficulty(rule)) for rule in _decided(case["seed"])))
            done.append(_tested(case, stage, number + 1))
        yield marks


def _unknown(_rule: str) -> float:
    return 0.0


def _tested(case: Mapping[str, Any], stage: Stage, number: int) -> courses.Tested:
    asked = sum(decisions_in(guide(), case).values())
    rules = tuple(case["exercises"]["rules"])
    level = level_of(case["seed"])
    return courses.Tested(stage, stage, number, CASES, "", courses.blueprint_of(case), asked, rules, level)


def test_a_learner_who_stays_the_same_can_expect_the_same_mark_in_each() -> None:
    apart = []
    for seed in range(LEARNERS):
        draw = Random(seed)
        difficulties = {rule: draw.gauss(0, 170) for rule in engine().guidance.rules}
        marks = [fmean(marks) for marks in _tests(draw, difficulties.__getitem__)]
        apart.append(max(marks) - min(marks))
    assert max(apart) < 0.04
    assert fmean(apart) < 0.015
