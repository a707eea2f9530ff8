"""A case asks what is due, what that rests on, and as much besides as there is time for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.practice.leaving_out import decisions_in
from simulator.practice.minutes import Pace
from simulator.practice.plan_of_case import Asking, judging_of, planned
from tests.practice.bundled import generator, guide, questions_of
from tests.session.two_friends import engine

if TYPE_CHECKING:
    from collections.abc import Mapping

PACE = Pace(reading=2.0, decision=0.5, decisions=40.0)
JUDGING = {"factor_grade", "attributed_factors"}
LEAST_DUE = (
    "notify",
    "parents",
    "label",
    "role",
    "response",
    "factor_grade",
    "attributed_factors",
    "outcome",
)


def asking(*keep: str, resting: frozenset[str] = frozenset()) -> Asking:
    return Asking(frozenset(keep), resting, LEAST_DUE, judging_of(engine().guidance))


def test_with_time_enough_everything_is_asked() -> None:
    case = generator().case(20)
    plan = planned(guide(), case, asking("outcome"), PACE, 1000)
    assert plan.case is case
    assert not plan.shortened
    assert plan.minutes == PACE.reading + PACE.decision * sum(decisions_in(guide(), case).values())


def test_without_a_limit_everything_is_asked() -> None:
    case = generator().case(20)
    assert planned(guide(), case, asking("outcome"), PACE, None).case is case


def test_what_rests_is_left_out_and_that_is_not_shortening() -> None:
    plan = planned(
        guide(), generator().case(20), asking("outcome", resting=frozenset({"victim"})), PACE, None
    )
    assert questions_of(generator().case(20)) - questions_of(plan.case) == {"victim"}
    assert not plan.shortened


def test_what_rests_is_asked_where_the_case_was_made_for_it() -> None:
    case = generator().case(20)
    assert planned(guide(), case, asking("victim", resting=frozenset({"victim"})), PACE, None).case is case


@pytest.mark.parametrize("minutes", range(8, 20, 2))
def test_questions_are_left_out_until_the_estimate_fits(minutes: int) -> None:
    plan = planned(guide(), generator().case(20), asking("label"), PACE, minutes)
    decisions = sum(decisions_in(guide(), plan.case).values())
    assert plan.minutes == PACE.reading + PACE.decision * decisions
    assert plan.shortened
    assert plan.minutes <= minutes or questions_of(plan.case) == {"label", *JUDGING}


def _estimate(case: Mapping[str, Any], asked: set[str]) -> float:
    decisions = decisions_in(guide(), case)
    return PACE.reading + PACE.decision * sum(decisions[each] for each in asked)


def _with_judging(asked: set[str]) -> set[str]:
    resting_on = any(JUDGING & set(judging_of(engine().guidance)(each)) for each in asked)
    return asked | JUDGING if resting_on else asked


@given(st.permutations(LEAST_DUE), st.sampled_from(["outcome", "label", "parents"]), st.floats(0, 45))
def test_what_is_left_out_did_not_fit_beside_what_is_more_due(
    least_due: list[str], keep: str, minutes: float
) -> None:
    case = generator().case(20)
    asking = Asking(frozenset({keep}), frozenset(), least_due, judging_of(engine().guidance))
    plan = planned(guide(), case, asking, PACE, minutes)
    asked = questions_of(plan.case)
    others = [each for each in decisions_in(guide(), case) if each not in least_due]
    so_far = _with_judging({keep})
    for question in reversed([*others, *least_due]):
        more = _with_judging({*so_far, question})
        if question in asked:
            so_far = more
        else:
            assert _estimate(case, more) > minutes
    assert so_far == asked
    assert plan.minutes == _estimate(case, asked)
    assert plan.minutes <= minutes or asked == _with_judging({keep})


def test_a_large_question_that_does_not_fit_leaves_its_time_to_smaller_ones() -> None:
    case = generator().case(20)
    decisions = decisions_in(guide(), case)
    minutes = PACE.reading + PACE.decision * (decisions["parents"] + 1)
    least_due = ("label", "classification", "role")
    asking = Asking(frozenset({"parents"}), frozenset(), least_due, judging_of(engine().guidance))
    assert decisions["role"] > 1
    assert questions_of(planned(guide(), case, asking, PACE, minutes).case) == {"parents", "classification"}


def test_what_the_due_question_rests_on_is_always_asked() -> None:
    plan = planned(guide(), generator().case(20), asking("outcome"), PACE, 0)
    assert questions_of(plan.case) == {"outcome", *JUDGING}


def test_where_nothing_rests_on_judging_it_can_go() -> None:
    plan = planned(guide(), generator().case(20), asking("parents"), PACE, 0)
    assert questions_of(plan.case) == {"parents"}


def test_judging_stays_as_long_as_something_rests_on_it() -> None:
    for minutes in range(2, 30):
        asked = questions_of(planned(guide(), generator().case(20), asking("parents"), PACE, minutes).case)
        assert asked >= JUDGING or not asked & {"outcome", "role", "label", "response"}


def test_where_the_facts_are_read_well_a_short_case_goes_without_judging_them() -> None:
    case = generator().case(20)
    well = replace(asking("outcome"), read_well=True)
    assert questions_of(planned(guide(), case, well, PACE, 0).case) == {"outcome"}
    whole = sum(decisions_in(guide(), case).values())
    for minutes in (None, PACE.reading + PACE.decision * whole):
        assert planned(guide(), case, well, PACE, minutes).case is case


def test_where_the_facts_are_read_well_judging_rests_only_where_time_is_short() -> None:
    well = replace(asking("outcome", resting=frozenset(JUDGING)), read_well=True)
    assert questions_of(planned(guide(), generator().case(20), well, PACE, None).case) >= JUDGING
