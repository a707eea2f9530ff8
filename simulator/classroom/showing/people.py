"""Who is in a class and how they get on, for the facilitator alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.classroom.class_view import PersonView
from simulator.classroom.showing.seat import has_voted

if TYPE_CHECKING:
    from simulator.classroom.presence import Presence
    from simulator.classroom.state import ClassState, Course, Person
    from simulator.session.plan import Step

SLOW = 60.0
"""Seconds without an answer after which somebody is slow, once half of the class has voted."""
IDLE = 180.0
"""Seconds without an answer after which somebody at their own pace may be stuck."""


def people(state: ClassState, presence: Presence) -> tuple[PersonView, ...]:
    """Everybody in the class, in the order in which they came."""
    half = _half_voted(state)
    return tuple(_person(state, presence, one, half_voted=half) for one in state.people.values())


def _half_voted(state: ClassState) -> bool:
    course = state.course
    if course is None or course.ended:
        return False
    return 2 * sum(has_voted(course, seat) for seat in state.seats) >= len(state.seats)


def _person(state: ClassState, presence: Presence, one: Person, *, half_voted: bool) -> PersonView:
    course = state.course
    going = course if course is not None and not course.ended and not state.over else None
    signs = presence.signs.get(one.person, frozenset())
    connected = one.person in presence.connected
    answered, due = _answered(going, one.seat) if going is not None else (0, 0)
    voted = going is not None and has_voted(going, one.seat)
    return PersonView(
        person=one.person,
        name=one.name,
        seat=one.seat,
        team=state.seats[one.seat].team,
        connected=connected,
        voted=voted,
        answered=answered,
        due=due,
        stuck=_stuck(
            going,
            asks="needs_help" in signs,
            connected=connected,
            voted=voted,
            idle=presence.idle(one.person),
            half_voted=half_voted,
        ),
        stepped_out="stepped_out" in signs,
    )


def _stuck(
    course: Course | None, *, asks: bool, connected: bool, voted: bool, idle: float, half_voted: bool
) -> str:
    if asks:
        return "asks for help"
    if course is None:
        return ""
    if not connected:
        return "the line is broken"
    if voted:
        return ""
    if course.pace == "own":
        return f"nothing for {idle / 60:.0f} minutes" if idle >= IDLE else ""
    is_open = course.poll(course.current).standing == "open"
    return "has not voted, and half of the class has" if is_open and half_voted and idle >= SLOW else ""


def _answered(course: Course, seat: str) -> tuple[int, int]:
    """Decisions answered of those due: of the open question, or at their own pace of the case."""
    session = course.sessions.get(seat)
    if session is None or session.state is None:
        return 0, 0
    given = session.state.given
    keys = [
        (step.phase, question, subject)
        for step in _asking(course)
        for question, subjects in step.asks.items()
        for subject in subjects
    ]
    return sum(bool(given(*key).chosen) for key in keys), len(keys)


def _asking(course: Course) -> tuple[Step, ...]:
    if course.pace == "own":
        return course.plan.steps
    at = course.current
    if at is None or course.poll(at).standing != "open":
        return ()
    return (course.plan.steps[course.step_of(at)],)
