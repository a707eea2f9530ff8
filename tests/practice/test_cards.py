"""A card goes on as the one of `fsrs` does, and what is shown of it is what `fsrs` says of it at that moment."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING, get_args

import fsrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.practice.cards import GOAL, Card, Grade, retention_of, reviewed
from simulator.practice.due import due_rules, mean_retention
from simulator.practice.memory import Memory
from simulator.practice.rows import rule_rows
from tests.practice import drawn
from tests.practice.made import START, after, made_syllabus, memory_of, right, wrong

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.practice.played import Played

AFTER_A_CASE: Sequence[tuple[Grade, int | None]] = (("again", 1), ("hard", 1), ("good", 2), ("easy", 3))
gaps = st.one_of(st.floats(0, 2), st.floats(0, 400))
courses = st.lists(st.tuples(gaps, st.sampled_from(get_args(Grade))), min_size=1, max_size=12)
"""Days since the last review, and the grade."""


def theirs() -> fsrs.Scheduler:
    """As `fsrs` has it: its own parameters and goal, no steps of minutes, and nothing left to chance."""
    return fsrs.Scheduler(desired_retention=0.9, learning_steps=(), relearning_steps=(), enable_fuzzing=False)


@given(courses, st.floats(0, 1000))
def test_a_card_goes_the_way_of_their_own(course: Sequence[tuple[float, Grade]], later: float) -> None:
    scheduler, own = theirs(), fsrs.Card(card_id=1, due=START)
    card: Card | None = None
    at = START
    for gap, grade in course:
        at += timedelta(days=gap)
        own, _ = scheduler.review_card(own, fsrs.Rating[grade.capitalize()], at)
        card = reviewed(card, grade, at)
        assert (card.stability, card.difficulty) == (own.stability, own.difficulty)
        assert (card.due, card.reviewed) == (own.due, own.last_review)
        assert own.state is fsrs.State.Review
    assert card is not None
    now = at + timedelta(days=later)
    assert retention_of(card, now) == scheduler.get_card_retrievability(own, now)


@given(courses)
def test_a_card_comes_due_about_when_it_falls_below_the_goal(course: Sequence[tuple[float, Grade]]) -> None:
    card: Card | None = None
    at = START
    for gap, grade in course:
        at += timedelta(days=gap)
        card = reviewed(card, grade, at)
    assert card is not None
    days = (card.due - card.reviewed).days
    assert days == max(1, round(card.stability))
    assert retention_of(card, card.due + timedelta(days=1)) < GOAL or days < card.stability
    assert days == 1 or retention_of(card, card.due - timedelta(days=1)) >= GOAL


@pytest.mark.parametrize(("grade", "sureness"), AFTER_A_CASE)
def test_a_first_review_gives_the_stability_that_their_parameters_say(grade: Grade, sureness: int) -> None:
    of_case = (wrong if grade == "again" else right)(["close.old"], 0, sureness)
    known = Memory().after(of_case).known["close.old"]
    assert known.card.stability == fsrs.Scheduler().parameters[fsrs.Rating[grade.capitalize()] - 1]


@given(drawn.histories, st.floats(0, 800))
def test_what_is_shown_is_what_fsrs_says_then_and_nothing_after_an_error(
    history: Sequence[Played], day: float
) -> None:
    memory, syllabus, now = memory_of(history), made_syllabus(), after(day)
    shown = {row.rule: row.retention for row in rule_rows(syllabus, memory, now)}
    said = {}
    for rule, one in memory.known.items():
        own = fsrs.Card(
            1,
            fsrs.State.Review,
            None,
            one.card.stability,
            one.card.difficulty,
            one.card.due,
            one.card.reviewed,
        )
        found = theirs().get_card_retrievability(own, memory.now(now))
        said[rule] = 0.0 if one.wrong_last else found
    assert shown == {rule: said.get(rule) for rule in syllabus.rules}
    learnt = [each for rule, each in said.items() if rule in syllabus.rules]
    mean = mean_retention(memory, syllabus, now)
    assert mean == (pytest.approx(sum(learnt) / len(learnt)) if learnt else None)
    for due in due_rules(memory, syllabus, now):
        assert due.retention == said.get(due.rule)


@given(drawn.histories, st.integers(0, 8))
def test_what_was_kept_on_the_way_is_what_is_worked_out_anew(history: Sequence[Played], at: int) -> None:
    kept = json.dumps(memory_of(history[:at]).as_data())
    went_on = memory_of(history[at:], Memory.from_data(json.loads(kept)))
    assert went_on == memory_of(history)
    assert json.dumps(went_on.as_data()) == json.dumps(memory_of(history).as_data())
