"""How each seat got on, for itself and for the facilitator alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.classroom.findings.findings import LearnerCourseFindings, LearnerFindings
from simulator.classroom.findings.polled import cast_by
from simulator.classroom.findings.practise import practise
from simulator.classroom.findings.summing import tally
from simulator.errors.text import clean
from simulator.session.commands import SURENESS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.classroom.findings.polled import Cast
    from simulator.classroom.guide import ClassGuide
    from simulator.classroom.state import ClassState, Course, Seat


def learners(guide: ClassGuide, state: ClassState, played: Sequence[Course]) -> tuple[LearnerFindings, ...]:
    """Every seat, in the order in which they were taken, in the cases that were played."""
    return tuple(_learner(guide, played, seat) for seat in state.seats.values())


def _learner(guide: ClassGuide, played: Sequence[Course], seat: Seat) -> LearnerFindings:
    sat_in = [course for course in played if seat.seat in course.sessions]
    casts = {course.number: [cast for _, cast in cast_by(guide, course, seat.seat)] for course in sat_in}
    every = [cast for each in casts.values() for cast in each if cast.mark not in {"discuss", "silent"}]
    return LearnerFindings(
        seat=seat.seat,
        name=clean(seat.name),
        team=clean(seat.team),
        people=len(seat.people),
        courses=tuple(_course(guide, course, seat, casts[course.number]) for course in sat_in),
        sureness=tuple(
            (level, tally(cast for cast in every if cast.given.sureness == level)) for level in SURENESS
        ),
    )


def _course(guide: ClassGuide, course: Course, seat: Seat, casts: Sequence[Cast]) -> LearnerCourseFindings:
    marks = [cast.mark for cast in casts]
    return LearnerCourseFindings(
        number=course.number,
        title=clean(course.case["title"]),
        last=tally(casts),
        discuss=marks.count("discuss"),
        silent=marks.count("silent"),
        practise=practise(guide, course, seat.seat),
    )
