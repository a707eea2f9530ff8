"""In a class the facilitator turns from question to question; in any mode a case can be ended as it stands."""

from __future__ import annotations

import pytest

from simulator.errors.faults import InputFault, UsageFault
from simulator.session.commands import Answer, Begin, Command, Confirm, Turn, Undo
from simulator.session.core import Session

from .lost_property import ANSWERS, CASE, LostProperty, done


def after(session: Session, *commands: Command) -> Session:
    for command in commands:
        session = done(session, command)
    return session


def in_class() -> Session:
    return done(Session(LostProperty()), Begin(CASE, "class"))


def asked(session: Session) -> list[str]:
    step = session.view().step
    assert step is not None
    return [question.question for question in step.questions]


def test_every_question_is_a_step_of_its_own() -> None:
    session = in_class()
    assert session.state is not None
    assert [list(step.asks) for step in session.state.plan.steps] == [
        ["look"],
        ["worth"],
        ["store"],
        ["close"],
    ]
    assert [(step.number, step.count) for step in session.state.plan.steps] == [
        (1, 3),
        (2, 3),
        (3, 3),
        (1, 1),
    ]


def test_it_turns_forwards_and_back_and_answers_stay() -> None:
    session = after(in_class(), Turn(1), Answer("worth", "U", ("low",)), Turn(2))
    assert asked(session) == ["store"]
    session = done(session, Turn(1))
    assert asked(session) == ["worth"]
    step = session.view().step
    assert step is not None
    assert [subject.chosen for subject in step.questions[0].subjects] == [("low",), ()]


def test_a_later_phase_comes_to_light_once() -> None:
    session = in_class()
    events = session.apply(Turn(3))
    assert [event["kind"] for event in events] == ["evidence_seen", "turned"]
    session = session.after(events)
    assert [bool(phase.narrative) for phase in session.view().phases] == [True, True]
    assert [event["kind"] for event in done(session, Turn(0)).apply(Turn(3))] == ["turned"]


def test_turning_to_where_it_is_changes_nothing() -> None:
    assert in_class().apply(Turn(0)) == []


def test_only_the_question_turned_to_is_answered() -> None:
    with pytest.raises(UsageFault, match="is not asked now"):
        in_class().apply(Answer("worth", "U", ("low",)))


def test_what_was_turned_away_from_is_not_undone() -> None:
    session = after(in_class(), Answer(*ANSWERS[0]), Turn(1))
    with pytest.raises(UsageFault, match="nothing to undo"):
        session.apply(Undo())


def test_nobody_confirms_in_a_class() -> None:
    with pytest.raises(UsageFault, match="facilitator goes on"):
        done(in_class(), Answer(*ANSWERS[0])).apply(Confirm())


def test_nothing_is_told_before_the_end_and_all_at_the_end() -> None:
    session = after(in_class(), Answer(*ANSWERS[0]), Turn(3))
    assert (session.view().feedback, session.view().debrief) == (None, None)
    with pytest.raises(UsageFault, match="once the case has ended"):
        session.explanation("found", "look", "case")
    session = done(session, Turn(4))
    assert session.view().state == "finished"
    assert session.view().debrief is not None


@pytest.mark.parametrize("mode", ["practice", "assessment"])
def test_in_other_modes_it_only_turns_to_the_end(mode: str) -> None:
    session = done(Session(LostProperty()), Begin(CASE, mode))  # type: ignore[arg-type]
    with pytest.raises(UsageFault, match="Only a class"):
        session.apply(Turn(1))
    assert session.state is not None
    assert done(session, Turn(len(session.state.plan.steps))).view().state == "finished"


@pytest.mark.parametrize("step", [-1, 5, 10**30, True])
def test_there_is_no_other_step(step: int) -> None:
    with pytest.raises(UsageFault, match="4 steps, from 0, and no step"):
        in_class().apply(Turn(step))


def test_a_turn_that_cannot_have_happened_is_a_fault_of_the_log() -> None:
    session = in_class()
    (event,) = session.apply(Turn(1))
    with pytest.raises(InputFault, match="no step 9"):
        session.after([{**event, "data": {"step": 9}}])
