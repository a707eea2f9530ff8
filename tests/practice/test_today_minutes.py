"""How many cases fit into the minutes that somebody has."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.practice.minutes import FEWEST, MOST_CASES, Pace, slots_for

PACE = Pace(reading=4, decision=0.5, decisions=12)
paces = st.builds(Pace, st.floats(0, 20), st.floats(0, 5), st.floats(1, 80))


@pytest.mark.parametrize(
    ("minutes", "slots"),
    [
        (30, [(10, 12, False)] * 3),
        (25, [(10, 12, False), (10, 12, False)]),
        (26, [(10, 12, False), (10, 12, False), (6, 4, True)]),
        (10, [(10, 12, False)]),
        (9, [(9, 10, True)]),
        (5.5, [(5.5, 3, True)]),
        (2, [(5.5, 3, True)]),
        (0, [(5.5, 3, True)]),
        (-4, [(5.5, 3, True)]),
    ],
)
def test_whole_cases_come_first_and_what_is_left_is_for_a_shortened_one(
    minutes: float, slots: list[tuple[float, int, bool]]
) -> None:
    found = slots_for(minutes, PACE)
    assert [(one.minutes, one.decisions, one.shortened) for one in found] == slots


@given(st.floats(0, 1000), paces, st.integers(1, 60))
def test_a_plan_has_a_case_and_takes_no_longer_than_there_is_time(
    minutes: float, pace: Pace, most: int
) -> None:
    found = slots_for(minutes, pace, most)
    assert 1 <= len(found) <= most
    assert all(one.decisions >= min(FEWEST, round(pace.decisions)) for one in found)
    taken = sum(one.minutes for one in found)
    assert taken <= max(minutes, pace.shortest) * (1 + 1e-9)


@given(st.floats(0, 1000), paces)
def test_time_is_used_until_too_little_is_left(minutes: float, pace: Pace) -> None:
    found = slots_for(minutes, pace)
    left = minutes - sum(one.minutes for one in found)
    assert len(found) == MOST_CASES or left < pace.shortest or pace.shortest == 0


@given(st.floats(0, 500), st.floats(0, 500), paces)
def test_more_minutes_never_give_less_practice(one: float, other: float, pace: Pace) -> None:
    fewer, more = sorted((one, other))
    of_fewer, of_more = slots_for(fewer, pace), slots_for(more, pace)
    assert len(of_fewer) <= len(of_more)


def test_a_case_too_short_for_its_reading_is_not_planned() -> None:
    assert [one.shortened for one in slots_for(PACE.case + PACE.shortest - 0.1, PACE)] == [False]
