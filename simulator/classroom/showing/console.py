"""All that a facilitator sees of a class while it goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.classroom.class_view import ConsoleView
from simulator.classroom.showing.back import taken_back
from simulator.classroom.showing.departures import departures
from simulator.classroom.showing.people import people
from simulator.classroom.showing.plan import planned
from simulator.classroom.showing.polls import poll_view
from simulator.classroom.showing.room import room_view
from simulator.classroom.showing.splits import to_discuss

if TYPE_CHECKING:
    from simulator.classroom.class_view import WrongView
    from simulator.classroom.guide import ClassGuide
    from simulator.classroom.presence import Presence
    from simulator.classroom.state import ClassState


def console_view(
    guide: ClassGuide, state: ClassState, presence: Presence, wrong: tuple[WrongView, ...] = ()
) -> ConsoleView:
    """The class as its facilitator sees it; `wrong` is what it got wrong in the cases that have ended."""
    course = state.course
    at = course.current if course is not None else None
    return ConsoleView(
        room=room_view(guide, state),
        pace=course.pace if course is not None else None,
        case=course.number if course is not None else 0,
        phases=planned(guide, course) if course is not None else (),
        current=at,
        poll=poll_view(guide, course, at, private=True) if course is not None and at is not None else None,
        shown=course.poll(at).shown if course is not None else False,
        people=people(state, presence),
        departures=departures(guide, state, course) if course is not None else (),
        discuss=to_discuss(guide, course) if course is not None else (),
        back=taken_back(guide, course) if course is not None else None,
        wrong=wrong,
    )
