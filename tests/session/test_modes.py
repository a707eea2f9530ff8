"""Practice and assessment: what is told when; and how a session is left, skipped and taken up again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from simulator.errors.faults import InputFault, UsageFault
from simulator.session.commands import Answer, Begin, Confirm, Leave, Resume, Skip
from simulator.session.core import Session

from .lost_property import ANSWERS, CASE, LostProperty, begun, done, finished, judged, kept, played

if TYPE_CHECKING:
    from simulator.scoring.choice import Choice


def asked(choices: object) -> list[str]:
    assert isinstance(choices, list | tuple)
    given: list[Choice] = list(choices)
    return [one.question for one in given]


def test_practice_tells_of_a_phase_when_it_is_confirmed_and_not_when_a_step_is() -> None:
    assert judged("practice").view().feedback is None
    assert played(Confirm(), session=judged("practice")).view().feedback is None
    session = kept("practice")
    assert session.view().feedback is not None
    assert isinstance(session.guide, LostProperty)
    [choices] = session.guide.debriefed
    assert asked(choices) == ["look", "worth", "worth", "store", "store"]


def test_assessment_tells_nothing_before_the_end() -> None:
    assert kept("assessment").view().feedback is None
    assert finished("assessment").view().debrief is not None


def test_in_practice_the_debrief_takes_the_place_of_the_feedback() -> None:
    view = finished("practice").view()
    assert view.feedback is None
    assert view.debrief is not None


def test_feedback_is_made_once_for_a_phase() -> None:
    session = kept("practice")
    session.view()
    session = played(Answer(*ANSWERS[5]), session=session)
    session.view()
    assert isinstance(session.guide, LostProperty)
    assert len(session.guide.debriefed) == 1


def test_a_confirmed_phase_is_explained_in_practice_and_no_later_one() -> None:
    session = kept("practice")
    assert session.explanation("found", "store", "R").rule == "store.row"
    with pytest.raises(UsageFault, match="once its phase is confirmed"):
        session.explanation("closed", "close", "R")


def test_a_session_of_before_there_were_modes_is_an_assessment() -> None:
    events = Session(LostProperty()).apply(Begin(CASE))
    old = {key: value for key, value in events[0]["data"].items() if key != "mode"}
    session = Session(LostProperty()).after([{**events[0], "data": old}, *events[1:]])
    assert session.view().mode == "assessment"


def test_an_unknown_mode_is_refused() -> None:
    with pytest.raises(UsageFault, match="practice or assessment or class, and not 'exam'"):
        Session(LostProperty()).apply(Begin(CASE, "exam"))  # type: ignore[arg-type]


def test_a_damaged_mode_is_a_fault_of_the_log() -> None:
    events = Session(LostProperty()).apply(Begin(CASE))
    with pytest.raises(InputFault, match="exam"):
        Session(LostProperty()).after([{**events[0], "data": {**events[0]["data"], "mode": "exam"}}])


def test_a_skipped_session_takes_no_answer_until_it_is_taken_up_again() -> None:
    session = played(Skip(), session=begun("practice"))
    assert session.view().state == "skipped"
    with pytest.raises(UsageFault, match="skipped"):
        session.apply(Answer(*ANSWERS[0]))
    session = played(Resume(), Answer(*ANSWERS[0]), session=session)
    assert session.view().state == "open"


def test_skipping_or_leaving_again_changes_nothing() -> None:
    session = played(Skip(), session=begun("practice"))
    assert session.apply(Skip()) == []
    assert session.apply(Leave()) == []


def test_a_finished_session_cannot_be_skipped() -> None:
    assert finished().apply(Skip()) == []


def test_a_left_session_can_be_skipped() -> None:
    session = done(done(begun("practice"), Leave()), Skip())
    assert session.view().state == "skipped"
