"""Memory and figures together, as they are kept."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.practice.progress import NO_PROGRESS, VERSION, Progress
from tests.practice.judged import histories, some_cases

if TYPE_CHECKING:
    from collections.abc import Iterable

    from simulator.practice.played import Played


def folded(cases: Iterable[Played], progress: Progress = NO_PROGRESS) -> Progress:
    for case in cases:
        progress = progress.after(case)
    return progress


def again(progress: Progress) -> Progress:
    return Progress.from_data(json.loads(json.dumps(progress.as_data())))


@given(histories, st.integers(0, 30))
def test_folding_all_is_folding_some_keeping_them_and_going_on(history: list[Played], at: int) -> None:
    assert folded(history[at:], again(folded(history[:at]))) == folded(history)


def test_its_size_does_not_grow_with_the_number_of_decisions() -> None:
    after_ten_thousand = folded(some_cases(1, 500, decisions=20))
    after_a_hundred_thousand = folded(some_cases(2, 4500, decisions=20), after_ten_thousand)
    sizes = [len(json.dumps(one.as_data())) for one in (after_ten_thousand, after_a_hundred_thousand)]
    assert sizes[1] < 40_000
    assert sizes[1] <= 1.5 * sizes[0]


@pytest.mark.parametrize(
    "damage",
    [
        {"version": VERSION + 1},
        {"version": True},
        {"version": "1"},
        {"memory": None},
        {"figures": {}},
        {"more": 1},
    ],
)
def test_what_is_not_its_own_is_refused(damage: dict[str, Any]) -> None:
    data = NO_PROGRESS.as_data()
    assert Progress.from_data(data) == NO_PROGRESS
    with pytest.raises(ValueError):  # noqa: PT011 - any
        Progress.from_data({**data, **damage})


@pytest.mark.parametrize("part", ["version", "memory", "figures"])
def test_a_part_that_is_missing_is_refused(part: str) -> None:
    with pytest.raises(ValueError, match="no progress"):
        Progress.from_data({key: value for key, value in NO_PROGRESS.as_data().items() if key != part})


@pytest.mark.parametrize("data", [None, [], "", 1, {}])
def test_what_is_no_object_is_refused(data: object) -> None:
    with pytest.raises(ValueError, match="no progress"):
        Progress.from_data(data)
