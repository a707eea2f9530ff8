"""Whatever people do in a class, in whatever order: it goes on, and no vote is lost."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.classroom import conduct
from simulator.classroom.core import Classroom
from simulator.classroom.showing.room import room_view
from simulator.classroom.showing.seat import seat_view
from simulator.errors.faults import UsageFault
from simulator.session.commands import Answer, Cite, Confirm, Rationale, Redo, Sureness, Undo
from tests.session.lost_property import CASE

from .lending import Class, Lending

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.classroom.state import At, Vote

KEYS = st.sampled_from(
    [
        ("look", "case"),
        ("worth", "U"),
        ("worth", "R"),
        ("store", "U"),
        ("store", "R"),
        ("close", "U"),
        ("close", "R"),
    ]
)
OPTIONS = st.sampled_from(["log", "ask", "guess", "none", "high", "low", "safe", "shelf", "return", "sell"])
AT = st.sampled_from(
    [("found", "look"), ("found", "worth"), ("found", "store"), ("closed", "close"), ("x", "y")]
)

SAYING = st.one_of(
    st.builds(lambda key, option: Answer(key[0], key[1], (option,)), KEYS, OPTIONS),
    st.builds(lambda key, text: Rationale(key[0], key[1], text), KEYS, st.text(max_size=20)),
    st.builds(lambda key, level: Sureness(key[0], key[1], level), KEYS, st.integers(0, 4)),
    st.builds(lambda key: Cite(key[0], key[1], ("LP1",)), KEYS),
    st.sampled_from([Undo(), Redo(), *[Confirm()] * 6]),
)
CONDUCT = st.one_of(
    st.builds(lambda at: conduct.OpenQuestion(at[0], at[1]), AT),
    st.builds(conduct.ShowVotes, st.booleans()),
    st.builds(conduct.Pause, st.none() | st.text(max_size=10)),
    st.builds(conduct.Inject, st.text(max_size=10)),
    st.builds(conduct.BeginCase, st.just(CASE), st.sampled_from(["class", "own"]), st.booleans()),
    st.builds(conduct.SkipQuestion, st.sampled_from([None, "look", "worth", "close"])),
    st.builds(
        lambda seat, at: conduct.Settle(seat, at[0], at[1], "case", True, ""),
        st.sampled_from(["s1", "s2", "s9"]),
        AT,
    ),
    st.sampled_from(
        [
            conduct.RevealPhase(),
            conduct.CloseVote(),
            conduct.VoteAgain(),
            conduct.RevealVerdict(),
            conduct.GoBack(),
            conduct.GoBack(),
            conduct.EndCase(),
        ]
    ),
)
PEOPLE = st.sampled_from(["p1", "p2", "p3", "p4", "p5", "p99"])


def votes_on_it(person: str, option: int) -> Callable[[Class], object]:
    """What somebody does who decides about every subject of the current question, and votes."""

    def doing(class_: Class) -> None:
        if class_.course.current is not None:
            _, question = class_.course.current
            options = list(Lending().asked(question).options)
            class_.votes(person, question, options[option % len(options)])

    return doing


VOTING = st.builds(votes_on_it, PEOPLE, st.integers(0, 3))
DOING = st.one_of(
    VOTING,
    VOTING,
    st.builds(lambda person, command: lambda class_: class_.does(person, command), PEOPLE, SAYING),
    st.builds(lambda person, command: lambda class_: class_.does(person, command), PEOPLE, SAYING),
    st.builds(lambda command: lambda class_: class_.conduct(command), CONDUCT),
    st.builds(lambda person: lambda class_: class_.leaves(person), PEOPLE),
    st.builds(lambda team: lambda class_: class_.sit("Cy", team), st.sampled_from(["", "Blue"])),
)


def votes(class_: Class) -> dict[tuple[int, At, int, str], Vote]:
    return {
        (course.number, at, number, seat): vote
        for course in [class_.classroom.state.course]
        if course is not None
        for at, poll in course.polls.items()
        for number, of_round in enumerate(poll.rounds)
        for seat, vote in of_round.items()
    }


@settings(max_examples=150, deadline=None)
@given(doings=st.lists(DOING, min_size=5, max_size=60))
def test_the_class_goes_on_and_no_vote_is_lost_or_changed(doings: list[Callable[[Class], object]]) -> None:
    class_ = Class("Ann", "Bo")
    class_.sit("Di", "Blue")
    class_.begins()
    class_.conduct(conduct.OpenQuestion("found", "look"))
    before = votes(class_)
    for doing in doings:
        with suppress(UsageFault):
            doing(class_)
        after, now = votes(class_), class_.course.number
        of_this_case = {key: vote for key, vote in before.items() if key[0] == now}
        assert {key: after.get(key) for key in of_this_case} == of_this_case
        before = after
    again = Classroom(Lending()).after(json.loads(json.dumps(class_.events))).state
    assert again.course is not None
    assert (again.course.polls, again.past) == (class_.course.polls, class_.classroom.state.past)
    assert room_view(Lending(), again) == room_view(Lending(), class_.classroom.state)


@settings(max_examples=100, deadline=None)
@given(doings=st.lists(DOING, min_size=5, max_size=40))
def test_no_seat_is_told_anything_before_the_case_has_ended(doings: list[Callable[[Class], object]]) -> None:
    class_ = Class("Ann", "Bo", "Cy")
    class_.begins()
    for doing in doings:
        with suppress(UsageFault):
            doing(class_)
        state, course = class_.classroom.state, class_.course
        for person in state.people:
            view = seat_view(Lending(), state, person, state.people).view
            told = view is not None and (view.debrief is not None or view.feedback is not None)
            assert not told or course.ended or course.pace == "own"
        room = room_view(Lending(), state)
        standing = course.poll(course.current).standing
        assert room.verdict is None or standing == "told"
        assert room.poll is None or course.poll(course.current).shown
        for one in room.poll.rounds if room.poll is not None else ():
            assert one.voted >= 5 or not one.subjects
