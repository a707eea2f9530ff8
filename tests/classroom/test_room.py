"""What everybody in a class may see of the question that it is asked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from simulator.classroom import conduct
from simulator.classroom.messages import Room, written
from simulator.classroom.showing.room import room_view

from .lending import Class, Lending

if TYPE_CHECKING:
    from simulator.classroom.class_view import RoomView
    from simulator.session.guide import Asked

LOOK, WORTH = ("found", "look"), ("found", "worth")


def room_of(class_: Class, guide: Lending | None = None) -> RoomView:
    return room_view(guide or Lending(), class_.classroom.state)


def opened(*, at: tuple[str, str] = LOOK) -> Class:
    class_ = Class("Ann", "Bo")
    class_.begins()
    class_.conduct(conduct.OpenQuestion(*at))
    return class_


def told(room: RoomView) -> tuple[list[str], bool, tuple[str, ...]]:
    return [option.label for option in room.options], room.several, room.subjects


NOTHING: tuple[list[str], bool, tuple[str, ...]] = ([], False, ())


def test_of_an_open_question_the_options_and_the_subjects_are_there() -> None:
    class_ = opened()
    labels = ["In the log", "Ask around", "Guess", "Nowhere"]
    assert told(room_of(class_)) == (labels, True, ("The case",))
    class_.conduct(conduct.OpenQuestion(*WORTH))
    assert told(room_of(class_)) == (["Much", "Little"], False, ("Umbrella", "Ring"))


def test_they_stay_until_the_question_is_left() -> None:
    class_ = opened(at=WORTH)
    asked = told(room_of(class_))
    class_.conduct(conduct.RevealVerdict())
    assert told(room_of(class_)) == asked
    class_.conduct(conduct.RevealPhase())
    assert told(room_of(class_)) == NOTHING


def test_where_there_is_no_question_there_are_none() -> None:
    class_ = Class("Ann")
    assert told(room_of(class_)) == NOTHING
    class_.begins()
    assert told(room_of(class_)) == NOTHING
    class_.conduct(conduct.OpenQuestion(*LOOK), conduct.EndCase())
    assert told(room_of(class_)) == NOTHING


def test_the_phase_is_that_of_the_current_question_or_else_the_last_that_came_to_light() -> None:
    class_ = Class("Ann")
    class_.begins()
    assert room_of(class_).phase == "When it is found"
    class_.conduct(conduct.RevealPhase())
    assert room_of(class_).phase == "When the day ends"
    class_.conduct(conduct.OpenQuestion(*LOOK))
    assert room_of(class_).phase == "When it is found"
    class_.conduct(conduct.SkipQuestion())
    assert room_of(class_).phase == "When the day ends"


def test_at_their_own_pace_there_are_none() -> None:
    class_ = Class("Ann")
    class_.begins("own")
    class_.conduct(conduct.OpenQuestion(*LOOK))
    assert told(room_of(class_)) == NOTHING


@pytest.mark.parametrize("at", [LOOK, WORTH], ids=["several", "one"])
def test_nothing_of_the_key_is_among_them(at: tuple[str, str]) -> None:
    room = written(Room(room_of(opened(at=at))))
    for of_the_key in ("expected", "contrary", "departure", "Why ", "The words", "LP1"):
        assert of_the_key not in str(room)


def test_what_acts_on_a_terminal_does_not() -> None:
    class Hostile(Lending):
        def asked(self, question: str) -> Asked:
            return replace(super().asked(question), options={"log": "In\x1b[2J the\nlog"})

    [option] = room_of(opened(), Hostile()).options
    assert option.option == "log"
    assert not {"\x1b", "\n"} & set(option.label)
