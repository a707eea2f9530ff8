"""What a learner is told of today."""

from __future__ import annotations

from datetime import timedelta, timezone
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.practice.memory import Memory
from simulator.practice.minutes import Pace
from simulator.practice.planning import plan_of
from simulator.practice.today import today_view
from tests.practice import drawn
from tests.practice.made import RULES, after, judged, made_syllabus, memory_of, played, right, wrong

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.practice.played import Played
    from simulator.session.today_view import TodayView

SYLLABUS = made_syllabus()
PACE = Pace(reading=4, decision=0.5, decisions=12)


def _today(memory: Memory, day: float, minutes: int = 30) -> TodayView:
    return today_view(memory, SYLLABUS, after(day), minutes, PACE)


def _why(memory: Memory, rule: str, day: float) -> str:
    return next(one.why for one in _today(memory, day).due if one.rule == rule)


@pytest.mark.parametrize(
    ("sureness", "why"),
    [
        (3, "You were sure of another answer on 2 March."),
        (2, "You were fairly sure of another answer on 2 March."),
        (1, "You gave another answer on 2 March."),
        (None, "You gave another answer on 2 March."),
    ],
)
def test_it_is_said_of_an_error_how_sure_the_learner_was_and_when(sureness: int | None, why: str) -> None:
    assert _why(Memory().after(wrong(["close.old"], 0, sureness)), "close.old", 3) == why


def test_it_is_said_of_what_fades_when_it_was_right_and_how_likely_it_is_known() -> None:
    memory = memory_of(right(["close.old"], day) for day in (0, 10, 40))
    share = memory.retention("close.old", after(300))
    assert _why(memory, "close.old", 300) == (
        f"You were right on 11 April; it is about {share:.0%} likely that you still know it."
    )


@pytest.mark.parametrize(("reviews", "told"), [(1, False), (2, False), (3, True)])
def test_of_what_was_seldom_asked_it_is_not_said_how_likely_it_is_known(reviews: int, told: bool) -> None:
    memory = memory_of(right(["close.old"], 40 * number) for number in range(reviews))
    view = _today(memory, 900)
    [due] = [one for one in view.due if one.rule == "close.old"]
    assert due.why_due == "fading"
    assert (due.retention is not None) == told
    assert due.why.endswith("still know it." if told else "; it may be fading.")
    assert view.retention is not None
    assert view.reviews == reviews


def test_it_is_said_of_what_is_new_that_it_is() -> None:
    assert _why(Memory(), "close.old", 0) == "You have not met this yet."


def test_a_day_of_another_year_is_told_with_its_year() -> None:
    memory = Memory().after(wrong(["close.old"], 0, 3))
    assert _why(memory, "close.old", 310) == "You were sure of another answer on 2 March 2026."


def test_days_are_those_of_the_learners_own_time_zone() -> None:
    memory = Memory().after(wrong(["close.old"], 0.6, 3))
    far_east = after(1).astimezone(timezone(timedelta(hours=11)))
    view = today_view(memory, SYLLABUS, far_east, 30, PACE)
    assert view.due[0].why == "You were sure of another answer on 3 March."


def test_a_clock_that_cannot_have_been_right_is_not_quoted() -> None:
    memory = Memory().after(wrong(["close.old"], None, 3)).after(right(["worth.gold"], None))
    assert _why(memory, "close.old", 0) == "You were sure of another answer the last time."
    assert _why(memory, "worth.gold", 0).startswith("You were right the last time;")


@pytest.mark.parametrize(
    ("cases", "day", "said"),
    [
        ([], 0, "All 8 rules are new to you."),
        ([right(RULES, 0, 3)], 0, "Nothing is due before 10 March."),
        ([right(RULES, 0)], 9, "8 rules are due: 8 that may be fading."),
        (
            [right(RULES[1:], 0, 3), wrong(RULES[:1], 1, 3)],
            1,
            "1 rule is due: 1 to which you were sure of another answer.",
        ),
        (
            [right(RULES[:2], 0), wrong(RULES[2:3], 6, 3), wrong(RULES[3:5], 6)],
            7,
            "8 rules are due: 1 to which you were sure of another answer, 2 to which you gave another answer, "
            "2 that may be fading and 3 that you have not met.",
        ),
    ],
)
def test_all_that_is_due_is_said_in_a_sentence(cases: Sequence[Played], day: float, said: str) -> None:
    assert _today(memory_of(cases), day).said == said


def test_retention_is_told_against_the_goal_for_what_was_mastered_too() -> None:
    memory = memory_of(right(RULES, day, 3) for day in (0, 8, 40))
    assert {memory.mastery(rule) for rule in RULES} == {"mastered"}
    later = _today(memory, 41 + 900)
    assert later.goal == 0.9
    assert later.retention is not None
    assert later.retention < later.goal
    assert {one.why_due for one in later.due} == {"fading"}


def test_the_day_on_which_the_next_rule_comes_due_is_told_where_none_is_now() -> None:
    assert _today(Memory(), 0).next_due is None
    memory = Memory().after(right(RULES, 0, 3))
    assert _today(memory, 0).due == ()
    assert _today(memory, 0).plan == ()
    assert _today(memory, 0).next_due == "2026-03-10"
    assert _today(memory, 9).next_due is None


def test_a_plan_does_not_say_what_is_called_for() -> None:
    view = _today(Memory(), 0)
    assert view.due[1].title == "Worth"
    assert {one.title for one in view.plan} <= {"Worth", "Closing"}


def test_the_plan_is_for_the_minutes_that_were_asked_for() -> None:
    assert [(one.minutes, one.shortened) for one in _today(Memory(), 0, 30).plan] == [
        (10, False), (10, False), (10, False),
    ]  # fmt: skip
    assert [(one.minutes, one.shortened) for one in _today(Memory(), 0, 17).plan] == [(10, False), (7, True)]
    assert [(one.minutes, one.shortened) for one in _today(Memory(), 0, 8).plan] == [(8, True)]


def test_a_plan_has_no_case_for_a_rule_whose_question_has_one_answer_where_another_is_due() -> None:
    assert "log.found" not in {one.rule for one in _today(Memory(), 0, 600).plan}
    memory = Memory().after(right(RULES[1:], 0, 3)).after(wrong(["log.found"], 0))
    assert [one.rule for one in _today(memory, 0).plan] == ["log.found"]


def test_the_rule_practised_last_is_not_planned_first() -> None:
    last = played(
        judged("close.old", mark="mistake", sureness=3), purpose={"sort": "due", "rules": ["close.old"]}
    )
    memory = Memory().after(last)
    assert _today(memory, 0).due[0].rule == "close.old"
    assert _today(memory, 0).plan[0].rule != "close.old"


@given(drawn.histories, st.floats(0, 400), st.integers(1, 400))
def test_the_plan_is_made_of_what_is_due_and_has_a_case_wherever_anything_is(
    history: Sequence[Played], day: float, minutes: int
) -> None:
    memory = memory_of(history)
    view = _today(memory, day, minutes)
    planned = [one.rule for one in view.plan]
    assert set(planned) <= {one.rule for one in view.due}
    assert len(set(planned)) == len(planned)
    assert bool(planned) == bool(view.due)
    assert planned == [one.due.rule for one in plan_of(memory, SYLLABUS, after(day), minutes, PACE)]
