"""What a seat sees of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from simulator.classroom.class_view import ChosenView, SeatView, SettledView
from simulator.classroom.coursing import taking
from simulator.classroom.findings.practise import practise
from simulator.errors.text import clean
from simulator.session.core import Session

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from simulator.classroom.guide import ClassGuide
    from simulator.classroom.state import At, ClassState, Course, Seat
    from simulator.session.view import View


def seat_view(guide: ClassGuide, state: ClassState, person: str, connected: Collection[str]) -> SeatView:
    """The seat of a person; nothing in it is of another seat."""
    seat = state.seats[state.people[person].seat]
    there = [one for one in seat.people if one in connected]
    course = state.course
    own = course is not None and seat.seat in course.sessions
    return SeatView(
        seat=seat.seat,
        name=seat.name,
        team=seat.team,
        people=len(there),
        agreed=sum(one in there for one in course.agreed.get(seat.seat, ())) if course is not None else 0,
        voted=course is not None and has_voted(course, seat.seat),
        case=course.number if course is not None else 0,
        view=_view(course, seat) if course is not None and own else None,
        practise=practise(guide, course, seat.seat) if course is not None and own and course.ended else (),
        settled=tuple(_settled(guide, course, seat.seat)) if course is not None and course.ended else (),
        chosen=_chosen(course, seat.seat) if course is not None and own else None,
    )


def _chosen(course: Course, seat: str) -> ChosenView | None:
    """Taken from what the seat has said: that a vote is closed, or was never cast, takes nothing from it."""
    at = course.current
    if at is None or (course.pace == "own" and not _has_come_to(course, seat, at)):
        return None
    return ChosenView(*at, {subject: given.chosen for subject, given in taking(course, seat, at).items()})


def _has_come_to(course: Course, seat: str, at: At) -> bool:
    """Whether a seat at its own pace has seen the phase of a question."""
    state = course.sessions[seat].state
    return state is not None and at[0] in state.seen


def _settled(guide: ClassGuide, course: Course, seat: str) -> Iterator[SettledView]:
    for (of, phase, question, subject), settled in course.settled.items():
        if of == seat:
            label = course.key[phase, question][subject].label
            yield SettledView(clean(guide.asked(question).title), label, settled.accepted, settled.reason)


def has_voted(course: Course, seat: str) -> bool:
    """Whether a seat has voted in the current round; at their own pace, whether it has come to the end."""
    if course.pace == "own":
        session = course.sessions.get(seat)
        return session is not None and session.state is not None and session.state.finished
    poll = course.poll(course.current)
    return bool(poll.rounds) and seat in poll.rounds[-1]


def _view(course: Course, seat: Seat) -> View:
    """The case as the seat may see it; what every seat has alike goes over the line but once."""
    session = course.sessions[seat.seat]
    if course.ended:
        session = Session(
            session.guide, session.state
        )  # what is told of a whole case is large, and shown once
    view = replace(session.view(), paragraphs=(), frame=None, standing="")
    if course.pace == "own" or course.ended:
        return view
    is_open = course.poll(course.current).standing == "open"
    may_undo = is_open and not has_voted(course, seat.seat)
    return replace(
        view,
        step=view.step if is_open else None,
        undoes=view.undoes if may_undo else None,
        redoes=view.redoes if may_undo else None,
    )
