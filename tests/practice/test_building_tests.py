"""Three tests, each when it makes sense."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from simulator.errors.faults import UsageFault
from simulator.practice import course as courses
from simulator.practice import test_building as building
from simulator.practice.course import NO_COURSE, Course
from simulator.practice.played import Played
from simulator.practice.test_building import CASES, ENOUGH, LATER, check_stage, next_number
from tests.practice.bundled import BEGINNING
from tests.practice.made import judged

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.session.practising import Stage

offer = building.test_offer


def course(*done: tuple[Stage, int], reviews: int = 0) -> Course:
    """After so many cases of tests."""
    tests = [
        courses.Tested(stage, stage, number + 1, CASES, BEGINNING.isoformat(), "", 40, (), "")
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


LEFT = ({"sort": "test", "test": "t", "stage": "before", "number": 1, "of": CASES},)


@pytest.mark.parametrize(
    ("done", "left_in", "said", "begun"),
    [
        (0, (), "It is 3 cases of about 14 minutes each.", False),
        (1, (), "2 cases of about 14 minutes each are still to come.", True),
        (2, (), "1 case of about 14 minutes is still to come.", True),
        (0, LEFT, "3 cases of about 14 minutes each are still to come. You left one of them", True),
        (0, ({"sort": "drill"}, {}), "It is 3 cases of about 14 minutes each.", False),
    ],
)
def test_it_says_how_long_it_is_and_how_far_it_has_got(
    done: int, left_in: tuple[Mapping[str, Any], ...], said: str, begun: bool
) -> None:
    found = offer(course(("before", done)), BEGINNING, left_in)
    assert found is not None
    assert found.said.startswith(said)
    assert found.begun == begun


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


def test_a_test_of_which_a_case_was_left_out_is_not_done_and_that_case_is_made_again() -> None:
    done = course(("before", 3), reviews=ENOUGH)
    left = Course.from_data({**done.as_data(), "tests": [done.as_data()["tests"][at] for at in (0, 2)]})
    found = offer(left, BEGINNING)
    assert found is not None
    assert (found.stage, found.done) == ("before", 2)
    assert [next_number(left.tests), next_number(()), next_number(done.tests)] == [2, 1, 4]
    check_stage(left, "before", BEGINNING)
