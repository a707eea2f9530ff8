"""Three tests, each when it makes sense, of cases that ask the same and are as hard as each other."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from simulator.errors.faults import UsageFault
from simulator.practice import course as courses
from simulator.practice import test_building as building
from simulator.practice.course import NO_COURSE, Course, blueprint_of
from simulator.practice.leaving_out import decisions_in
from simulator.practice.played import Played
from simulator.practice.test_building import CASES, ENOUGH, LATER, TOLERANCE, check_stage, equal_case
from tests.practice.bundled import BEGINNING, generator, guide
from tests.practice.made import judged

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.session.practising import Stage

offer = building.test_offer


def course(*done: tuple[Stage, int], reviews: int = 0) -> Course:
    """After so many cases of tests."""
    tests = [
        courses.Tested(stage, stage, number + 1, CASES, BEGINNING.isoformat(), "", 40, ())
        for stage, count in done
        for number in range(count)
    ]
    return Course.from_data(
        {**NO_COURSE.as_data(), "tests": [each.as_data() for each in tests], "reviews": reviews}
    )


def test_the_first_is_offered_at_once() -> None:
    found = offer(NO_COURSE, BEGINNING)
    assert found is not None
    assert (found.stage, found.cases, found.done, found.from_when) == ("before", CASES, 0, None)


def test_it_is_offered_until_all_of_its_cases_are_done() -> None:
    found = offer(course(("before", 2)), BEGINNING)
    assert found is not None
    assert (found.stage, found.done) == ("before", 2)


def test_the_second_waits_for_enough_practice() -> None:
    assert offer(course(("before", 3), reviews=ENOUGH - 1), BEGINNING) is None
    found = offer(course(("before", 3), reviews=ENOUGH), BEGINNING)
    assert found is not None
    assert found.stage == "after"


def test_one_that_is_under_way_is_offered_though_nothing_was_practised_since() -> None:
    found = offer(course(("before", 3), ("after", 1)), BEGINNING)
    assert found is not None
    assert (found.stage, found.done) == ("after", 1)


def test_the_last_comes_four_weeks_later() -> None:
    done = course(("before", 3), ("after", 3))
    early = offer(done, BEGINNING + LATER - timedelta(minutes=1))
    assert early is not None
    assert (early.stage, early.from_when) == ("delayed", (BEGINNING + LATER).date().isoformat())
    late = offer(done, BEGINNING + LATER)
    assert late is not None
    assert late.from_when is None


ENDED: tuple[tuple[Stage, int], ...] = tuple(
    (stage, number) for stage in ("before", "after") for number in (1, 2, 3)
)


def played(stage: Stage, number: int, at: datetime = BEGINNING, test: str = "") -> Played:
    purpose = {"sort": "test", "stage": stage, "test": test or stage, "number": number, "of": CASES}
    return Played("s", "c", "", at, purpose, (judged("worth.gold"),))


def begun() -> Mapping[str, Any]:
    return {"data": {"case": {"phases": [], "exercises": {"rules": []}}}}


def after_tests(at: datetime) -> Course:
    found = NO_COURSE
    for stage, number in ENDED:
        found = found.after(played(stage, number, at), begun())
    return found


@pytest.mark.parametrize("month", [1, 12])
def test_a_test_that_ended_at_the_end_of_the_calendar_is_reckoned_with(month: int) -> None:
    far = datetime(9999, month, 31, 23, tzinfo=UTC)
    kept = Course.from_data(
        {
            **NO_COURSE.as_data(),
            "tests": [
                {**each.as_data(), "at": far.isoformat()}
                for each in course(("before", 3), ("after", 3)).tests
            ],
        }
    )
    for done in (kept, after_tests(far)):
        found = offer(done, BEGINNING)
        assert found is not None
        assert found.stage == "delayed"
        with pytest.raises(UsageFault, match="makes sense from 9000"):
            check_stage(done, "delayed", BEGINNING)


def test_a_test_taken_while_the_clock_was_ahead_does_not_put_off_the_next_for_years() -> None:
    ahead = after_tests(BEGINNING + timedelta(days=3650))
    practised = ahead.after(Played("s", "c", "", BEGINNING, {}, (judged("worth.gold"),)), begun())
    found = offer(practised, BEGINNING)
    assert found is not None
    assert (found.stage, found.from_when) == ("delayed", (BEGINNING + LATER).date().isoformat())


def test_a_case_of_a_test_that_was_begun_twice_fills_one_place() -> None:
    twice = NO_COURSE.after(played("before", 1, test="a"), begun()).after(
        played("before", 1, test="b"), begun()
    )
    assert [(one.test, one.number) for one in twice.tests] == [("a", 1)]
    found = offer(twice, BEGINNING)
    assert found is not None
    assert found.done == 1


def test_after_the_last_there_is_none() -> None:
    assert offer(course(("before", 3), ("after", 3), ("delayed", 3)), BEGINNING + 2 * LATER) is None


@pytest.mark.parametrize(
    ("after", "stage", "why"),
    [
        (course(), "after", "The next test is the one before practice"),
        (course(("before", 3)), "before", "The next test is the one after practice"),
        (course(("before", 3), reviews=ENOUGH - 7), "after", "about 7 more reviews"),
        (course(("before", 3), ("after", 3)), "delayed", f"from {(BEGINNING + LATER).date()}"),
        (course(("before", 3), ("after", 3), ("delayed", 3)), "delayed", "All three tests are done"),
        (course(), "weekly", "There is no such test"),
    ],
)
def test_a_test_out_of_its_turn_is_refused_with_the_reason(after: Course, stage: Any, why: str) -> None:
    with pytest.raises(UsageFault, match=why):
        check_stage(after, stage, BEGINNING)


def points(rule: str) -> float:
    """A difficulty for each rule, far apart."""
    return 40.0 * (len(rule) % 7 - 3)


def as_tested(case: Mapping[str, Any]) -> courses.Tested:
    asked = sum(decisions_in(guide(), case).values())
    return courses.Tested(
        "b", "before", 1, CASES, "", blueprint_of(case), asked, tuple(case["exercises"]["rules"])
    )


def test_cases_of_tests_ask_the_same_and_are_equally_hard() -> None:
    first = equal_case(guide(), [generator().case(seed) for seed in range(100, 140)], [], points)
    assert first is not None
    done = [as_tested(first[0])]
    for start in (200, 300):
        found = equal_case(
            guide(), [generator().case(seed) for seed in range(start, start + 60)], done, points
        )
        assert found is not None
        case, apart = found
        assert blueprint_of(case) == done[0].blueprint
        assert apart <= TOLERANCE
        assert apart == abs(sum(map(points, case["exercises"]["rules"])) - sum(map(points, done[0].rules)))


def test_the_nearest_of_the_candidates_is_chosen() -> None:
    candidates = [generator().case(seed) for seed in range(100, 140)]
    wanted = candidates[7]
    found = equal_case(guide(), candidates, [as_tested(wanted)], points)
    assert found is not None
    assert found[1] == 0
    assert blueprint_of(found[0]) == blueprint_of(wanted)


def test_without_a_candidate_that_asks_the_same_there_is_none() -> None:
    case = generator().case(100)
    other = courses.Tested("b", "before", 1, CASES, "", "something else", 40, ())
    assert equal_case(guide(), [case], [other], len) is None
    assert equal_case(guide(), [], [], len) is None


def test_a_case_with_far_more_decisions_is_not_equal() -> None:
    case = generator().case(100)
    small = as_tested(case).as_data() | {"decisions": 5}
    assert equal_case(guide(), [case], [courses.Tested.from_data(small)], len) is None
