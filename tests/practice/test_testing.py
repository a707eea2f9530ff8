"""Tests before practice, after it and later."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from simulator.practice.intervals import Marks, change, difference
from simulator.practice.testing import KEPT, Sitting, Sittings, change_views, mark_views
from tests.practice.judged import judged, of_test

if TYPE_CHECKING:
    from simulator.session.guide import Judged
    from simulator.session.summary_view import Mark

NONE = Sittings(())


def answers(right: int, wrong: int = 0, **more: object) -> list[Judged]:
    return [
        *[judged(**more) for _ in range(right)],  # type: ignore[arg-type]
        *[judged(mark="mistake", **more) for _ in range(wrong)],  # type: ignore[arg-type]
    ]


def taken(
    stage: str, *of_cases: list[Judged], before: Sittings = NONE, day: str = "2024-05-01", test: str = ""
) -> Sittings:
    """With all cases of a test."""
    after = before
    for number, decisions in enumerate(of_cases, 1):
        after = after.after(decisions, of_test(stage, number, len(of_cases), test), day)
    return after


def easy(rule: str) -> float:
    return {"worth.row": 100.0, "owner.row": -50.0}[rule]


@pytest.mark.parametrize(
    ("mark", "earned"),
    [("right", 1.0), ("acceptable", 1.0), ("follows", 1.0), ("discuss", 0.5), ("mistake", 0.0)],
)
def test_a_decision_earns_its_mark(mark: Mark, earned: float) -> None:
    [view] = mark_views(taken("before", [judged(mark=mark)]), easy)
    assert (view.mark, view.decisions) == (earned, 1)


def test_silent_decisions_are_not_counted() -> None:
    [view] = mark_views(
        taken("before", [*answers(1, 1), judged(mark="silent")], [judged(mark="silent")]), easy
    )
    assert (view.mark, view.decisions, view.cases) == (0.5, 2, 1)


def test_a_mark_is_over_all_decisions_of_all_cases() -> None:
    [view] = mark_views(taken("after", answers(4), answers(1, 1), answers(0, 2)), easy)
    assert (view.stage, view.day, view.cases, view.decisions) == ("after", "2024-05-01", 3, 8)
    assert view.mark == pytest.approx(5 / 8)
    assert 0 < view.low < 5 / 8 < view.high < 1


def test_one_case_has_no_narrower_interval_than_all_there_is() -> None:
    [view] = mark_views(taken("before", answers(30)), easy)
    assert (view.mark, view.low, view.high) == (1.0, 0.0, 1.0)


def test_a_test_that_is_not_finished_is_not_told() -> None:
    assert mark_views(NONE.after(answers(3), of_test("before", 1, 3), ""), easy) == ()


def test_a_test_of_which_nothing_counts_is_not_told() -> None:
    assert mark_views(NONE.after([], of_test("before", 1, 1), ""), easy) == ()


def test_a_case_that_could_not_be_judged_earns_nothing_and_can_be_the_last() -> None:
    [view] = mark_views(taken("before", answers(3), answers(3), []), easy)
    assert (view.cases, view.mark) == (2, 1.0)


def test_other_cases_between_those_of_a_test_are_nothing_to_it() -> None:
    begun = NONE.after(answers(3), of_test("before", 1, 2), "")
    assert begun.after(answers(0, 5), {"sort": "due"}, "") == begun


def test_a_case_that_is_played_twice_counts_once() -> None:
    testing = taken("before", answers(3), answers(3), answers(3), test="t")
    assert testing.after(answers(0, 9), of_test("before", 3, 3, "t"), "2024-05-02") == testing


def test_one_that_could_not_be_judged_can_be_played_again() -> None:
    testing = taken("before", answers(3), [], test="t")
    [view] = mark_views(testing.after(answers(1, 2), of_test("before", 2, 2, "t"), ""), easy)
    assert (view.cases, view.decisions) == (2, 6)


def test_its_difficulty_is_the_mean_over_what_was_asked() -> None:
    [view] = mark_views(taken("before", [*answers(1), *answers(2, question="owner")]), easy)
    assert view.difficulty == pytest.approx(0.0)


def test_only_the_last_tests_are_kept() -> None:
    testing = NONE
    for number in range(KEPT + 3):
        testing = taken("after", answers(1), before=testing, test=f"t{number}")
    assert [one.test for one in testing.tests] == [f"t{number}" for number in range(3, KEPT + 3)]


# Changes


def test_three_tests_are_compared_two_by_two() -> None:
    testing = taken("before", *[answers(1, 9)] * 3)
    testing = taken("after", *[answers(9, 1)] * 3, before=testing)
    testing = taken("delayed", *[answers(8, 2)] * 3, before=testing)
    found = change_views(testing)
    assert [(one.before, one.after) for one in found] == [
        ("before", "after"),
        ("before", "delayed"),
        ("after", "delayed"),
    ]
    assert [round(one.change, 6) for one in found] == [0.8, 0.7, -0.1]


def test_what_chance_does_not_explain_is_said_to_be_more() -> None:
    testing = taken("after", *[answers(19, 1)] * 4, before=taken("before", *[answers(4, 16)] * 4))
    [one] = change_views(testing)
    assert 0 < one.low < one.change < one.high < 1
    assert one.said.startswith(
        "From the test before practice to the one after practice the mark went up by 75 points of 100, "
        "which is more than chance would explain: it is likely to be between +"
    )


def test_what_chance_may_explain_is_said_to_be_no_more() -> None:
    testing = taken(
        "after", answers(5, 5), answers(6, 4), before=taken("before", answers(6, 4), answers(6, 4))
    )
    [one] = change_views(testing)
    assert one.low < 0 < one.high
    assert (
        "went down by 5 points of 100, which cannot be told from chance: it may be anything between −"
        in one.said
    )


def test_no_change_is_said_to_be_none() -> None:
    testing = taken("after", *[answers(5, 5)] * 3, before=taken("before", *[answers(5, 5)] * 3))
    assert "the mark stayed the same, which cannot be told from chance" in change_views(testing)[0].said


def test_single_cases_are_said_to_tell_nothing() -> None:
    testing = taken("after", *[answers(30)] * 5, before=taken("before", answers(0, 30)))
    [one] = change_views(testing)
    assert (one.change, one.low, one.high) == (1.0, -1.0, 1.0)
    assert one.said.endswith("; a test of a single case cannot tell that from chance.")


def test_one_test_has_no_change() -> None:
    assert change_views(taken("before", answers(1))) == ()


def test_a_new_first_test_begins_a_new_round() -> None:
    testing = taken("after", answers(5), answers(5), before=taken("before", answers(1, 4), answers(1, 4)))
    again = taken("before", answers(3, 2), answers(3, 2), before=testing, test="again")
    assert change_views(again) == change_views(testing)
    later = taken("delayed", answers(4, 1), answers(4, 1), before=again)
    assert [(one.before, one.after) for one in change_views(later)] == [("before", "delayed")]
    assert change_views(later)[0].change == pytest.approx(0.2)


def test_sums_that_no_cases_come_to_are_refused() -> None:
    [sitting] = taken("before", answers(3)).tests
    assert Sitting.from_data(sitting.as_data()) == sitting
    damages: list[dict[str, object]] = [
        {"marks": 7},
        {"decisions": 0},
        {"cases": 0},
        {"marks": -1},
        {"stage": "soon"},
        {"numbers": []},
    ]
    for damage in damages:
        with pytest.raises(ValueError):  # noqa: PT011 - any
            Sitting.from_data({**sitting.as_data(), **damage})


def test_a_change_counts_the_cases_of_both_tests_together() -> None:
    before = taken("before", answers(5, 5), answers(6, 4), answers(4, 6))
    both = taken("after", answers(9, 1), answers(8, 2), answers(10), before=before)
    [view] = change_views(both)
    sums = Marks(3, 30, 15, 77, 150, 300), Marks(3, 30, 27, 245, 270, 300)
    assert (view.change, view.low, view.high) == pytest.approx(tuple(change(*sums)))
    assert view.low > difference(*(each.share() for each in sums)).low
