"""What people in a class look up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.classroom.cases import case_for, make_case, pack_named
from simulator.classroom.folding import course_of
from simulator.classroom.messages import Told
from simulator.classroom.showing.plan import key_view
from simulator.errors.faults import UsageFault

if TYPE_CHECKING:
    from simulator.classroom.core import Classroom
    from simulator.classroom.messages import Ask
    from simulator.classroom.state import Course
    from simulator.session.core import Session
    from simulator.session.training import Training


def answered(classroom: Classroom, training: Training, person: str, ask: Ask) -> Told:
    """What somebody, `""` for the facilitator, looks up; raises UsageFault or InputFault."""
    match ask.what:
        case "book":
            return Told(ask.id, book=training.book())
        case "explanation" if person and len(ask.of) == 3:
            return Told(ask.id, explanation=_session(classroom, person).explanation(*ask.of))
        case "near_misses" if person and len(ask.of) == 1:
            return Told(ask.id, near_misses=tuple(_session(classroom, person).near_misses(ask.of[0])))
        case "packs" if not person:
            return Told(ask.id, packs=tuple(training.packs))
        case "key" if not person:
            course = _course(classroom, training, ask.of)
            return Told(ask.id, key=key_view(classroom.guide, course, _minutes(training, course)))
        case "made" if not person and ask.of:
            return _for_the_class(classroom, training, ask)
        case _:
            raise UsageFault("This cannot be looked up here.")


def _session(classroom: Classroom, person: str) -> Session:
    state = classroom.state
    seat = state.people[person].seat
    if state.course is None or seat not in state.course.sessions:
        raise UsageFault("There is no case yet.")
    return state.course.sessions[seat]


def _course(classroom: Classroom, training: Training, of: tuple[str, ...]) -> Course:
    """The case that goes on, or the one of a pack and a seed or an id as it would begin."""
    if len(of) == 2:
        return course_of(classroom.guide, 1, make_case(training, *of), "class", tell=False)
    if of or classroom.state.course is None:
        raise UsageFault("There is no case yet; name a pack, and a seed or the id of a case.")
    return classroom.state.course


def _for_the_class(classroom: Classroom, training: Training, ask: Ask) -> Told:
    """A case that exercises one of some rules and that the class has not played, as it would begin."""
    played = classroom.state.played
    ref, case = case_for(training, ask.of, played)
    course = course_of(classroom.guide, 1, case, "class", tell=False)
    return Told(ask.id, key=key_view(classroom.guide, course, ref.pack.minutes), case=ref)


def _minutes(training: Training, course: Course) -> int:
    try:
        return pack_named(training, course.case["pack"]["name"]).minutes
    except UsageFault:
        return 0
