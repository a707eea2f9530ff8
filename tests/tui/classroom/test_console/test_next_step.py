"""The next step is the natural one, and there is always one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from simulator.classroom.class_view import SplitView
from simulator.classroom.conduct import (
    CloseVote,
    EndCase,
    OpenQuestion,
    Pause,
    RevealPhase,
    RevealVerdict,
    ShowVotes,
    VoteAgain,
)
from simulator.tui.classroom.console.known import Known
from simulator.tui.classroom.console.next_step import next_step, waited_for
from tests.tui.classroom import made

if TYPE_CHECKING:
    from simulator.classroom.class_view import ConsoleView, PersonView
    from simulator.tui.classroom.console.next_step import NextStep


def known(console: ConsoleView) -> Known:
    return Known(made.conducting(console), lambda: 0.0)


def everybody(**changes: Any) -> tuple[PersonView, ...]:
    usual = {"voted": True, "connected": True, "stepped_out": False, "stuck": ""}
    return tuple(replace(each, **{**usual, **changes}) for each in made.people())


def after_the_vote(number: int = 1, **changes: Any) -> ConsoleView:
    """All have voted on the first question."""
    splits = (SplitView("first", "referral", "b", made.TITLE, "B", "4.5", 0.8),)
    room = made.room("closed", committed=18, round=number)
    return replace(made.console(room), people=everybody(), discuss=splits, **changes)


def step(console: ConsoleView) -> NextStep:
    return next_step(known(console))


def test_a_question_that_is_ahead_is_opened_next() -> None:
    found = step(made.console(made.room("told")))
    assert (found.order, found.how) == (OpenQuestion("first", "record"), "at once")
    assert "“Recording”" in found.words


def test_the_next_phase_comes_once_no_question_is_ahead() -> None:
    first, second = made.phases()
    done = tuple(replace(each, standing="told") for each in first.questions)
    phases = (replace(first, questions=done), second)
    assert step(replace(made.console(made.room("told")), phases=phases)).order == RevealPhase()


def test_a_phase_that_asks_nothing_is_no_next_step() -> None:
    first, second = made.phases()
    done = tuple(replace(each, standing="skipped") for each in first.questions)
    phases = (replace(first, questions=done), replace(second, questions=()))
    found = step(replace(made.console(made.room("told")), phases=phases))
    assert (found.order, found.how) == (EndCase(), "ask")


def test_votes_are_waited_for() -> None:
    found = step(made.console())
    assert (found.order, found.how) == (CloseVote(), "wait")
    assert "11 of 18" in found.words


def test_once_all_have_voted_the_vote_is_closed() -> None:
    found = step(replace(after_the_vote(), room=made.room("voting", committed=18)))
    assert (found.order, found.how) == (CloseVote(), "at once")


@pytest.mark.parametrize("gone", [{"connected": False}, {"stepped_out": True}])
def test_nobody_waits_for_those_who_are_away_or_have_stepped_out(gone: dict[str, Any]) -> None:
    people = (replace(everybody()[0], voted=False, **gone), *everybody()[1:])
    console = replace(after_the_vote(), room=made.room("voting", committed=17), people=people)
    assert waited_for(console) == []
    assert (step(console).order, step(console).how) == (CloseVote(), "at once")


def test_nobody_is_offered_to_close_a_vote_in_which_none_voted_without_being_asked() -> None:
    nobody = everybody(voted=False, connected=False)
    assert step(replace(made.console(made.room(committed=0)), people=nobody)).how == "wait"


def test_a_question_of_a_phase_that_was_passed_over_is_not_opened_next() -> None:
    first, second = made.phases()
    second = replace(second, come=True)
    found = step(replace(made.console(made.room("reading"), current=None), phases=(first, second)))
    assert found.order == OpenQuestion("second", "close")


def test_where_opinions_differ_they_are_discussed_and_the_paragraph_is_named() -> None:
    found = step(after_the_vote())
    assert found.how == "discuss"
    assert "“Referral – B” (4.5)" in found.words


def test_after_the_discussion_the_class_votes_again() -> None:
    found = known(after_the_vote())
    found.hear(replace(after_the_vote(), room=made.room("closed", committed=18, paused="Why?")))
    assert next_step(found).order == Pause(None)
    assert "“Why?”" in next_step(found).words
    found.hear(after_the_vote())
    assert next_step(found).order == VoteAgain()


@pytest.mark.parametrize(
    "console", [after_the_vote(2), replace(after_the_vote(), discuss=())], ids=["again", "agreed"]
)
def test_after_the_last_vote_it_is_shown_and_then_the_verdict_is_told(console: ConsoleView) -> None:
    assert step(console).order == ShowVotes(True)
    told = step(replace(console, shown=True))
    assert (told.order, told.how) == (RevealVerdict(), "ask")


def test_votes_of_too_few_are_not_shown() -> None:
    console = replace(after_the_vote(2), room=made.room("closed", seats=4, committed=4, round=2))
    assert step(console).order == RevealVerdict()


def test_at_their_own_pace_the_case_ends_once_all_have_come_to_the_end() -> None:
    waiting = step(replace(made.console(made.room("own")), pace="own"))
    assert (waiting.how, waiting.order) == ("wait", EndCase())
    all_there = step(replace(made.console(made.room("own", committed=18)), pace="own"))
    assert (all_there.how, all_there.order) == ("ask", EndCase())
