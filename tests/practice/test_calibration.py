"""Sureness against correctness."""

from __future__ import annotations

import pytest

from simulator.practice.calibration import (
    NO_TALLY,
    Calibration,
    levels_of,
    right_in,
    surer_than_right,
    wrong_in,
)
from simulator.session.record_view import LevelView
from tests.practice.judged import judged

NONE = Calibration(NO_TALLY, {}, {})


def test_each_level_has_what_was_right_and_what_was_wrong() -> None:
    after = NONE.after(
        [
            judged(sureness=1),
            judged(sureness=3),
            judged(sureness=3, mark="acceptable"),
            judged(sureness=3, mark="mistake"),
        ]
    )
    assert levels_of(after.overall) == (
        LevelView(1, 1, 0, 0.0),
        LevelView(2, 0, 0, 0.67),
        LevelView(3, 2, 1, 0.8),
    )


@pytest.mark.parametrize("mark", ["silent", "discuss", "follows"])
def test_what_is_neither_right_nor_wrong_is_not_counted(mark: str) -> None:
    assert NONE.after([judged(sureness=3, mark=mark)]) == NONE  # type: ignore[arg-type]


def test_it_is_told_by_option_called_for_and_by_paragraph_that_decides() -> None:
    one = judged(
        called_for=("high", "low"), chosen=("high",), mark="mistake", sureness=2, decides=("LP1", "LP2")
    )
    after = NONE.after([one, judged("owner", sureness=1, decides=("LP2",))])
    wrong, right = (0, 0, 0, 0, 0, 1, 0, 0), (0, 0, 1, 0, 0, 0, 0, 0)
    assert after.options == {"worth": {"high": wrong, "low": wrong}, "owner": {"high": right}}
    assert after.paragraphs == {"LP1": wrong, "LP2": (0, 0, 1, 0, 0, 1, 0, 0)}


def test_a_paragraph_named_twice_counts_once() -> None:
    assert NONE.after([judged(decides=("LP1", "LP1"))]).paragraphs == {"LP1": (1, 0, 0, 0, 0, 0, 0, 0)}


def test_decisions_without_a_level_count_as_right_or_wrong_alone() -> None:
    tally = NONE.after([judged(), judged(mark="mistake"), judged(mark="mistake", sureness=2)]).overall
    assert (right_in(tally), wrong_in(tally)) == (1, 2)
    assert sum(one.right + one.wrong for one in levels_of(tally)) == 1


def test_a_level_that_does_not_exist_is_none() -> None:
    assert NONE.after([judged(sureness=7)]).overall == (1, 0, 0, 0, 0, 0, 0, 0)


def test_too_sure_is_above_none_and_too_unsure_below() -> None:
    always_wrong = NONE.after([judged(mark="mistake", sureness=3)] * 4).overall
    always_right = NONE.after([judged(sureness=1)] * 4).overall
    assert surer_than_right(always_wrong) == pytest.approx(0.9)
    assert surer_than_right(always_right) == pytest.approx(0.335 - 1)


def test_who_is_right_as_often_as_a_level_claims_is_neither() -> None:
    nine_of_ten = NONE.after([judged(sureness=3)] * 9 + [judged(sureness=3, mark="mistake")]).overall
    assert surer_than_right(nine_of_ten) == pytest.approx(0.0)


def test_without_any_level_nothing_can_be_said() -> None:
    assert surer_than_right(NONE.after([judged()]).overall) is None
