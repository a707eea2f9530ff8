"""Cases of tests ask the same and are as hard as each other, where the packs have such."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.practice import course as courses
from simulator.practice.course import blueprint_of
from simulator.practice.equal_cases import TOLERANCE, equal_case
from simulator.practice.leaving_out import decisions_in
from simulator.practice.test_building import CASES
from tests.practice.bundled import CoreMaker, generator, guide, level_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

levels = CoreMaker().levels


def points(rule: str) -> float:
    """A difficulty for each rule, far apart."""
    return 40.0 * (len(rule) % 7 - 3)


def as_tested(case: Mapping[str, Any]) -> courses.Tested:
    asked = sum(decisions_in(guide(), case).values())
    rules, level = tuple(case["exercises"]["rules"]), level_of(case["seed"])
    return courses.Tested("b", "before", 1, CASES, "", blueprint_of(case), asked, rules, level)


def test_cases_of_tests_ask_the_same_and_are_equally_hard() -> None:
    first = equal_case(guide(), [generator().case(seed) for seed in range(100, 140)], [], points, levels)
    assert first is not None
    done = [as_tested(first.case)]
    for start in (200, 300):
        found = equal_case(
            guide(), [generator().case(seed) for seed in range(start, start + 60)], done, points, levels
        )
        assert found is not None
        case, level, same, apart = found
        assert same
        assert level == level_of(case["seed"]) == done[0].level
        assert blueprint_of(case) == done[0].blueprint
        assert apart <= TOLERANCE
        assert apart == abs(sum(map(points, case["exercises"]["rules"])) - sum(map(points, done[0].rules)))


def test_the_nearest_of_the_candidates_is_chosen() -> None:
    candidates = [generator().case(seed) for seed in range(100, 140)]
    wanted = candidates[7]
    found = equal_case(guide(), candidates, [as_tested(wanted)], points, levels)
    assert found is not None
    assert found.apart == 0
    assert blueprint_of(found.case) == blueprint_of(wanted)


def test_without_a_candidate_that_asks_the_same_there_is_none() -> None:
    case = generator().case(100)
    other = courses.Tested("b", "before", 1, CASES, "", "something else", 40, (), "")
    assert equal_case(guide(), [case], [other], len, levels) is None
    assert equal_case(guide(), [], [], len, levels) is None


def test_a_case_with_far_more_decisions_is_not_equal() -> None:
    case = generator().case(100)
    small = as_tested(case).as_data() | {"decisions": 5}
    assert equal_case(guide(), [case], [courses.Tested.from_data(small)], len, levels) is None


def _alike(level: str, seeds: Sequence[int]) -> list[Mapping[str, Any]]:
    """Cases that ask the same, none of them of this level."""
    cases = [generator().case(seed) for seed in seeds]
    return [case for case in cases if level_of(case["seed"]) != level]


def test_the_same_level_goes_before_what_is_nearer_by_elo_and_what_is_equal_enough_is_both() -> None:
    wanted = generator().case(107)
    near = _alike(level_of(107), range(100, 140))
    level = level_of(107)
    found = equal_case(guide(), [*near, wanted], [as_tested(wanted)], points, levels)
    assert found is not None
    assert (found.case["id"], found.enough) == (wanted["id"], True)
    other = equal_case(guide(), near, [as_tested(wanted)], points, levels)
    assert other is not None
    assert (other.same_level, other.enough) == (False, False)
    assert other.level != level


def test_a_case_that_is_too_far_off_by_elo_is_not_equal_enough() -> None:
    case = generator().case(107)
    apart = as_tested(case).as_data() | {"rules": []}
    found = equal_case(guide(), [case], [courses.Tested.from_data(apart)], lambda _: 20.0, levels)
    assert found is not None
    assert (found.same_level, found.apart > TOLERANCE, found.enough) == (True, True, False)
