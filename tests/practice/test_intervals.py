"""Intervals of 95% for shares from few cases, each of several decisions that go alike."""

from __future__ import annotations

from math import sqrt
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.practice.intervals import (
    ALIKE,
    Marks,
    Share,
    change,
    difference,
    t_quantile,
    variance_between,
)

cases = st.lists(
    st.integers(1, 30).flatmap(lambda size: st.tuples(st.integers(0, 2 * size), st.just(size))),
    min_size=1,
    max_size=12,
)
"""Half marks and decisions of each case."""


def marks_of(of_cases: list[tuple[int, int]]) -> Marks:
    """Of marks in halves and decisions."""
    marks = [halves / 2 for halves, _ in of_cases]
    sizes = [size for _, size in of_cases]
    return Marks(
        len(of_cases),
        sum(sizes),
        sum(marks),
        sum(mark**2 for mark in marks),
        sum(mark * size for mark, size in zip(marks, sizes, strict=True)),
        sum(size**2 for size in sizes),
    )


def share_of(of_cases: list[tuple[int, int]]) -> Share:
    return marks_of(of_cases).share()


@pytest.mark.parametrize(
    ("freedom", "t"), [(1, 12.706), (2, 4.303), (3, 3.182), (4, 2.776), (9, 2.262), (30, 2.042), (120, 1.980)]
)
def test_students_t_is_as_the_tables_have_it(freedom: int, t: float) -> None:
    assert t_quantile(freedom) == pytest.approx(t, abs=5e-4)


@given(cases)
def test_an_interval_lies_between_none_and_all_and_holds_its_share(of_cases: list[tuple[int, int]]) -> None:
    share, low, high = share_of(of_cases)
    assert 0 <= low <= share <= high <= 1


@given(cases.filter(lambda found: len(found) == 1))
def test_one_case_tells_nothing(of_cases: list[tuple[int, int]]) -> None:
    assert share_of(of_cases)[1:] == (0.0, 1.0)


@given(cases.filter(lambda found: len(found) > 1))
def test_an_interval_is_never_a_point(of_cases: list[tuple[int, int]]) -> None:
    _, low, high = share_of(of_cases)
    assert high - low > 0.001


def test_all_right_in_three_cases_is_not_sure_to_be_all_right() -> None:
    share, low, high = share_of([(40, 20)] * 3)
    assert (share, high) == (1.0, 1.0)
    effective = 60 / (1 + 19 * ALIKE)
    assert low == pytest.approx(effective / (effective + 4.3027**2), abs=1e-4)


def test_where_cases_differ_more_than_their_decisions_the_interval_is_wider() -> None:
    alike = share_of([(20, 20)] * 6)
    apart = share_of([(40, 20), (0, 20)] * 3)
    assert alike.share == apart.share == 0.5
    assert apart.high - apart.low > 1.5 * (alike.high - alike.low)


def test_the_variance_is_that_of_the_means_of_cases_of_one_size() -> None:
    means = [0.5, 0.75, 1.0, 0.25]
    mean = sum(means) / 4
    of_means = sum((each - mean) ** 2 for each in means) / 3 / 4
    marks = [20 * each for each in means]
    found = variance_between(
        4, 80, sum(marks), sum(each**2 for each in marks), sum(each * 20 for each in marks), 4 * 400
    )
    assert found == pytest.approx(of_means)


def test_the_interval_is_wilsons_where_cases_are_single_decisions() -> None:
    share, low, high = share_of([(2, 1)] * 45 + [(0, 1)] * 55)
    added = (
        t_quantile(99) ** 2 / 99
    )  # the variance between cases has one degree of freedom less than there are
    middle = (share + added / 2) / (1 + added)
    half = sqrt(added * share * (1 - share) + added**2 / 4) / (1 + added)
    assert (low, high) == pytest.approx((middle - half, middle + half))


@pytest.mark.parametrize("right", [0.5, 0.8, 0.9, 0.98])
@pytest.mark.parametrize(
    ("number", "size", "alike"),
    [
        *[(number, 18, alike) for number in (2, 3) for alike in (0.0, 0.1, 0.5)],
        *[(3, 42, alike) for alike in (0.0, 0.1, 0.5)],
        *[(6, 18, alike) for alike in (0.0, 0.1, 0.3)],
    ],
)
def test_it_holds_the_truth_in_about_19_of_20_tests(
    right: float, alike: float, number: int, size: int
) -> None:
    chance = Random(f"{right} {alike} {number} {size}")
    held = 0
    for _ in range(400):
        of_cases = [_of_case(chance, right, alike, size) for _ in range(number)]
        _, low, high = share_of(of_cases)
        held += low <= right <= high
    assert held / 400 >= 0.93


def _of_case(chance: Random, right: float, alike: float, about: int) -> tuple[int, int]:
    """A case with a skill of its own: `alike` is how much decisions of one case go together, from 0 to 1."""
    here = chance.betavariate(right * (1 / alike - 1), (1 - right) * (1 / alike - 1)) if alike else right
    size = chance.randint(about * 2 // 3, about * 4 // 3)
    return 2 * sum(chance.random() < here for _ in range(size)), size


# Differences


@given(cases, cases)
def test_a_difference_lies_in_its_interval(
    before: list[tuple[int, int]], after: list[tuple[int, int]]
) -> None:
    change, low, high = difference(share_of(before), share_of(after))
    assert -1 <= low <= change <= high <= 1


@given(cases, cases)
def test_a_difference_the_other_way_round_is_the_same(
    before: list[tuple[int, int]], after: list[tuple[int, int]]
) -> None:
    there, back = (share_of(before), share_of(after)), (share_of(after), share_of(before))
    change, low, high = difference(*there)
    assert difference(*back) == pytest.approx((-change, -high, -low))


def test_a_single_case_leaves_a_difference_open() -> None:
    assert difference(share_of([(0, 20)]), share_of([(40, 20)] * 9))[1:] == (-1.0, 1.0)


def test_a_difference_is_newcombes() -> None:
    # Example (a) of Newcombe (1998), table II, method 10: 56/70 and 48/80.
    before, after = Share(0.6, 0.4904, 0.7003), Share(0.8, 0.6920, 0.8775)
    assert difference(before, after) == pytest.approx((0.2, 0.0524, 0.3339), abs=5e-4)


@given(cases, cases)
def test_a_change_is_the_difference_of_shares_that_tell_together_how_cases_differ(
    before: list[tuple[int, int]], after: list[tuple[int, int]]
) -> None:
    found = change(marks_of(before), marks_of(after))
    assert found.share == share_of(after).share - share_of(before).share
    assert found.low <= found.share <= found.high
    if min(len(before), len(after)) > 1:
        apart = difference(share_of(before), share_of(after))
        assert found.high - found.low <= (apart.high - apart.low) + 1e-9
    else:
        assert found[1:] == (-1.0, 1.0)


@pytest.mark.parametrize("alike", [0.0, 0.1, 0.3])
@pytest.mark.parametrize("size", [18, 42])
@pytest.mark.parametrize(
    ("before", "after"), [(0.5, 0.5), (0.8, 0.8), (0.9, 0.9), (0.98, 0.98), (0.6, 0.85), (0.8, 0.98)]
)
def test_a_change_is_held_in_about_19_of_20_pairs_of_tests_of_three_cases(
    before: float, after: float, size: int, alike: float
) -> None:
    assert _held(before, after, size, alike) >= 0.93


@pytest.mark.parametrize("right", [0.5, 0.8, 0.9, 0.98])
def test_where_cases_go_as_a_whole_a_change_that_is_none_is_seldom_taken_for_one(right: float) -> None:
    assert _held(right, right, 42, 0.5) >= 0.91


def _held(before: float, after: float, size: int, alike: float) -> float:
    """In which share of pairs of tests the interval holds the change that there is."""
    chance = Random(f"{before} {after} {size} {alike}")
    held = 0
    for _ in range(400):
        marks = [
            marks_of([_of_case(chance, right, alike, size) for _ in range(3)]) for right in (before, after)
        ]
        _, low, high = change(*marks)
        held += low <= after - before <= high
    return held / 400


def test_a_large_change_can_be_told_from_chance_by_three_cases_each() -> None:
    before = marks_of([(34, 42), (40, 42), (30, 42)])
    after = marks_of([(76, 42), (80, 42), (72, 42)])
    assert change(before, after).low > 0
