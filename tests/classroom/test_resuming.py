"""A class is gone on with from its last case, and is the same as if all of its log had been gone through."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from simulator.classroom import conduct
from simulator.classroom.core import Classroom
from simulator.classroom.findings.finding import findings_of
from simulator.classroom.resuming import CASE, WHOLE, resumed
from simulator.classroom.showing.room import room_view
from simulator.classroom.showing.seat import seat_view
from simulator.errors.faults import InputFault
from simulator.store.store import Store
from tests.classroom.lending import Class, Lending

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.classroom.class_events import Event
    from simulator.classroom.state import ClassState
    from simulator.store.class_log import KeptLog

LOOK, WORTH = ("found", "look"), ("found", "worth")


def of_cases(number: int) -> Class:
    """A class in the last of so many cases; in each somebody joins it."""
    class_ = Class("Ann", "Bo")
    for case in range(number):
        class_.begins()
        class_.conduct(conduct.OpenQuestion(*LOOK))
        class_.votes("p1", "look", "guess" if case else "log")
        class_.sit(f"Cy {case}", "Blue" if case % 2 else "")
        class_.conduct(conduct.RevealVerdict(), conduct.OpenQuestion(*WORTH))
        class_.votes("p2", "worth", "low")
        if case < number - 1:
            class_.conduct(conduct.EndCase())
    return class_


def kept(tmp_path: Path, events: list[Event]) -> KeptLog:
    logs = Store(tmp_path / "store.sqlite").classes
    logs.append("c1", events)
    return logs.log("c1")


def told(state: ClassState) -> object:
    """All of a state that can be told, but for the messages that were answered."""
    course = state.course
    bare = replace(course, sessions={}, begun=None) if course is not None else None  # type: ignore[arg-type]
    seats = [seat_view(Lending(), state, person, state.people) for person in state.people]
    return replace(state, answered={}, course=bare), room_view(Lending(), state), seats


@pytest.mark.parametrize("number", [0, 1, 2, 4])
def test_it_is_the_same_class(tmp_path: Path, number: int) -> None:
    class_ = of_cases(number)
    again = resumed(Lending(), kept(tmp_path, class_.events))
    assert told(again.state) == told(class_.classroom.state)
    assert len(again.state.past) == max(number - 1, 0)
    whole = Classroom(Lending()).after(class_.events)
    assert told(whole.state) == told(class_.classroom.state)


def test_it_goes_on_as_before(tmp_path: Path) -> None:
    class_ = of_cases(3)
    class_._classroom = resumed(Lending(), kept(tmp_path, class_.events))
    class_.votes("p1", "worth", "low")
    class_.conduct(conduct.EndCase())
    class_.begins()
    assert [event["seq"] for event in class_.events] == [*range(1, len(class_.events) + 1)]
    assert class_.course.number == 4


def test_of_past_cases_nothing_is_read_but_what_is_of_the_class(tmp_path: Path) -> None:
    before, since = kept(tmp_path, of_cases(3).events).parted(CASE, WHOLE)
    assert {event["kind"] for event in before} == set(WHOLE)
    kinds = [event["kind"] for event in since]
    assert kinds[0] == CASE
    assert kinds.count(CASE) == 1
    assert "voted" in kinds


def test_a_log_that_does_not_say_what_came_of_past_cases_is_gone_through_whole(tmp_path: Path) -> None:
    class_ = of_cases(3)
    events = json.loads(json.dumps(class_.events))
    for event in events:
        event["data"].pop("past", None)
    again = resumed(Lending(), kept(tmp_path, events))
    assert told(again.state) == told(class_.classroom.state)


def test_a_log_in_which_the_past_is_damaged_is_refused(tmp_path: Path) -> None:
    events = json.loads(json.dumps(of_cases(2).events))
    for event in events:
        if "past" in event["data"]:
            event["data"]["past"] = {"case": "monday", "tallies": [{"rule": "r"}]}
    with pytest.raises(InputFault, match="damaged"):
        resumed(Lending(), kept(tmp_path, events))


def test_the_report_of_a_kept_log_is_that_of_its_events(tmp_path: Path) -> None:
    class_ = of_cases(3)
    assert findings_of(Lending(), kept(tmp_path, class_.events)) == findings_of(Lending(), class_.events)
