"""A case asks what is due, what that rests on, and as much besides as there is time for."""

from __future__ import annotations

from itertools import pairwise

import pytest

from simulator.practice.leaving_out import decisions_in
from simulator.practice.minutes import Pace
from simulator.practice.plan_of_case import Asking, judging_of, planned
from tests.practice.bundled import generator, guide, questions_of
from tests.session.two_friends import engine

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


def test_those_that_are_least_due_go_first() -> None:
    case = generator().case(20)
    asked = [
        questions_of(planned(guide(), case, asking("outcome"), PACE, each / 2).case)
        for each in range(60, 4, -1)
    ]
    gone = [question for more, fewer in pairwise(asked) for question in more - fewer]
    of_those = [question for question in gone if question in LEAST_DUE]
    assert of_those == [question for question in LEAST_DUE if question in gone]
    assert set(gone) - set(LEAST_DUE)
    assert not set(gone[: len(gone) - len(of_those)]) & set(LEAST_DUE)


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
