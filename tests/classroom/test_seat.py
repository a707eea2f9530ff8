"""What a seat sees of its own, and of no other seat."""

from __future__ import annotations

from simulator.classroom import conduct
from simulator.classroom.class_view import ChosenView
from simulator.classroom.showing.seat import seat_view
from simulator.session.commands import Answer

from .lending import Class, Lending

WORTH = ("found", "worth")


def chosen(class_: Class, person: str) -> ChosenView | None:
    return seat_view(Lending(), class_.classroom.state, person, class_.there).chosen


def test_what_a_seat_chose_of_the_current_question_is_its_own_whatever_becomes_of_the_vote() -> None:
    class_ = Class("Ann", "Bo", "Cy")
    assert chosen(class_, "p1") is None
    class_.begins()
    assert chosen(class_, "p1") is None
    class_.conduct(conduct.OpenQuestion(*WORTH))
    subjects = class_.course.subjects(WORTH)
    first, *others = subjects
    untouched = ChosenView(*WORTH, dict.fromkeys(subjects, ()))
    assert chosen(class_, "p1") == untouched
    class_.votes("p1", "worth", "low")
    class_.does("p2", Answer("worth", first, ("low",)))
    own = {
        "p1": ChosenView(*WORTH, dict.fromkeys(subjects, ("low",))),
        "p2": ChosenView(*WORTH, {first: ("low",), **dict.fromkeys(others, ())}),
        "p3": untouched,
    }
    for command in (None, conduct.ShowVotes(True), conduct.VoteAgain(), conduct.RevealVerdict()):
        if command is not None:
            class_.conduct(command)
        assert {person: chosen(class_, person) for person in own} == own


def test_there_is_nothing_of_a_question_that_was_skipped_nor_of_a_case_that_has_ended() -> None:
    class_ = Class("Ann")
    class_.begins()
    class_.conduct(conduct.OpenQuestion(*WORTH))
    class_.votes("p1", "worth", "low")
    class_.conduct(conduct.SkipQuestion())
    assert chosen(class_, "p1") is None
    class_.conduct(conduct.OpenQuestion(*WORTH), conduct.EndCase())
    assert chosen(class_, "p1") is None


def test_who_goes_at_their_own_pace_is_told_what_they_chose_of_the_question_that_is_looked_at() -> None:
    class_ = Class("Ann")
    class_.begins("own")
    class_.does("p1", Answer("look", "case", ("log",)))
    class_.conduct(conduct.OpenQuestion("found", "look"))
    assert chosen(class_, "p1") == ChosenView("found", "look", {"case": ("log",)})


def test_at_their_own_pace_a_seat_hears_nothing_of_a_phase_that_it_has_not_come_to() -> None:
    class_ = Class("Ann")
    class_.begins("own")
    class_.conduct(conduct.OpenQuestion("closed", "close"))
    assert chosen(class_, "p1") is None
    class_.conduct(conduct.OpenQuestion(*WORTH))
    assert chosen(class_, "p1") == ChosenView(*WORTH, dict.fromkeys(class_.course.subjects(WORTH), ()))
